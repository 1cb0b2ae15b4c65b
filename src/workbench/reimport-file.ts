import type { Task } from '../model/project.ts';
import type { ImportComparison, ImportRequest } from '../model/reimport.ts';
import type { Origin, SourceFile } from '../model/table.ts';
import { acceptedDrift } from '../reimport/drift-refusal.ts';
import { type EarlierImport, readImports, writeImport } from '../store/imports.ts';
import { writeJournal } from '../store/journal.ts';
import { writeSuccessor } from '../store/succession.ts';
import { checkWritable, inTransaction } from '../store/transaction.ts';
import type { Context } from './context.ts';
import { type Imported, receiptSentence } from './import-file.ts';
import { comparisonSentence } from './import-words.ts';
import { type PlannedImport, planImport } from './plan-import.ts';
import { tableInfo } from './project-info.ts';

/**
 * Imports a file into a table that is there. The table as it was is kept for undo; a refused or
 * cancelled import leaves everything as it was.
 * @throws Refusal as planImport does
 */
export async function reimportFile(
  context: Context,
  mode: PlannedImport['mode'],
  request: ImportRequest,
  task: Task,
): Promise<Imported & { comparison: ImportComparison }> {
  checkWritable(context.project);
  const plan = await planImport(context, mode, request, task);
  const { before, sheet, decisions, receipt, comparison } = plan;
  const { db } = context.project;
  const importedAt = new Date().toISOString();
  const earlier = mode === 'replace' ? [] : earlierImports(context, before.name);
  await inTransaction(context.project, async () => {
    const id = await writeSuccessor(
      db,
      before,
      {
        name: before.name,
        label: request.label ?? before.label,
        unit: request.unit ?? before.unit,
        frame: sheet.frame,
        notes: sheet.notes,
        origin: originOf(plan, importedAt),
      },
      `the import of ${receipt.file} into ${before.name} (${mode})`,
      task,
    );
    writeImport(db, id, { importedAt, decisions, receipt, earlier });
    writeJournal(
      db,
      'importFile',
      `${VERB[mode]} ${receipt.file}: ${comparisonSentence(comparison)} ${receiptSentence(receipt)}${acceptedDrift(comparison.drift)}`,
    );
  });
  return { table: tableInfo(context.table(before.name)), receipt, decisions, comparison };
}

const VERB = { replace: 'Replaced by', append: 'Appended', update: 'Updated from' };

/** The import that made the rows of a table, and those before it whose rows are still there. */
export function earlierImports(context: Context, table: string): EarlierImport[] {
  const own = readImports(context.project.db).find((record) => record.table === table);
  return own ? [...(own.earlier ?? []), { importedAt: own.importedAt, receipt: own.receipt }] : [];
}

function originOf({ mode, before, receipt, rows }: PlannedImport, importedAt: string): Origin {
  const { file: name, sheet, sha256, bytes } = receipt;
  const file: SourceFile = { name, sheet, sha256, bytes, importedAt, mode, rows };
  const files = before.origin.made === 'import' && mode !== 'replace' ? before.origin.files : [];
  return { made: 'import', files: [...files.map((each) => withRows(each, before.rows)), file] };
}

/** A file that brought all rows of a table brought the first of a longer one. */
export function withRows(file: SourceFile, n: number): SourceFile {
  return file.rows ? file : { ...file, rows: { first: 1, n } };
}
