import type { Snapshot } from '../model/history.ts';
import type { Connection } from './connection.ts';
import { purgeHidden } from './hidden-tables.ts';
import { quoteIdentifier } from './names.ts';
import { type RowImage, restoreRows } from './restore-rows.ts';
import { rowJson, type WatchedTable, watchedTables } from './watch-changes.ts';

type Content = Record<string, readonly Record<string, unknown>[]>;

/** Keeps the project as it is under a name. Rows of tables are shared with it, not copied. */
export function writeSnapshot(db: Connection, name: string): void {
  const content = Object.fromEntries(
    watchedTables(db).map((table) => [table.name, shownRows(db, table)]),
  );
  db.prepare('INSERT OR REPLACE INTO attune_snapshot (name, at, content) VALUES (?, ?, ?)').run(
    name,
    new Date().toISOString(),
    JSON.stringify(content),
  );
}

/** All snapshots, oldest first. */
export function readSnapshots(db: Connection): Snapshot[] {
  return db.prepare('SELECT name, at FROM attune_snapshot ORDER BY at').all() as Snapshot[];
}

/** Puts every row back as the snapshot has it; what came since goes. Undefined when there is none of that name. */
export function restoreSnapshot(db: Connection, name: string): true | undefined {
  const stored = db.prepare('SELECT content FROM attune_snapshot WHERE name = ?').pluck().get(name);
  if (stored === undefined) return undefined;
  const content = JSON.parse(String(stored)) as Content;
  const images = watchedTables(db).flatMap((table) => {
    const keyOf = (row: Record<string, unknown>) =>
      JSON.stringify(table.key.map((column) => row[column]));
    const then = new Map(
      (content[table.name] ?? []).map((row) => [keyOf(row), JSON.stringify(row)]),
    );
    const now = new Map(shownRows(db, table).map((row) => [keyOf(row), JSON.stringify(row)]));
    const gone = [...now.keys()].filter((key) => !then.has(key));
    const other = [...then].filter(([key, text]) => now.get(key) !== text);
    return [...gone.map((key) => [key, null] as const), ...other].map(
      ([key, before]): RowImage => ({ table_name: table.name, key, before }),
    );
  });
  restoreRows(db, images);
  return true;
}

export function deleteSnapshot(db: Connection, name: string): boolean {
  const { changes } = db.prepare('DELETE FROM attune_snapshot WHERE name = ?').run(name);
  purgeHidden(db);
  return changes > 0;
}

/** What a watched table holds of the project as it is: hidden tables left out. */
function shownRows(db: Connection, table: WatchedTable): Record<string, unknown>[] {
  const where = table.name === 'attune_table' ? 'WHERE t.hidden = 0' : '';
  const order = table.key.map(quoteIdentifier).join(', ');
  const texts = db
    .prepare(
      `SELECT ${rowJson(table, 't')} FROM ${quoteIdentifier(table.name)} t ${where} ORDER BY ${order}`,
    )
    .pluck()
    .all() as string[];
  return texts.map((text) => JSON.parse(text) as Record<string, unknown>);
}
