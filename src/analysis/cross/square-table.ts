import type { DataView as View } from '../analysis.ts';
import { levelsOf } from '../parts/levels.ts';
import { plainLabel } from '../parts/outcomes.ts';
import { anyMissing, type Reasons } from '../parts/reasons.ts';

/** Two variables with the same categories: before and after, or two raters. */
export interface SquareTable {
  /** Of the variable in the rows, and of that in the columns. */
  names: readonly [string, string];
  levels: readonly string[];
  counts: readonly (readonly number[])[];
  rowTotals: readonly number[];
  columnTotals: readonly number[];
  n: number;
  reasons: Reasons;
}

/** Categories in the order of the first variable, then those that only the second has; unused ones left out. */
export function squareTable(view: View, first: string, second: string): SquareTable {
  const [row, column] = [levelsOf(view, first, 'first'), levelsOf(view, second, 'second')];
  const all = [...new Set([...row.labels, ...column.labels])];
  const full = all.map(() => all.map(() => 0));
  const [down, across] = [row.codes(), column.codes()];
  const placeOf = [row, column].map(({ labels }) => labels.map((label) => all.indexOf(label)));
  for (let k = 0; k < down.length; k++) {
    const [i, j] = [placeOf[0]?.[down[k] as number], placeOf[1]?.[across[k] as number]];
    const line = i === undefined ? undefined : full[i];
    if (line && j !== undefined) line[j] = (line[j] ?? 0) + 1;
  }
  const add = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  const totals = all.map((_, i) => ({
    row: add(full[i] ?? []),
    column: add(full.map((line) => line[i] ?? 0)),
  }));
  const used = all.flatMap((_, i) =>
    (totals[i]?.row ?? 0) + (totals[i]?.column ?? 0) > 0 ? [i] : [],
  );
  const names = [plainLabel(row.variable), plainLabel(column.variable)] as const;
  return {
    names,
    levels: used.map((i) => all[i] ?? ''),
    counts: used.map((i) => used.map((j) => full[i]?.[j] ?? 0)),
    rowTotals: used.map((i) => totals[i]?.row ?? 0),
    columnTotals: used.map((i) => totals[i]?.column ?? 0),
    n: add(totals.map((each) => each.row)),
    reasons: anyMissing([
      { label: names[0], reasons: row.reasons },
      { label: names[1], reasons: column.reasons },
    ]),
  };
}
