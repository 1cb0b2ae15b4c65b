import type { ImportDecisions } from '../model/importing.ts';
import type { Receipt } from '../model/receipt.ts';
import type { Connection } from './connection.ts';

export interface ImportRecord {
  table: string;
  importedAt: string;
  decisions: ImportDecisions;
  receipt: Receipt;
  /** Imports into the same table whose rows are still in it, oldest first. */
  earlier?: readonly EarlierImport[];
}

export interface EarlierImport {
  importedAt: string;
  receipt: Receipt;
}

interface ImportRow {
  name: string;
  imported_at: string;
  decisions: string;
  receipt: string;
}

export function writeImport(
  db: Connection,
  tableId: number,
  record: Omit<ImportRecord, 'table'>,
): void {
  db.prepare(
    'INSERT INTO attune_import (table_id, imported_at, decisions, receipt) VALUES (?, ?, ?, ?)',
  ).run(
    tableId,
    record.importedAt,
    JSON.stringify(record.decisions),
    JSON.stringify({ ...record.receipt, ...(record.earlier && { earlier: record.earlier }) }),
  );
}

/** The last import into each table, in the order of the tables; hidden ones are left out. */
export function readImports(db: Connection): ImportRecord[] {
  const rows = db
    .prepare(
      `SELECT t.name, i.imported_at, i.decisions, i.receipt
       FROM attune_import i JOIN attune_table t ON t.id = i.table_id
       LEFT JOIN attune_undo u ON u.table_id = t.id
       WHERE t.hidden = 0
       ORDER BY coalesce(u.position, t.id)`,
    )
    .all() as ImportRow[];
  return rows.map((row) => {
    const { earlier, ...receipt } = JSON.parse(row.receipt) as Receipt &
      Pick<ImportRecord, 'earlier'>;
    return {
      table: row.name,
      importedAt: row.imported_at,
      decisions: JSON.parse(row.decisions) as ImportDecisions,
      receipt,
      ...(earlier && { earlier }),
    };
  });
}

/** Every import whose rows are in a table, oldest first. */
export function readReceipts(db: Connection): (EarlierImport & { table: string })[] {
  return readImports(db).flatMap(({ table, importedAt, receipt, earlier = [] }) =>
    [...earlier, { importedAt, receipt }].map((each) => ({ ...each, table })),
  );
}
