import type { Connection } from './connection.ts';
import { hiddenName } from './hidden-tables.ts';
import { quoteIdentifier } from './names.ts';
import { createReadableView, dropReadableView } from './readable-view.ts';
import { readTables, type StoredTable } from './tables.ts';
import { alignSegments } from './versions.ts';
import { type WatchedTable, watchedTables } from './watch-changes.ts';

/** What a row was, or null when it was not there. */
export interface RowImage {
  table_name: string;
  /** JSON list of its key. */
  key: string;
  /** JSON record. */
  before: string | null;
}

type Cell = string | number | null | { hex: string };

/**
 * Puts rows back as they were. What comes from the file is taken for values only: names of tables and
 * columns are those of the schema. A table that was not there is hidden, so that redo finds it.
 */
export function restoreRows(db: Connection, images: readonly RowImage[]): void {
  const tables = new Map(watchedTables(db).map((table) => [table.name, table]));
  const known = images.flatMap((image) => {
    const table = tables.get(image.table_name);
    return table ? [{ table, key: JSON.parse(image.key) as Cell[], before: readRow(image) }] : [];
  });
  db.pragma('defer_foreign_keys = ON');
  const shown = readTables(db);
  for (const { table, key, before } of known) {
    // Tables change names with each other: none may be taken when it is needed.
    if (before === null || table.name === 'attune_table') takeAway(db, table, key);
  }
  for (const { table, before } of known) if (before !== null) putBack(db, table, before);
  showAsNow(db, shown);
}

function readRow({ before }: RowImage): Record<string, Cell> | null {
  return before === null ? null : (JSON.parse(before) as Record<string, Cell>);
}

function takeAway(db: Connection, table: WatchedTable, key: readonly Cell[]): void {
  if (table.name === 'attune_table') {
    const id = Number(key[0]);
    db.prepare('UPDATE attune_table SET name = ?, hidden = 1 WHERE id = ?').run(hiddenName(id), id);
    return;
  }
  const where = table.key.map((column) => `${quoteIdentifier(column)} IS ?`).join(' AND ');
  db.prepare(`DELETE FROM ${quoteIdentifier(table.name)} WHERE ${where}`).run(...key.map(bound));
}

function putBack(db: Connection, table: WatchedTable, row: Record<string, Cell>): void {
  const columns = table.columns.filter((column) => column in row);
  const names = columns.map(quoteIdentifier);
  const rest = names.filter((_, at) => !table.key.includes(columns[at] ?? ''));
  const update = rest.map((name) => `${name} = excluded.${name}`).join(', ');
  db.prepare(
    `INSERT INTO ${quoteIdentifier(table.name)} (${names.join(', ')})
     VALUES (${names.map(() => '?').join(', ')})
     ON CONFLICT (${table.key.map(quoteIdentifier).join(', ')})
     DO ${update === '' ? 'NOTHING' : `UPDATE SET ${update}`}`,
  ).run(...columns.map((column) => bound(row[column] ?? null)));
}

function bound(cell: Cell): string | number | null | Buffer {
  return typeof cell === 'object' && cell !== null ? Buffer.from(cell.hex, 'hex') : cell;
}

/** Readable views and the version of segments follow what tables are there now. */
function showAsNow(db: Connection, before: readonly StoredTable[]): void {
  const now = readTables(db);
  const isSame = (a: StoredTable, b: StoredTable) =>
    a.id === b.id && a.name === b.name && a.version === b.version;
  for (const was of before) {
    if (!now.some((table) => isSame(table, was))) dropReadableView(db, was.name);
  }
  for (const table of now) {
    if (before.some((was) => isSame(table, was))) continue;
    createReadableView(db, table.id, table.name, table.variables);
    alignSegments(db, table.id, table.version);
  }
}
