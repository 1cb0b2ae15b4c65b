import type { Task } from '../model/project.ts';
import { type JudgedColumn, judgeColumn } from './judge-column.ts';
import type { Layout } from './layout.ts';
import type { RawTable } from './raw-table.ts';
import { repeatedHeadings } from './repeated-headings.ts';

export interface JudgedTable {
  columns: readonly JudgedColumn[];
  /** Regular rows among the data that say the headings again, ascending: they are no values of any column. */
  headings: Uint32Array;
}

/** Judges every column over the data rows. Only a file that repeats its headings is counted a second time. */
export async function judgeTable(
  table: RawTable,
  layout: Layout,
  name: string,
  task: Task,
): Promise<JudgedTable> {
  const judge = async (leftOut?: Uint32Array) => {
    const judged: JudgedColumn[] = [];
    for (const values of table.columns) {
      judged.push(judgeColumn(values, layout.first, layout.last, leftOut));
      task.progress(judged.length, table.columns.length, `Judging the columns of ${name}`);
      await task.checkpoint();
    }
    return judged;
  };
  const columns = await judge();
  const headings = repeatedHeadings(table, layout, columns);
  return { columns: headings.length === 0 ? columns : await judge(headings), headings };
}
