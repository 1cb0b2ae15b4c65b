import type { Connection } from './connection.ts';
import { quoteIdentifier } from './names.ts';

/** A table of the project whose rows can be put back as they were. */
export interface WatchedTable {
  name: string;
  columns: readonly string[];
  /** Columns of the primary key, in its order. */
  key: readonly string[];
}

/**
 * Not watched: what only grows (journal), what is undo itself, counters that never go back, and what belongs
 * to the rows of a table, which are never edited. Every other table of Attune's is, also one that a later
 * version adds.
 */
const UNWATCHED = [
  'attune_meta',
  'attune_journal',
  'attune_change',
  'attune_change_row',
  'attune_snapshot',
  'attune_cell_note',
  'attune_column',
  'attune_segment',
];

/** @throws Error when a table has no primary key: its rows could not be put back. */
export function watchedTables(db: Connection): WatchedTable[] {
  const names = db
    .prepare(
      `SELECT name FROM main.sqlite_schema
       WHERE type = 'table' AND name LIKE 'attune\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all() as string[];
  return names.filter((name) => !UNWATCHED.includes(name)).map((name) => describe(db, name));
}

function describe(db: Connection, name: string): WatchedTable {
  const columns = db.pragma(`main.table_info(${quoteIdentifier(name)})`) as {
    name: string;
    pk: number;
  }[];
  const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  if (key.length === 0) throw new Error(`${name} has no primary key`);
  return { name, columns: columns.map((each) => each.name), key: key.map((each) => each.name) };
}

/**
 * Notes in memory what every row was before the transaction that changes it: the first value counts. The
 * triggers belong to the connection and not to the file, which may hold none.
 */
export function watchChanges(db: Connection): void {
  db.exec(
    `CREATE TEMP TABLE attune_captured (
       table_name TEXT NOT NULL, key TEXT NOT NULL, before TEXT, PRIMARY KEY (table_name, key)
     ) WITHOUT ROWID`,
  );
  for (const table of watchedTables(db)) {
    const { name } = table;
    const [was, is] = [keyJson(table, 'OLD'), keyJson(table, 'NEW')];
    const old = rowJson(table, 'OLD');
    const on = (event: string, ...notes: string[]) =>
      db.exec(
        `CREATE TEMP TRIGGER ${quoteIdentifier(`${name}_${event}`)} AFTER ${event}
         ON main.${quoteIdentifier(name)} BEGIN ${notes.join(' ')} END`,
      );
    on('DELETE', note(name, was, old));
    on('INSERT', note(name, is, 'NULL'));
    on('UPDATE', note(name, was, old), note(name, is, 'NULL'));
  }
}

/** Not INSERT OR IGNORE: in a trigger the policy of the statement that fired it would count instead. */
function note(table: string, key: string, before: string): string {
  return `INSERT INTO attune_captured (table_name, key, before) SELECT '${table}', ${key}, ${before}
    WHERE NOT EXISTS (SELECT 1 FROM attune_captured WHERE table_name = '${table}' AND key = ${key});`;
}

function keyJson({ key }: WatchedTable, row: string): string {
  return `json_array(${key.map((column) => `${row}.${quoteIdentifier(column)}`).join(', ')})`;
}

/** A row as JSON, in SQL; bytes as `{"hex": …}`. */
export function rowJson({ columns }: WatchedTable, row: string): string {
  const parts = columns.map((column) => {
    const value = `${row}.${quoteIdentifier(column)}`;
    return `'${column}', CASE typeof(${value}) WHEN 'blob' THEN json_object('hex', hex(${value})) ELSE ${value} END`;
  });
  return `json_object(${parts.join(', ')})`;
}
