import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import type { OpenWorkbench } from '../../src/workbench.ts';

/** What people see of a project, as one number: tables with every row and note, cohorts, results, report. */
export function projectHash(workbench: OpenWorkbench): string {
  const { tables, cohorts } = workbench.project({});
  const seen = tables.map(({ name, rows, ...table }) => ({
    ...table,
    page: workbench.rows({ table: name, offset: 0, limit: Math.max(1, rows) }),
    problems: workbench.problemCells({ table: name }),
    contract: table.origin.made === 'import' ? workbench.contractOf({ table: name }) : null,
  }));
  return hash([
    seen,
    cohorts,
    workbench.receipts({}),
    workbench.results({}),
    workbench.report({}),
    workbench.measures({}),
  ]);
}

/**
 * The same of the closed file, by SQL alone: every row of every table and view. Left out are the journal,
 * what undo keeps, and counters that never go back.
 */
export function fileHash(path: string): string {
  const db = new Database(path, { readonly: true });
  try {
    const names = db
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')
           AND name NOT IN ('attune_journal', 'attune_meta', 'attune_change', 'attune_change_row',
                            'attune_snapshot', 'sqlite_sequence') ORDER BY name`,
      )
      .pluck()
      .all() as string[];
    const hidden = new Set(
      db.prepare('SELECT id FROM attune_table WHERE hidden = 1').pluck().all() as number[],
    );
    const content = names.map((name) => {
      const rows = db.prepare(`SELECT * FROM "${name}"`).raw().all() as unknown[][];
      const ofTable = ['attune_table', 'attune_cell_note', 'attune_column', 'attune_segment'];
      if (ofTable.includes(name)) return [name, rows.filter(([id]) => !hidden.has(Number(id)))];
      return hidden.has(Number(/^rows_(\d+)$/.exec(name)?.[1])) ? null : [name, rows];
    });
    return hash(content.filter((each) => each !== null));
  } finally {
    db.close();
  }
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
