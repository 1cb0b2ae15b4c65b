import type { Variable } from '../model/variable.ts';
import type { Connection } from './connection.ts';
import { rowsTable } from './names.ts';
import { createReadableView, dropReadableView } from './readable-view.ts';
import type { StoredTable } from './tables.ts';
import { alignSegments, rememberVersion } from './versions.ts';

/** Takes a table out of the project, whole: its rows, notes and segments stay for undo. */
export function hideTable(
  db: Connection,
  { id, name, version }: Pick<StoredTable, 'id' | 'name' | 'version'>,
): void {
  rememberVersion(db, name, version);
  dropReadableView(db, name);
  db.prepare('UPDATE attune_table SET name = ?, hidden = 1 WHERE id = ?').run(hiddenName(id), id);
}

/** Puts a hidden table back under a name. */
export function showTable(db: Connection, id: number, name: string): void {
  db.prepare('UPDATE attune_table SET name = ?, hidden = 0 WHERE id = ?').run(name, id);
  const { version, variables } = db
    .prepare('SELECT version, variables FROM attune_table WHERE id = ?')
    .get(id) as { version: number; variables: string };
  alignSegments(db, id, version);
  dropReadableView(db, name);
  createReadableView(db, id, name, JSON.parse(variables) as Variable[]);
}

/** Rows in the tables of the project, and in those kept for undo and snapshots. */
export function countKept(db: Connection): { shown: number; hidden: number; tables: number } {
  return db
    .prepare(
      `SELECT coalesce(sum(rows) FILTER (WHERE hidden = 0), 0) AS shown,
              coalesce(sum(rows) FILTER (WHERE hidden = 1), 0) AS hidden,
              count(*) FILTER (WHERE hidden = 1) AS tables
       FROM attune_table`,
    )
    .get() as { shown: number; hidden: number; tables: number };
}

/** Deletes for good the hidden tables that no change, no snapshot and no undo of an import needs. */
export function purgeHidden(db: Connection): void {
  const unneeded = db
    .prepare(
      `SELECT id FROM attune_table WHERE hidden = 1
         AND id NOT IN (SELECT CAST(json_extract(key, '$[0]') AS INTEGER)
                        FROM attune_change_row WHERE table_name = 'attune_table')
         AND id NOT IN (SELECT u.before_id FROM attune_undo u JOIN attune_table t ON t.id = u.table_id
                        WHERE u.before_id IS NOT NULL AND t.hidden = 0)
         AND id NOT IN (SELECT CAST(t.value ->> 'id' AS INTEGER)
                        FROM attune_snapshot s, json_each(s.content, '$.attune_table') t)`,
    )
    .pluck()
    .all() as number[];
  for (const id of unneeded) {
    db.prepare('UPDATE attune_undo SET before_id = NULL WHERE before_id = ?').run(id);
    db.exec(`DROP TABLE IF EXISTS ${rowsTable(id)}`);
    db.prepare('DELETE FROM attune_table WHERE id = ?').run(id);
  }
}

export function hiddenName(id: number): string {
  return `attune_before_${id}`;
}
