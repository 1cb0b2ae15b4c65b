import type { NumberValues } from './number-values.ts';
import { anyMissing, type Reasons } from './reasons.ts';

/** Rows that have every one of several variables. */
export interface CompleteRows {
  /** `rows[i][j]`: the j-th variable of the i-th complete row. */
  rows: number[][];
  width: number;
  incomplete: number;
  reasons: Reasons;
}

export function completeRows(
  variables: readonly (NumberValues & { label: string })[],
): CompleteRows {
  const reasons = anyMissing(variables);
  const rows: number[][] = [];
  reasons.codes.forEach((code, i) => {
    if (code === 0) rows.push(variables.map(({ values }) => values[i] as number));
  });
  return {
    rows,
    width: variables.length,
    incomplete: reasons.codes.length - rows.length,
    reasons,
  };
}
