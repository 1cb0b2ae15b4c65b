import { conditionBitmap } from '../cohort/condition-bitmap.ts';
import type { Tables } from '../cohort/tables.ts';
import { addRuns, type CodeRuns, runsPresent } from '../columns/hot/code-runs.ts';
import type { HotColumn } from '../columns/hot/hot-column.ts';
import type { HotTable } from '../columns/hot/hot-table.ts';
import { codeValue } from '../columns/hot/hot-value.ts';
import type { Bitmap } from '../columns/kernel/column-kernel.ts';
import type { Condition } from '../model/condition.ts';
import type { Frame } from '../model/frame.ts';
import type { RowVerdict } from './rule-kind.ts';

/**
 * The rows in which a column has one of some codes, for each of several columns: a row fails when any of
 * its cells does. `asked` are the codes that the rule asks at all.
 */
export function failingCells(
  table: HotTable,
  variables: readonly string[],
  failing: (column: HotColumn) => CodeRuns,
  options: {
    asked?: (column: HotColumn) => CodeRuns;
    when?: Condition | undefined;
    /** For a condition on rows of other tables. */
    frames?: Tables<Frame>;
  } = {},
): RowVerdict {
  const { kernel } = table;
  const { asked = runsPresent, when, frames } = options;
  const within = when && conditionBitmap(when, table, frames);
  const rows = kernel.bitmap();
  const ofRows = kernel.bitmap();
  let cells = 0;
  for (const name of variables) {
    const column = table.column(name);
    addRuns(kernel, ofRows, column, asked(column));
    const runs = failing(column);
    if (runs.length === 0) continue;
    const own = kernel.bitmap();
    addRuns(kernel, own, column, runs);
    if (within) kernel.and(own, within);
    cells += kernel.count(own);
    kernel.or(rows, own);
    kernel.release(own);
  }
  if (within) {
    kernel.and(ofRows, within);
    kernel.release(within);
  }
  const of = kernel.count(ofRows);
  kernel.release(ofRows);
  return { rows, cells, of };
}

/** The codes, from the floor on, whose value fails; the value is asked once a code. */
export function runsFailing(
  column: HotColumn,
  fails: (value: string | number) => boolean,
): CodeRuns {
  const runs: [number, number][] = [];
  for (let code = column.floor; code < column.size; code++) {
    const value = codeValue(column, code);
    if (value === null || !fails(value)) continue;
    const last = runs.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else runs.push([code, code]);
  }
  return runs;
}

/** The variables of a row whose code is in the runs that a column has. */
export function failingIn(
  table: HotTable,
  variables: readonly string[],
  row: number,
  failing: (column: HotColumn) => CodeRuns,
): string[] {
  return variables.filter((name) => {
    const column = table.column(name);
    const code = column.codes[row] as number;
    return failing(column).some(([low, high]) => code >= low && code <= high);
  });
}

/** The rows that have no value, as a bitmap of the caller's. */
export function rowsMissing({ kernel }: HotTable, column: HotColumn): Bitmap {
  const missing = kernel.bitmap();
  if (column.floor > 0) addRuns(kernel, missing, column, [[0, column.floor - 1]]);
  return missing;
}

/** How many rows have no value. */
export function countMissing(table: HotTable, column: HotColumn): number {
  const missing = rowsMissing(table, column);
  const n = table.kernel.count(missing);
  table.kernel.release(missing);
  return n;
}

/** How many rows have each code, reasons among them. */
export function countCodes(column: HotColumn, rows: number): Uint32Array {
  const counts = new Uint32Array(column.size);
  const { codes } = column;
  for (let row = 0; row < rows; row++) {
    const code = codes[row] as number;
    counts[code] = (counts[code] as number) + 1;
  }
  return counts;
}
