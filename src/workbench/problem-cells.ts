import type { ProblemCell } from '../model/reimport.ts';
import { rowSource } from '../model/row-source.ts';
import { readNotes } from '../store/read-notes.ts';
import type { Context } from './context.ts';

const SHOWN = 1_000;

/** The cells of a table that did not fit, each with the place in its file. */
export function problemCells(
  context: Context,
  input: { table: string },
): { of: number; cells: ProblemCell[] } {
  const table = context.table(input.table);
  const { origin, variables } = table;
  if (origin.made !== 'import') return { of: 0, cells: [] };
  const { origin: fileRows } = context.frame(table);
  const sourceOf = rowSource(origin) ?? (() => origin.files[0]);
  const problems = readNotes(context.project.db, table).filter(({ kind }) => kind === 'problem');
  const cells = problems.slice(0, SHOWN).map(({ row, column, raw, reason }): ProblemCell => {
    const source = sourceOf(row);
    return {
      file: source?.name ?? '',
      sheet: source?.sheet ?? null,
      fileRow: fileRows[row] ?? 0,
      row: row + 1,
      variable: variables[column]?.name ?? '',
      raw,
      reason,
    };
  });
  return { of: problems.length, cells };
}
