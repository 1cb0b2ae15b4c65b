import { type ColumnProfile, VODIM, type Vodim } from '../../../src/model/column-profile.ts';
import { useReply } from '../../use-reply.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { count } from '../../words.ts';
import { TopValues } from '../top-values.tsx';

const VODIM_WORDS: Readonly<Record<Vodim, string>> = {
  valid: 'Valid',
  other: 'Other',
  default: 'Default',
  invalid: 'Invalid',
  missing: 'Missing',
};

const PATTERNS = 6;

/** A variable as a data manager looks at it: codes as MHSDS counts them, shapes, far values, gaps by year. */
export function ProfileSection({ table, variable }: { table: string; variable: string }) {
  const session = useSession();
  const revision = useSelect((state) => state.revision);
  const asked = useReply(JSON.stringify([table, variable, revision]), (options) =>
    session.client.profile({ table, variable }, options),
  );
  if (asked.state !== 'ok') return null;
  const { vodim, patterns, outliers } = asked.value;
  const years = gaps(asked.value);
  return (
    <>
      {vodim !== null && (
        <section>
          <h3>As MHSDS counts it</h3>
          <TopValues
            rows={VODIM.map((id) => ({ value: id, label: VODIM_WORDS[id], n: vodim.counts[id] }))}
            most={5}
          />
          <p className="note" title={vodim.source}>
            {vodim.list}
          </p>
        </section>
      )}
      {patterns.length > 1 && (
        <section>
          <h3>
            Shapes <span className="note">9 a digit, A a capital, a a letter</span>
          </h3>
          <TopValues
            rows={patterns.map(({ shape, n }) => ({ value: shape, label: shape, n }))}
            most={PATTERNS}
          />
        </section>
      )}
      {outliers.n > 0 && (
        <section>
          <h3>
            Far from the rest <span className="note">{count(outliers.n)}</span>
          </h3>
          <p className="note">
            {outliers.examples.join(', ')}
            {outliers.n > outliers.examples.length ? ' …' : ''}: beyond the middle half by more than
            1.5 times its width
          </p>
        </section>
      )}
      {years.length > 0 && (
        <section>
          <h3>
            Missing by year <span className="note">financial years</span>
          </h3>
          <TopValues rows={years} most={12} />
        </section>
      )}
    </>
  );
}

/** Years with gaps, where there are any. */
function gaps({ years }: ColumnProfile) {
  return years
    .map(({ year, present, of }) => ({ value: year, label: year, n: of - present }))
    .filter(({ n }) => n > 0);
}
