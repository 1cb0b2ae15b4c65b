import { useState } from 'react';
import { Button, RadioGroup } from 'react-aria-components';
import type { ColumnEvidence } from '../../../src/model/importing.ts';
import { KIND, KINDS, type Kind } from '../../../src/model/variable.ts';
import { count } from '../../words.ts';
import { Way } from '../check.tsx';
import { Icon, KIND_ICON } from '../icon.tsx';

/** Every cell fits these: they come after what only some cells could be. */
const ANY: readonly Kind[] = ['category', 'text', 'identifier'];

/** The kinds of a column by how many of its cells fit; those that none fits on request. */
export function KindChoice({
  kind: chosen,
  evidence,
  onChange,
}: {
  kind: Kind;
  evidence: ColumnEvidence;
  onChange: (kind: Kind) => void;
}) {
  const [isAll, setAll] = useState(false);
  const fits = evidence.fits
    .filter(({ n }) => n > 0)
    .sort((a, b) => Number(ANY.includes(a.kind)) - Number(ANY.includes(b.kind)));
  const others = KINDS.filter((kind) => !fits.some((fit) => fit.kind === kind));
  const isShown = isAll || others.includes(chosen);
  return (
    <section>
      <h3>
        Kind <span className="note">fits, of {count(evidence.filled)} filled</span>
      </h3>
      <RadioGroup
        className="kinds"
        aria-label="Kind"
        value={chosen}
        onChange={(kind) => onChange(kind as Kind)}
      >
        {fits.map(({ kind, n }) => (
          <KindWay key={kind} kind={kind} words={count(n)} />
        ))}
        {isShown && others.map((kind) => <KindWay key={kind} kind={kind} words="none" />)}
      </RadioGroup>
      {!isShown && others.length > 0 && (
        <Button className="link note" onPress={() => setAll(true)}>
          {count(others.length)} kinds that no cell fits
        </Button>
      )}
      <p className="note why">{evidence.evidence}</p>
    </section>
  );
}

function KindWay({ kind, words }: { kind: Kind; words: string }) {
  return (
    <Way value={kind}>
      <Icon name={KIND_ICON[kind]} />
      <span>{KIND[kind].label}</span>
      <span className="num">{words}</span>
    </Way>
  );
}
