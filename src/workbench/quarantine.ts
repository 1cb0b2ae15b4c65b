import { loadCells } from '../import/load-cells.ts';
import type { Task } from '../model/project.ts';
import type { Receipt, RequeuedRow } from '../model/receipt.ts';
import { Refusal } from '../model/refusal.ts';
import type { CorrectedRow, QuarantineEntry } from '../model/reimport.ts';
import type { Origin, SourceFile, TableInfo } from '../model/table.ts';
import { stackSheets } from '../reimport/stack-sheets.ts';
import { type EarlierImport, readImports, writeImport } from '../store/imports.ts';
import { writeJournal } from '../store/journal.ts';
import { readNotes } from '../store/read-notes.ts';
import { writeSuccessor } from '../store/succession.ts';
import { checkWritable, inTransaction } from '../store/transaction.ts';
import type { Context } from './context.ts';
import { tableInfo } from './project-info.ts';
import { earlierImports, withRows } from './reimport-file.ts';

/** The rows of a table's files that were set aside and not sent back through since. */
export function quarantine(context: Context, input: { table: string }): QuarantineEntry[] {
  const { name } = context.table(input.table);
  return earlierImports(context, name).flatMap(({ importedAt, receipt }) =>
    receipt.quarantine.map((each) => ({
      file: receipt.file,
      sheet: receipt.sheet,
      importedAt,
      ...each,
    })),
  );
}

/**
 * Loads corrected rows out of quarantine: read as the cells of their file are, appended with the row they
 * had there, and counted as loaded in its receipt. Can be undone like an import.
 * @throws Refusal `not-in-quarantine`, `row-twice`, `row-width`, `required-cell`, `not-imported`
 */
export async function requeue(
  context: Context,
  input: { table: string; rows: readonly CorrectedRow[] },
  task: Task,
): Promise<TableInfo> {
  checkWritable(context.project);
  const before = context.table(input.table);
  const { db } = context.project;
  const own = readImports(db).find(({ table }) => table === before.name);
  if (!own || before.origin.made !== 'import') {
    throw new Refusal(
      'not-imported',
      `${before.name} was made from other tables: nothing of it is in quarantine.`,
      {
        where: { table: before.name },
      },
    );
  }
  const at = new Date().toISOString();
  let imports = earlierImports(context, before.name);
  let sheet = { frame: context.frame(before), notes: readNotes(db, before) };
  let files = before.origin.files.map((file) => withRows(file, before.rows));
  for (const [place, rows] of placed(imports, input.rows, before.name)) {
    const { importedAt, receipt } = imports[place] as EarlierImport;
    const where = { file: receipt.file, table: before.name };
    const loaded = loadCells(rows, own.decisions, where);
    const first = sheet.frame.rows + 1;
    const { frame, notes } = stackSheets(sheet, loaded);
    sheet = { frame, notes: [...notes] };
    const moved = movedOut(receipt, rows, at);
    const { file: name, sheet: of, sha256, bytes } = receipt;
    const source: SourceFile = { name, sheet: of, sha256, bytes, importedAt: at, mode: 'requeue' };
    files = [...files, { ...source, rows: { first, n: rows.length } }];
    const counted = {
      cells: addCells(receipt, loaded.cells),
      problems: [...receipt.problems, ...loaded.problems],
    };
    imports = imports.with(place, { importedAt, receipt: { ...receipt, ...moved, ...counted } });
  }
  const last = imports.at(-1);
  if (!last || input.rows.length === 0) return tableInfo(before);
  await inTransaction(context.project, async () => {
    const origin: Origin = { made: 'import', files };
    const n = input.rows.length === 1 ? '1 row' : `${input.rows.length} rows`;
    const id = await writeSuccessor(
      db,
      before,
      { ...before, ...sheet, origin },
      `the return of ${n} from quarantine into ${before.name}`,
      task,
    );
    const { decisions } = own;
    writeImport(db, id, { ...last, decisions, earlier: imports.slice(0, -1) });
    const numbers = input.rows.map(({ row }) => row).join(', ');
    writeJournal(
      db,
      'requeue',
      `Sent ${n} back from quarantine into ${before.name}, corrected: ${input.rows.length === 1 ? 'row' : 'rows'} ${numbers} of the file.`,
    );
  });
  return tableInfo(context.table(before.name));
}

/** The corrected rows by the import that set them aside. */
function placed(
  imports: readonly EarlierImport[],
  rows: readonly CorrectedRow[],
  table: string,
): Map<number, CorrectedRow[]> {
  const found = new Map<number, CorrectedRow[]>();
  for (const corrected of rows) {
    const { row, file } = corrected;
    const places = [...imports.keys()].flatMap((place) => {
      const receipt = imports[place]?.receipt;
      const isFile = file === undefined || receipt?.file === file;
      return isFile
        ? (receipt?.quarantine ?? []).filter((each) => each.row === row).map(() => place)
        : [];
    });
    const [place] = places;
    if (place === undefined || places.length > 1) {
      const names = places.map((each) => imports[each]?.receipt.file).join(', ');
      throw new Refusal(
        'not-in-quarantine',
        places.length > 1
          ? `Row ${row} is in quarantine of more than one file: ${names}.`
          : `Row ${row} is not in quarantine.`,
        {
          hint:
            places.length > 1 ? 'Say of which file it is.' : 'It may have been sent back already.',
          where: { table, row, ...(file === undefined ? {} : { file }) },
        },
      );
    }
    const group = found.get(place) ?? [];
    if (group.some((each) => each.row === row)) {
      throw new Refusal('row-twice', `Row ${row} is given twice.`, { where: { table, row } });
    }
    found.set(place, [...group, corrected]);
  }
  return found;
}

/** A receipt in which rows have gone from quarantine to the loaded ones. */
function movedOut(
  receipt: Receipt,
  rows: readonly CorrectedRow[],
  at: string,
): Pick<Receipt, 'loaded' | 'quarantined' | 'quarantine' | 'requeued' | 'parts'> {
  const corrected = new Map(rows.map(({ row, cells }) => [row, cells]));
  const gone = receipt.quarantine.flatMap((each): RequeuedRow[] => {
    const cells = corrected.get(each.row);
    return cells ? [{ ...each, corrected: cells, at }] : [];
  });
  return {
    loaded: receipt.loaded + gone.length,
    quarantined: receipt.quarantined - gone.length,
    quarantine: receipt.quarantine.filter(({ row }) => !corrected.has(row)),
    requeued: [...(receipt.requeued ?? []), ...gone],
    ...(receipt.parts && {
      parts: receipt.parts.map((part) => {
        // A stacked file says in the reason which of its parts a row is of.
        const n = gone.filter(({ reason }) => reason.startsWith(`${part.file}: `)).length;
        return { ...part, loaded: part.loaded + n, quarantined: part.quarantined - n };
      }),
    }),
  };
}

function addCells({ cells }: Receipt, more: Receipt['cells']): Receipt['cells'] {
  return {
    total: cells.total + more.total,
    typed: cells.typed + more.typed,
    missing: cells.missing + more.missing,
    empty: cells.empty + more.empty,
    asText: cells.asText + more.asText,
  };
}
