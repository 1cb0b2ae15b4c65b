import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ColumnDecision } from '../../../src/model/importing.ts';
import type { MissingCode } from '../../../src/model/variable.ts';
import { useShownImport } from '../../use-import.ts';
import { count, counted } from '../../words.ts';
import { CrossButton } from '../cross-button.tsx';
import { LiveText } from '../text-field.tsx';

/** Changes several columns in one step, each by what was decided about it. */
export type ChangeColumns = (
  label: string,
  columns: readonly ColumnDecision[],
  part: (column: ColumnDecision) => Partial<ColumnDecision>,
) => void;

/** Missing codes for all: those suggested for some with one press, others by typing. */
export function SharedCodes({
  chosen,
  onChange,
}: {
  chosen: readonly ColumnDecision[];
  onChange: ChangeColumns;
}) {
  const { preview } = useShownImport();
  const [code, setCode] = useState('');
  const [reason, setReason] = useState('');
  const suggested = new Map<string, { entry: MissingCode; positions: Set<number>; n: number }>();
  for (const { position, suggestedMissing } of preview.columns) {
    const column = chosen.find((each) => each.position === position);
    if (column === undefined) continue;
    for (const { code: text, reason: why, n } of suggestedMissing) {
      const known = suggested.get(text);
      const found = known ?? { entry: { code: text, reason: why }, positions: new Set(), n: 0 };
      found.positions.add(position);
      suggested.set(text, { ...found, n: found.n + n });
    }
  }
  const add = (entry: MissingCode, columns: readonly ColumnDecision[]) =>
    onChange(`${entry.code} as missing`, columns, ({ missing }) => ({
      missing: [...missing.filter((each) => each.code !== entry.code), entry],
    }));
  const present = [...new Set(chosen.flatMap(({ missing }) => missing.map((each) => each.code)))];
  return (
    <section>
      <h3>Missing codes</h3>
      <div className="codes">
        {present.map((text) => {
          const having = chosen.filter(({ missing }) => missing.some((each) => each.code === text));
          return (
            <div key={text} className="line">
              <span className="code">{text}</span>
              <span className="note">
                in {count(having.length)} of {count(chosen.length)}
              </span>
              <CrossButton
                label={`Remove the missing code ${text} from all`}
                onPress={() =>
                  onChange(`${text} not missing`, having, ({ missing }) => ({
                    missing: missing.filter((each) => each.code !== text),
                  }))
                }
                right
              />
            </div>
          );
        })}
        {[...suggested.values()].map(({ entry, positions, n }) => (
          <div key={entry.code} className="line">
            <span className="code">{entry.code}</span>
            <span className="note cut">
              suggested in {count(positions.size)}: {counted(n, 'cell')}
            </span>
            <Button
              className="btn small right"
              aria-label={`Accept ${entry.code} as missing in ${counted(positions.size, 'column')}`}
              onPress={() =>
                add(
                  entry,
                  chosen.filter(({ position }) => positions.has(position)),
                )
              }
            >
              Accept
            </Button>
          </div>
        ))}
        <form
          className="newcode"
          onSubmit={(event) => {
            event.preventDefault();
            if (code.trim() === '') return;
            add({ code: code.trim(), reason: reason.trim() || 'not known' }, chosen);
            setCode('');
            setReason('');
          }}
        >
          <LiveText label="Code for all" hidden placeholder="99" value={code} onChange={setCode} />
          <LiveText
            label="Reason"
            hidden
            placeholder="not recorded"
            value={reason}
            onChange={setReason}
          />
          <Button type="submit" className="btn small">
            Add to all
          </Button>
        </form>
      </div>
    </section>
  );
}
