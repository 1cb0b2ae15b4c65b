import type { ImportDecisions } from '../model/importing.ts';
import type { Task } from '../model/project.ts';
import type { Receipt } from '../model/receipt.ts';
import { Refusal, type Where } from '../model/refusal.ts';
import type { ImportComparison, ImportMode, ImportRequest } from '../model/reimport.ts';
import type { SourceFile } from '../model/table.ts';
import { addBlanks } from '../reimport/add-blanks.ts';
import { replaceSheet } from '../reimport/replace-sheet.ts';
import type { Sheet } from '../reimport/sheet.ts';
import { type StackedSheets, stackSheets } from '../reimport/stack-sheets.ts';
import { type RowComparison, updateSheet } from '../reimport/update-sheet.ts';
import { readImports } from '../store/imports.ts';
import { readNotes } from '../store/read-notes.ts';
import type { StoredTable } from '../store/tables.ts';
import { refuseAgain } from './already-imported.ts';
import type { Context } from './context.ts';
import { rememberedDecisions } from './load-for-table.ts';
import { readExtract } from './read-extract.ts';

/** An import into a table that is there, ready to be written: nothing of it is yet. */
export interface PlannedImport {
  mode: Exclude<ImportMode, 'new'>;
  before: StoredTable;
  sheet: Sheet;
  decisions: ImportDecisions;
  receipt: Receipt;
  comparison: ImportComparison;
  /** Which rows of the table came with the file. */
  rows: NonNullable<SourceFile['rows']>;
}

/**
 * Works out what an import would make of a table. The file is read under the given contract, which it
 * has to keep to in everything, or under the table's own, which it must not contradict.
 * @throws Refusal `unknown-table`, `not-imported`, `contract-drift`, `already-imported`, `kind-differs`, and
 * those of matchRows
 */
export async function planImport(
  context: Context,
  mode: PlannedImport['mode'],
  request: ImportRequest,
  task: Task,
): Promise<PlannedImport> {
  const before = context.table(request.table);
  const own = readImports(context.project.db).find(({ table }) => table === before.name);
  if (!own) {
    throw new Refusal(
      'not-imported',
      `${before.name} was made from other tables: no file goes into it.`,
      {
        hint: 'Import into the table that it was made from, then make it again.',
        where: { table: before.name },
      },
    );
  }
  const { contract = own.decisions, acceptDrift: accept = false } = request;
  const strict = request.contract !== undefined;
  const { contract: _, ...reading } = request;
  const extract = await readExtract(reading, { contract, strict, accept }, task);
  const { receipt, drift } = extract;
  refuseAgain(context, receipt, request);
  const table = { frame: context.frame(before), notes: readNotes(context.project.db, before) };
  const stacked = stackSheets(table, extract);
  const where = { file: receipt.file, table: before.name };
  const key = request.key ?? [];
  const outcome = outcomeOf(mode, stacked, addBlanks(extract, extract.missing), request, where);
  const { sheet, rows: counted, fromRow } = outcome;
  const { cellsChanged, blanksKept, changes, ...rows } = counted;
  const kept = { ...extract, frame: sheet.frame };
  const decisions = rememberedDecisions({ ...request, contract }, kept);
  return {
    mode,
    before,
    sheet: mode === 'replace' ? replaceSheet(before.variables, sheet) : sheet,
    decisions,
    receipt,
    rows: { first: fromRow + 1, n: sheet.frame.rows - fromRow },
    comparison: {
      mode,
      table: before.name,
      key,
      rows: { inTable: before.rows, inFile: extract.frame.rows, ...rows, after: sheet.frame.rows },
      cells: { changed: cellsChanged, blanksKept },
      columns: { added: stacked.added, lacking: stacked.lacking },
      changes,
      receipt,
      decisions,
      drift,
    },
  };
}

interface Outcome {
  sheet: Sheet;
  rows: RowComparison;
  /** 0-based row from which on all rows are of the file. */
  fromRow: number;
}

function outcomeOf(
  mode: PlannedImport['mode'],
  stacked: StackedSheets,
  file: Sheet,
  { key = [], blanksOverwrite = false }: ImportRequest,
  where: Where,
): Outcome {
  const { above } = stacked;
  const n = file.frame.rows;
  const none = { unchanged: 0, changed: 0, cellsChanged: 0, blanksKept: 0, changes: [] };
  switch (mode) {
    case 'append':
      return { sheet: stacked, rows: { ...none, new: n, gone: 0 }, fromRow: above };
    case 'replace': {
      // Against what stood there, an emptied cell is a change.
      const compared = { key, blanksOverwrite: true };
      const rows =
        key.length > 0
          ? updateSheet(stacked, compared, where).comparison
          : { ...none, new: n, gone: above };
      return { sheet: file, rows, fromRow: 0 };
    }
    case 'update': {
      const { sheet, comparison } = updateSheet(stacked, { key, blanksOverwrite }, where);
      return { sheet, rows: comparison, fromRow: above };
    }
  }
}
