import type { RuleFinding } from '../../../src/model/quality-check.ts';
import { count } from '../../words.ts';
import { Scroll } from '../scroll.tsx';

/** What a rule about the table as a whole tells. */
export function FindingItems({ finding }: { finding: RuleFinding }) {
  const { sentence, n, of, unit, items } = finding;
  return (
    <section className="card flush failing" aria-label="Details of the finding" data-pane="rows">
      <header>
        <h2 className="cut" title={sentence}>
          {sentence}
        </h2>
        <span className="note">
          {count(n)} of {count(of)} {unit}
        </span>
      </header>
      <Scroll label="Details">
        <ul className="items">
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </Scroll>
    </section>
  );
}
