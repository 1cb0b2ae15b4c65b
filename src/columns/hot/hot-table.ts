import type { MemoryPlan } from '../../model/board.ts';
import { variableIndex } from '../../model/frame.ts';
import { Refusal } from '../../model/refusal.ts';
import type { Variable } from '../../model/variable.ts';
import type { ColumnKernel } from '../kernel/column-kernel.ts';
import { makeColumnKernel } from '../kernel/make-kernel.ts';
import { type HotColumn, openColumn } from './hot-column.ts';
import { memoryPlan } from './memory-plan.ts';
import type { StoredColumn } from './stored-column.ts';

/** A table in the column engine. */
export interface HotTable {
  readonly rows: number;
  readonly variables: readonly Variable[];
  readonly kernel: ColumnKernel;
  /** What it may take; a column that was not asked for takes nothing. */
  readonly plan: MemoryPlan;
  /**
   * A column, read when it is first asked for.
   * @throws Refusal `unknown-variable`
   */
  column(name: string): HotColumn;
}

/** Bytes that one memory of WebAssembly can have, with some left for the kernel itself. */
const MOST_BYTES = 2 ** 32 - 2 ** 24;

/**
 * Opens a table of which nothing is read yet.
 *
 * @throws Refusal `table-too-large` when its columns would not fit into one memory
 */
export function openHotTable(
  rows: number,
  stored: readonly StoredColumn[],
  makeKernel: (rows: number, room: number) => ColumnKernel = makeColumnKernel,
): HotTable {
  const plan = memoryPlan(rows, stored);
  const room = plan.columns + plan.charts;
  if (room > MOST_BYTES) {
    const gigabytes = (room / 2 ** 30).toFixed(1);
    throw new Refusal(
      'table-too-large',
      `The table may need ${gigabytes} GB in memory; the limit is 4 GB.`,
      { hint: 'Make a table with fewer variables or rows and explore that.' },
    );
  }
  const kernel = makeKernel(rows, room);
  const variables = stored.map(({ variable }) => variable);
  const opened = new Map<number, HotColumn>();
  return {
    rows,
    variables,
    kernel,
    plan,
    column: (name) => {
      const at = variableIndex({ variables }, name);
      const known = opened.get(at) ?? openColumn(stored[at] as StoredColumn, kernel);
      opened.set(at, known);
      return known;
    },
  };
}
