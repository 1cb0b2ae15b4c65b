import type { ContractDrift } from '../model/drift.ts';
import { formatNumber } from '../model/format.ts';
import type { ImportDecisions } from '../model/importing.ts';
import type { Task } from '../model/project.ts';
import type { Receipt } from '../model/receipt.ts';
import type { ImportRequest } from '../model/reimport.ts';
import type { TableInfo } from '../model/table.ts';
import { acceptedDrift } from '../reimport/drift-refusal.ts';
import { writeImport } from '../store/imports.ts';
import { insertRows } from '../store/insert-rows.ts';
import { writeJournal } from '../store/journal.ts';
import { checkTableName } from '../store/names.ts';
import { inStagedTransaction } from '../store/stage.ts';
import { checkWritable } from '../store/transaction.ts';
import { writeColumns } from '../store/write-table.ts';
import type { Context } from './context.ts';
import { loadForTable } from './load-for-table.ts';
import { tableInfo } from './project-info.ts';

export interface Imported {
  table: TableInfo;
  receipt: Receipt;
  decisions: ImportDecisions;
  drift?: ContractDrift | null;
}

export async function importFile(
  context: Context,
  input: ImportRequest,
  task: Task,
): Promise<Imported> {
  checkWritable(context.project);
  checkTableName(input.table);
  const loaded = await loadForTable(context, input, task);
  const { receipt, decisions, drift } = loaded;
  const { db } = context.project;
  const importedAt = new Date().toISOString();
  await inStagedTransaction(context.project, loaded.frame, async (stage) => {
    const files = (receipt.parts ?? [receipt]).map(({ file, sheet, sha256, bytes }) => ({
      name: file,
      sheet,
      sha256,
      bytes,
      importedAt,
    }));
    const id = await writeColumns(
      db,
      {
        name: input.table,
        label: input.label ?? input.table,
        unit: input.unit ?? 'rows',
        frame: loaded.frame,
        notes: loaded.notes,
        origin: { made: 'import', files },
      },
      task,
    );
    writeImport(db, id, { importedAt, decisions, receipt });
    writeJournal(
      db,
      'importFile',
      `Imported ${receipt.file} into ${input.table}: ${receiptSentence(receipt)}${acceptedDrift(drift)}`,
    );
    // From here on the table can be read and its receipt shown; the rows follow for those who use SQL.
    await insertRows(db, id, loaded.frame, task, stage);
  });
  const table = tableInfo(context.table(input.table));
  return { table, receipt, decisions, ...(input.contract && { drift }) };
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
