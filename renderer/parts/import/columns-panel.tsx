import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ColumnDecision, DateOrder } from '../../../src/model/importing.ts';
import { KIND, KINDS, type Kind, type MissingCode } from '../../../src/model/variable.ts';
import { changeColumns } from '../../import-changes.ts';
import { useShownImport } from '../../use-import.ts';
import { count, counted } from '../../words.ts';
import { Icon } from '../icon.tsx';
import { Pick } from '../pick.tsx';
import { Segments } from '../segments.tsx';
import { LiveText } from '../text-field.tsx';

const ORDERS: readonly { id: DateOrder; label: string }[] = [
  { id: 'dmy', label: 'Day first' },
  { id: 'mdy', label: 'Month first' },
  { id: 'ymd', label: 'Year first' },
];

/** What is decided about many columns at once. */
export function ColumnsPanel({ positions }: { positions: ReadonlySet<number> }) {
  const { preview, draft, decide } = useShownImport();
  const chosen = preview.decisions.columns.filter(({ position }) => positions.has(position));
  const change = (
    label: string,
    columns: readonly ColumnDecision[],
    part: (column: ColumnDecision) => Partial<ColumnDecision>,
  ) => {
    const by = new Map(columns.map((column) => [column.position, column]));
    decide(`${label} for ${counted(columns.length, 'column')}`, {
      changes: changeColumns(draft.changes, by.keys(), (position) =>
        part(by.get(position) as ColumnDecision),
      ),
    });
  };
  const dates = chosen.filter(({ kind }) => kind === 'date' || kind === 'datetime');
  const kept = chosen.filter(({ keep }) => keep).length;
  return (
    <>
      <header>
        <h2 className="nw">{counted(chosen.length, 'column')}</h2>
        <span className="note right cut">{namesOf(chosen)}</span>
      </header>
      <section>
        <h3>
          Load{' '}
          <span className="note">
            {count(kept)} of {count(chosen.length)} are loaded
          </span>
        </h3>
        <div className="do">
          <Button
            className="btn small"
            onPress={() => change('load', chosen, () => ({ keep: true }))}
          >
            Load all
          </Button>
          <Button
            className="btn small"
            onPress={() => change('leave out', chosen, () => ({ keep: false }))}
          >
            Leave all out
          </Button>
        </div>
      </section>
      <section>
        <h3>
          Kind <span className="note">{kindsOf(chosen)}</span>
        </h3>
        <Pick
          label="Kind of all"
          placeholder="Set for all"
          choices={KINDS.map((kind) => ({ id: kind, label: KIND[kind].label }))}
          value={sameOf(chosen, ({ kind }) => kind)}
          onChange={(kind: Kind) =>
            change(KIND[kind].label.toLowerCase(), chosen, () => ({ kind }))
          }
        />
      </section>
      {dates.length > 0 && (
        <section>
          <h3>
            Order in dates <span className="note">{counted(dates.length, 'column')} of dates</span>
          </h3>
          <Segments
            label="Order in dates"
            choices={ORDERS}
            value={sameOf(dates, ({ dateOrder }) => dateOrder ?? null)}
            onChange={(dateOrder) =>
              change('order of dates', dates, ({ kind }) => ({ kind, dateOrder }))
            }
          />
        </section>
      )}
      <SharedCodes chosen={chosen} onChange={change} />
    </>
  );
}

/** Missing codes for all: those suggested for some with one press, others by typing. */
function SharedCodes({
  chosen,
  onChange,
}: {
  chosen: readonly ColumnDecision[];
  onChange: (
    label: string,
    columns: readonly ColumnDecision[],
    part: (column: ColumnDecision) => Partial<ColumnDecision>,
  ) => void;
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
              <Button
                className="btn small quiet icon right"
                aria-label={`Remove the missing code ${text} from all`}
                onPress={() =>
                  onChange(`${text} not missing`, having, ({ missing }) => ({
                    missing: missing.filter((each) => each.code !== text),
                  }))
                }
              >
                <Icon name="close" />
              </Button>
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

function sameOf<T>(
  columns: readonly ColumnDecision[],
  of: (column: ColumnDecision) => T,
): T | null {
  const [first] = columns;
  if (first === undefined) return null;
  const value = of(first);
  return columns.every((column) => of(column) === value) ? value : null;
}

function namesOf(columns: readonly ColumnDecision[]): string {
  const names = columns.map(({ header, name }) => header || name);
  return names.length > 3 ? `${names.slice(0, 2).join(', ')} … ${names.at(-1)}` : names.join(', ');
}

/** "4 whole number, 2 category" */
function kindsOf(columns: readonly ColumnDecision[]): string {
  const counts = new Map<Kind, number>();
  for (const { kind } of columns) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([kind, n]) => `${n} ${KIND[kind].label.toLowerCase()}`)
    .join(', ');
}
