import { Button } from 'react-aria-components';
import type { ColumnDecision } from '../../../src/model/importing.ts';
import { KIND, KINDS, type Kind } from '../../../src/model/variable.ts';
import { DATE_ORDERS } from '../../date-orders.ts';
import { changeColumns } from '../../import-changes.ts';
import { useShownImport } from '../../use-import.ts';
import { count, counted } from '../../words.ts';
import { Pick } from '../pick.tsx';
import { Segments } from '../segments.tsx';
import { type ChangeColumns, SharedCodes } from './shared-codes.tsx';
import { SharedLabels } from './shared-labels.tsx';

/** What is decided about many columns at once. */
export function ColumnsPanel({ positions }: { positions: ReadonlySet<number> }) {
  const { preview, draft, decide } = useShownImport();
  const chosen = preview.decisions.columns.filter(({ position }) => positions.has(position));
  const change: ChangeColumns = (label, columns, part) => {
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
            choices={DATE_ORDERS}
            value={sameOf(dates, ({ dateOrder }) => dateOrder ?? null)}
            onChange={(dateOrder) =>
              change('order of dates', dates, ({ kind }) => ({ kind, dateOrder }))
            }
          />
        </section>
      )}
      <SharedLabels chosen={chosen} onChange={change} />
      <SharedCodes chosen={chosen} onChange={change} />
    </>
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
