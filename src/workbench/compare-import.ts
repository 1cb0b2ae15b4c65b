import type { Task } from '../model/project.ts';
import type { ImportComparison, ImportRequest } from '../model/reimport.ts';
import type { Context } from './context.ts';
import { loadForTable } from './load-for-table.ts';
import { planImport } from './plan-import.ts';

/** What an import would do, without doing it. @throws Refusal as the import itself would */
export async function compareImport(
  context: Context,
  request: ImportRequest,
  task: Task,
): Promise<ImportComparison> {
  const { mode = 'new', table } = request;
  if (mode !== 'new') return (await planImport(context, mode, request, task)).comparison;
  const { frame, receipt, decisions, drift } = await loadForTable(context, request, task);
  const rows = { inTable: 0, inFile: frame.rows, unchanged: 0, changed: 0, gone: 0 };
  return {
    mode,
    table,
    key: request.key ?? [],
    rows: { ...rows, new: frame.rows, after: frame.rows },
    cells: { changed: 0, blanksKept: 0 },
    columns: { added: frame.variables.map(({ name }) => name), lacking: [] },
    changes: [],
    receipt,
    decisions,
    drift,
  };
}
