import { formatNumber } from '../model/format.ts';
import type { ProjectInfo } from '../model/project.ts';
import { writeJournal } from '../store/journal.ts';
import { undoSuccession } from '../store/succession.ts';
import { inTransactionNow } from '../store/transaction.ts';
import type { Context } from './context.ts';
import { projectInfo } from './project-info.ts';

/**
 * Takes the last import into a table back, whole: rows, notes, variables and receipt are those of before.
 * A table that a single import made is gone with it.
 * @throws Refusal `unknown-table`, `not-imported`, `nothing-to-undo`
 */
export function undoImport(context: Context, input: { table: string }): ProjectInfo {
  const { db } = context.project;
  const table = context.table(input.table);
  inTransactionNow(context.project, () => {
    const { before, what } = undoSuccession(db, table.name);
    const rows = (n: number) => `${formatNumber(n, 'count')} ${table.unit}`;
    writeJournal(
      db,
      'undoImport',
      before
        ? `Undid ${what}: it has its ${rows(before.rows)} of before, instead of ${formatNumber(table.rows, 'count')}.`
        : `Undid the import of ${table.name}: the table with its ${rows(table.rows)} is gone.`,
    );
  });
  return projectInfo(context);
}
