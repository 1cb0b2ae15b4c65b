import type { Condition } from '../../model/condition.ts';
import type { MissingCount } from '../../model/result.ts';
import type { Variable } from '../../model/variable.ts';
import type { DataView as View } from '../analysis.ts';
import { levelsOf } from '../parts/levels.ts';
import { anyMissing, countReasons } from '../parts/reasons.ts';
import { levelIs } from '../parts/rows-behind.ts';

/** Counts of two variables with categories; levels without a row are left out. */
export interface ContingencyTable {
  rowVariable: Variable;
  columnVariable: Variable;
  rows: readonly string[];
  columns: readonly string[];
  counts: readonly (readonly number[])[];
  /** What each row and each column is, as a condition. */
  rowIs: readonly Condition[];
  columnIs: readonly Condition[];
  rowTotals: readonly number[];
  columnTotals: readonly number[];
  n: number;
  missing: readonly MissingCount[];
  emptyLevels: readonly string[];
}

/** @throws Refusal when a variable has too many values */
export function contingencyTable(view: View, rows: string, columns: string): ContingencyTable {
  const row = levelsOf(view, rows, 'rows');
  const column = levelsOf(view, columns, 'columns');
  const full = row.labels.map(() => column.labels.map(() => 0));
  const [across, down] = [column.codes(), row.codes()];
  for (let k = 0; k < view.rows.length; k++) {
    const line = full[down[k] as number];
    const j = across[k] as number;
    if (line && j >= 0) line[j] = (line[j] as number) + 1;
  }
  const reasons = anyMissing(
    [row, column].map((each) => ({ label: each.variable.label, reasons: each.reasons })),
  );
  const add = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const rowSums = full.map(add);
  const columnSums = column.labels.map((_, j) => add(full.map((line) => line[j] ?? 0)));
  const keptRows = indices(rowSums);
  const keptColumns = indices(columnSums);
  return {
    rowVariable: row.variable,
    columnVariable: column.variable,
    rows: keptRows.map((i) => row.labels[i] ?? ''),
    columns: keptColumns.map((j) => column.labels[j] ?? ''),
    counts: keptRows.map((i) => keptColumns.map((j) => full[i]?.[j] ?? 0)),
    rowIs: keptRows.map((i) => levelIs(row, i)),
    columnIs: keptColumns.map((j) => levelIs(column, j)),
    rowTotals: keptRows.map((i) => rowSums[i] ?? 0),
    columnTotals: keptColumns.map((j) => columnSums[j] ?? 0),
    n: add(rowSums),
    missing: countReasons(reasons),
    emptyLevels: [
      ...row.labels.filter((_, i) => rowSums[i] === 0),
      ...column.labels.filter((_, j) => columnSums[j] === 0),
    ],
  };
}

function indices(sums: readonly number[]): number[] {
  return sums.flatMap((n, i) => (n > 0 ? [i] : []));
}
