import { loadFile } from '../import/load-file.ts';
import { formatNumber } from '../model/format.ts';
import type { FileReading, ImportDecisions, Receipt } from '../model/importing.ts';
import type { Task } from '../model/project.ts';
import type { TableInfo } from '../model/table.ts';
import { writeImport } from '../store/imports.ts';
import { writeJournal } from '../store/journal.ts';
import { checkTableName } from '../store/names.ts';
import { checkWritable, inTransaction } from '../store/transaction.ts';
import { writeTable } from '../store/write-table.ts';
import type { Context } from './context.ts';
import { tableInfo } from './project-info.ts';

export interface Imported {
  table: TableInfo;
  receipt: Receipt;
  decisions: ImportDecisions;
}

export async function importFile(
  context: Context,
  input: FileReading & { table: string; label?: string; unit?: string },
  task: Task,
): Promise<Imported> {
  checkWritable(context.project);
  checkTableName(input.table);
  const loaded = await loadFile(input, task);
  const { receipt, decisions } = loaded;
  const { db } = context.project;
  const importedAt = new Date().toISOString();
  await inTransaction(context.project, async () => {
    const file = {
      name: receipt.file,
      sheet: receipt.sheet,
      sha256: receipt.sha256,
      bytes: receipt.bytes,
      importedAt,
    };
    const id = await writeTable(
      db,
      {
        name: input.table,
        label: input.label ?? input.table,
        unit: input.unit ?? 'rows',
        frame: loaded.frame,
        notes: loaded.notes,
        origin: { made: 'import', files: [file] },
      },
      task,
    );
    writeImport(db, id, { importedAt, decisions, receipt });
    writeJournal(
      db,
      'importFile',
      `Imported ${receipt.file} into ${input.table}: ${receiptSentence(receipt)}`,
    );
  });
  return { table: tableInfo(context.table(input.table)), receipt, decisions };
}

/** "376 rows read = 365 loaded + 1 quarantined + 9 skipped + 1 blank; 3 cells kept as text." */
export function receiptSentence(receipt: Receipt): string {
  const n = (value: number) => formatNumber(value, 'count');
  const sum =
    `${n(receipt.read)} rows read = ${n(receipt.loaded)} loaded + ${n(receipt.quarantined)} quarantined` +
    ` + ${n(receipt.skipped)} skipped + ${n(receipt.blank)} blank`;
  const asText = receipt.cells.asText;
  if (asText === 0) return `${sum}.`;
  const cells =
    asText === 1 ? '1 cell did not fit and was' : `${n(asText)} cells did not fit and were`;
  return `${sum}; ${cells} kept as text.`;
}
