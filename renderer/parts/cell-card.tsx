import { Button } from 'react-aria-components';
import { sharedKeys } from '../../src/model/shared-keys.ts';
import type { TableInfo } from '../../src/model/table.ts';
import type { Variable } from '../../src/model/variable.ts';
import { follow } from '../follow.ts';
import { cellSign, cellText, noteAt, noteWords } from '../grid-rows.ts';
import { useDebounced } from '../use-debounced.ts';
import { useReply } from '../use-reply.ts';
import { useSelect, useSession } from '../use-session.ts';
import { count } from '../words.ts';
import type { GridCell } from './grid.tsx';
import { Icon } from './icon.tsx';
import { CellStory } from './recipe/cell-story.tsx';
import { CorrectCell } from './recipe/correct-cell.tsx';

/** What one cell is: its value, what stands in the file, why it is marked, and where its key leads. */
export function CellCard({ table, cell }: { table: TableInfo; cell: GridCell }) {
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const at = table.variables.findIndex(({ name }) => name === cell.variable);
  const variable = table.variables[at];
  if (variable === undefined) return null;
  const note = noteAt(cell.row, at);
  const value = cell.row.cells[at] ?? null;
  const label = cellText(value, note, variable, 'labels');
  const sign = cellSign(note);
  const { source } = cell.row;
  const isKey = sharedKeys(tables, { table: table.name, variable: variable.name }).length > 0;
  return (
    <section className="card flush cellcard" aria-label="Selected cell">
      <header>
        <h2 className="cut">
          Row {count(cell.row.row)}, {variable.label}
        </h2>
      </header>
      <dl className="dl">
        <dt>Value</dt>
        <dd>
          {value === null ? (
            <span className="note">{sign === '' ? 'empty' : `${sign} none`}</span>
          ) : (
            <span className="cut" title={label}>
              {label}
            </span>
          )}
          {value !== null && String(value) !== label && <span className="code">{value}</span>}
        </dd>
        {note !== undefined && (
          <>
            <dt>In the file</dt>
            <dd>
              <span className="code raw">{note.raw}</span>
            </dd>
            {note.kind !== 'raw' && (
              <>
                <dt>Why</dt>
                <dd className={note.kind === 'problem' ? 'bad' : 'note'}>
                  {sign} {noteWords(note)}
                </dd>
              </>
            )}
          </>
        )}
        {source !== undefined && (
          <>
            <dt>From</dt>
            <dd className="note">
              {source.file}, row {count(source.row)}
            </dd>
          </>
        )}
      </dl>
      <CellStory table={table} row={cell.row.row} variable={variable.name} />
      <p className="correct">
        <CorrectCell table={table} cell={cell} variable={variable} />
      </p>
      {isKey && typeof value === 'string' && (
        <Links table={table} variable={variable} value={value} row={cell.row.row} />
      )}
    </section>
  );
}

/** The rows of all tables that share the key of the cell. */
function Links({
  table,
  variable,
  value,
  row,
}: {
  table: TableInfo;
  variable: Variable;
  value: string;
  row: number;
}) {
  const session = useSession();
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const revision = useSelect((state) => state.revision);
  // Whoever walks through the cells does not ask about each.
  const rested = useDebounced(value, 200);
  const asked = useReply(JSON.stringify([table.name, variable.name, rested, revision]), (options) =>
    session.client.linkedRows(
      { table: table.name, variable: variable.name, value: rested },
      options,
    ),
  );
  if (asked.state !== 'ok') return <div className="links" />;
  const isHere = rested === value && !asked.stale;
  return (
    <section className="links" aria-label={`Rows with ${variable.label} ${value}`}>
      <p className="note">Rows with this {variable.label}, in</p>
      {asked.value.map((link) => (
        <Button
          key={`${link.table} ${link.variable}`}
          className="btn small quiet"
          isDisabled={!isHere || (link.table === table.name && link.n === 1)}
          onPress={() =>
            follow(
              session,
              { table: table.name, variable: variable.name, row },
              { ...link, value, words: `${variable.label} ${value}` },
            )
          }
        >
          <span className="cut">
            {tables.find(({ name }) => name === link.table)?.label ?? link.table}
          </span>
          <span className="note right">{count(link.n)}</span>
          <Icon name="unfold" />
        </Button>
      ))}
    </section>
  );
}
