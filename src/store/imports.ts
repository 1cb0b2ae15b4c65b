import type { ImportDecisions, Receipt } from '../model/importing.ts';
import type { Connection } from './connection.ts';

export interface ImportRecord {
  table: string;
  importedAt: string;
  decisions: ImportDecisions;
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
    JSON.stringify(record.receipt),
  );
}

/** All imports, oldest first. */
export function readImports(db: Connection): ImportRecord[] {
  const rows = db
    .prepare(
      `SELECT t.name, i.imported_at, i.decisions, i.receipt
       FROM attune_import i JOIN attune_table t ON t.id = i.table_id ORDER BY i.table_id`,
    )
    .all() as ImportRow[];
  return rows.map((row) => ({
    table: row.name,
    importedAt: row.imported_at,
    decisions: JSON.parse(row.decisions) as ImportDecisions,
    receipt: JSON.parse(row.receipt) as Receipt,
  }));
}
