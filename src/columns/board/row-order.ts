import { addRuns, type CodeRuns } from '../hot/code-runs.ts';
import { codeWidth, type HotColumn } from '../hot/hot-column.ts';
import type { HotTable } from '../hot/hot-table.ts';

/** The rows of a table in the order of a column: those of code c stand from `starts[c]` to `starts[c + 1]`. */
interface RowOrder {
  rows: Uint32Array;
  starts: Uint32Array;
}

/** Above this an order is only made when it is asked for, because making it would be felt. */
const ORDERED_AT_ONCE = 2_000_000;

/**
 * Finds the rows of some codes of the column that is being brushed: by an order of its rows (four bytes
 * a row, of one column at a time), so that no other row is looked at, or else by one pass of the kernel.
 */
export class RowFinder {
  readonly #table: HotTable;
  #column: HotColumn | undefined;
  #order: RowOrder | undefined;

  constructor(table: HotTable) {
    this.#table = table;
  }

  /** Makes the order of a column now, so that brushing it need not. */
  prepare(column: HotColumn): void {
    if (this.#column === column || codeWidth(column.size) > 2) return;
    this.#column = column;
    this.#order = orderRows(column, this.#table.rows);
  }

  /** The rows of the codes; undefined when there are more than `most`. */
  rowsIn(column: HotColumn, runs: CodeRuns, most: number): Uint32Array[] | undefined {
    if (this.#table.rows <= ORDERED_AT_ONCE) this.prepare(column);
    if (this.#column !== column || !this.#order) return this.#byBitmap(column, runs, most);
    const { rows, starts } = this.#order;
    const found = runs.map(([low, high]) => rows.subarray(starts[low], starts[high + 1]));
    return found.reduce((sum, { length }) => sum + length, 0) > most ? undefined : found;
  }

  #byBitmap(column: HotColumn, runs: CodeRuns, most: number): Uint32Array[] | undefined {
    if (runs.length === 0) return [];
    const { kernel } = this.#table;
    const bitmap = kernel.bitmap();
    addRuns(kernel, bitmap, column, runs);
    const found = kernel.count(bitmap) > most ? undefined : [kernel.rowsOf(bitmap)];
    kernel.release(bitmap);
    return found;
  }
}

/** One counting sort. */
function orderRows({ codes, size }: HotColumn, rows: number): RowOrder {
  const starts = new Uint32Array(size + 2);
  for (let row = 0; row < rows; row++) {
    const at = (codes[row] as number) + 2;
    starts[at] = (starts[at] as number) + 1;
  }
  for (let at = 1; at < starts.length; at++) {
    starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  }
  const sorted = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    const at = (codes[row] as number) + 1;
    const to = starts[at] as number;
    sorted[to] = row;
    starts[at] = to + 1;
  }
  return { rows: sorted, starts };
}
