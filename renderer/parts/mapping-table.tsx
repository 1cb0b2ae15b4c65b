import { Button } from 'react-aria-components';
import type { Measure } from '../../src/model/measure.ts';
import type { FormColumns, ScoreDefinition } from '../../src/model/table.ts';
import { useSelect } from '../use-session.ts';
import { Pick } from './pick.tsx';
import { CommittedText } from './text-field.tsx';

type Layout = ScoreDefinition['layout'];

const NONE = '';

/** What a row that is one form may say beside its items. */
const OF_A_ROW = [
  { key: 'time', label: 'Time point' },
  { key: 'date', label: 'Date' },
  { key: 'rater', label: 'Rated by' },
  { key: 'version', label: 'Version of the form' },
] as const;

/** Person, time, date and items: which column is which, changed one by one. */
export function MappingTable({
  measure,
  from,
  score,
  onChange,
}: {
  measure: Measure;
  from: string;
  score: ScoreDefinition;
  onChange: (score: ScoreDefinition) => void;
}) {
  const { layout } = score;
  const set = (next: Layout) => onChange({ ...score, layout: next });
  return (
    <>
      <div className="fields">
        <Column
          label="Person"
          table={from}
          value={score.person}
          onChange={(person) => onChange({ ...score, person })}
        />
        {layout.form === 'long' && (
          <>
            <Column
              label="Time point"
              table={from}
              value={layout.time}
              onChange={(time) => set({ ...layout, time })}
            />
            <Column
              label="Item"
              table={from}
              value={layout.item}
              onChange={(item) => set({ ...layout, item })}
            />
            <Column
              label="Answer"
              table={from}
              value={layout.value}
              onChange={(value) => set({ ...layout, value })}
            />
            <Column
              label="Date"
              table={from}
              optional
              value={layout.date ?? NONE}
              onChange={(date) => set(withOptional(layout, 'date', date))}
            />
          </>
        )}
        {layout.form === 'rows' &&
          OF_A_ROW.map(({ key, label }) => (
            <Column
              key={key}
              label={label}
              table={from}
              optional
              value={layout[key] ?? NONE}
              onChange={(column) => set(withOptional(layout, key, column))}
            />
          ))}
      </div>
      {layout.form === 'rows' && (
        <ItemTable
          measure={measure}
          blocks={[{ time: 'Column', table: from, columns: layout }]}
          onChange={(_, columns) => set({ ...layout, ...columns })}
        />
      )}
      {layout.form === 'wide' && (
        <>
          <div className="fields">
            {layout.blocks.map((block, at) => (
              <div key={block.time} className="blockhead">
                <CommittedText
                  label={`Time point ${at + 1}`}
                  value={block.time}
                  onCommit={(time) =>
                    set({ ...layout, blocks: layout.blocks.with(at, { ...block, time }) })
                  }
                />
                <Column
                  label={`Date at ${block.time}`}
                  table={block.table ?? from}
                  optional
                  value={block.date ?? NONE}
                  onChange={(date) =>
                    set({
                      ...layout,
                      blocks: layout.blocks.with(at, withOptional(block, 'date', date)),
                    })
                  }
                />
              </div>
            ))}
            <Button
              className="btn small"
              onPress={() =>
                set({
                  ...layout,
                  blocks: [
                    ...layout.blocks,
                    { ...layout.blocks[0], time: `T${layout.blocks.length + 1}` },
                  ],
                })
              }
            >
              Add a time point
            </Button>
          </div>
          <ItemTable
            measure={measure}
            blocks={layout.blocks.map((block) => ({
              time: block.time,
              table: block.table ?? from,
              columns: block,
            }))}
            onChange={(at, columns) => {
              const block = layout.blocks[at];
              if (block === undefined) return;
              set({ ...layout, blocks: layout.blocks.with(at, { ...block, ...columns }) });
            }}
          />
        </>
      )}
    </>
  );
}

function ItemTable({
  measure,
  blocks,
  onChange,
}: {
  measure: Measure;
  blocks: readonly { time: string; table: string; columns: FormColumns }[];
  onChange: (at: number, columns: FormColumns) => void;
}) {
  const isItemised = blocks.some(({ columns }) => columns.items !== undefined);
  const totals = [...new Set(blocks.flatMap(({ columns }) => Object.keys(columns.totals ?? {})))];
  return (
    <table className="figuretable mapping">
      <thead>
        <tr>
          <th scope="col">Item</th>
          {blocks.map(({ time, table }) => (
            <th scope="col" key={`${time} ${table}`}>
              {time}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {isItemised &&
          measure.items.map(({ item, reverse }, place) => (
            <tr key={item}>
              <th scope="row">
                {item}
                {reverse && <span className="note"> reversed</span>}
              </th>
              {blocks.map(({ time, table, columns }, at) => (
                <td key={`${time} ${table}`}>
                  <Column
                    label={`Item ${item}, ${time}`}
                    hidden
                    table={table}
                    optional
                    value={namesOf(columns, measure)[place] ?? NONE}
                    onChange={(name) =>
                      onChange(at, { items: namesOf(columns, measure).with(place, name) })
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        {totals.map((key) => (
          <tr key={key}>
            <th scope="row">
              {measure.subscales.find((each) => each.key === key)?.name ?? key}
              <span className="note"> as given</span>
            </th>
            {blocks.map(({ time, table, columns }, at) => (
              <td key={`${time} ${table}`}>
                <Column
                  label={`${key}, ${time}`}
                  hidden
                  table={table}
                  value={columns.totals?.[key] ?? NONE}
                  onChange={(name) => onChange(at, { totals: { ...columns.totals, [key]: name } })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The variable of each item; a pattern is written out. */
function namesOf({ items = [] }: FormColumns, measure: Measure): string[] {
  if (typeof items !== 'string') return measure.items.map((_, i) => items[i] ?? NONE);
  return measure.items.map(({ item }) =>
    items.replace(/\{item(?::0?(\d+))?\}/, (_, width: string | undefined) =>
      String(item).padStart(Number(width ?? 1), '0'),
    ),
  );
}

function withOptional<T extends object, K extends keyof T>(value: T, key: K, name: string): T {
  const { [key]: _, ...rest } = value;
  return (name === NONE ? rest : { ...rest, [key]: name }) as T;
}

function Column({
  label,
  hidden = false,
  table,
  optional = false,
  value,
  onChange,
}: {
  label: string;
  hidden?: boolean;
  table: string;
  optional?: boolean;
  value: string;
  onChange: (name: string) => void;
}) {
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const variables = tables.find(({ name }) => name === table)?.variables ?? [];
  return (
    <Pick
      label={label}
      labelled={!hidden}
      choices={[
        ...(optional ? [{ id: NONE, label: 'none' }] : []),
        ...variables.map(({ name, label: words }) => ({
          id: name,
          label: name,
          note: words === name ? undefined : words,
        })),
      ]}
      value={value}
      onChange={onChange}
    />
  );
}
