import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ChartFace, ChartNumbers, Place } from '../../../src/model/board.ts';
import type { Condition } from '../../../src/model/condition.ts';
import type { Variable } from '../../../src/model/variable.ts';
import { isUnlisted, tickedCondition, tickedPlaces } from '../../facets.ts';
import { count } from '../../words.ts';
import { hasWords } from '../../words-match.ts';
import { Check } from '../check.tsx';
import { CrossButton } from '../cross-button.tsx';
import { FindField } from '../find-field.tsx';

/** From here on, values are looked for by typing. */
const MANY = 12;

/** The values of one variable, to tick: how many rows each has in view, over how many in the table. */
export function Facet({
  variable,
  face,
  numbers,
  condition,
  onChoose,
  onRemove,
}: {
  variable: Variable;
  face: ChartFace;
  numbers: ChartNumbers;
  condition: Condition | undefined;
  onChoose: (condition: Condition | null) => void;
  onRemove: () => void;
}) {
  const [find, setFind] = useState('');
  const ticked = tickedPlaces(variable, face, condition);
  const n = ticked.filter(Boolean).length;
  const all = countsOf(face.all);
  const now = countsOf(numbers);
  const most = Math.max(1, ...all);
  const choose = (next: readonly boolean[]) => onChoose(tickedCondition(variable, face, next));
  const shown = face.places.flatMap((place, at) =>
    (all[at] ?? 0) > 0 && hasWords(place.label, find) ? [{ place, at }] : [],
  );
  return (
    <section className="facet" aria-label={variable.label}>
      <h3>
        <span className="cut" title={variable.label}>
          {variable.label}
        </span>
        {n > 0 && (
          <>
            <Button
              className="link note right"
              aria-label={`${n} of ${count(face.places.length)} ticked: clear ${variable.label}`}
              onPress={() => onChoose(null)}
            >
              {n} of {count(face.places.length)}
            </Button>
            <Button
              className="link note"
              aria-label={`Invert the ticks of ${variable.label}`}
              onPress={() => choose(ticked.map((isTicked) => !isTicked))}
            >
              Invert
            </Button>
          </>
        )}
        <CrossButton label={`Take ${variable.label} away`} onPress={onRemove} right={n === 0} />
      </h3>
      {face.places.length > MANY && (
        <FindField label={`Find a value of ${variable.label}`} value={find} onChange={setFind} />
      )}
      <ul>
        {shown.map(({ place, at }) => (
          <li key={at} className={ticked[at] ? 'on' : ''}>
            <Check
              label={placeWords(place, isUnlisted(variable, place))}
              isSelected={ticked[at] ?? false}
              onChange={(isTicked) => choose(ticked.with(at, isTicked))}
              note={count(now[at] ?? 0)}
            />
            <span className="share" aria-hidden="true">
              <i style={{ width: `${(100 * (all[at] ?? 0)) / most}%` }} />
              <b style={{ width: `${(100 * (now[at] ?? 0)) / most}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function placeWords({ label, part, others, isMissing }: Place, unlisted: boolean) {
  return (
    <>
      {unlisted && (
        <b className="caution" title="Not in the list of values">
          !<span className="hidden-text"> not in the list:</span>{' '}
        </b>
      )}
      {isMissing && '∅ '}
      {label}
      {part !== undefined && <span className="note"> {part}</span>}
      {others !== undefined && <span className="note"> ({count(others)} values)</span>}
    </>
  );
}

function countsOf(numbers: ChartNumbers): readonly number[] {
  return numbers.show === 'counts' ? numbers.counts : [];
}
