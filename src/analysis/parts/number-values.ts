import { missingReason } from '../../model/column.ts';
import { columnNamed, variableNamed } from '../../model/frame.ts';
import type { Variable } from '../../model/variable.ts';
import type { DataView as View } from '../analysis.ts';

export interface NumberValues {
  variable: Variable;
  /** One entry a row of the view; null is missing. */
  values: (number | null)[];
  /** Why it is missing; null when it is not. */
  reasons: (string | null)[];
}

/** The numbers of a variable in the rows of the view. */
export function numberValues(view: View, name: string): NumberValues {
  const column = columnNamed(view.frame, name);
  const values: (number | null)[] = [];
  const reasons: (string | null)[] = [];
  for (const row of view.rows) {
    const value = column.type === 'numbers' ? (column.values[row] ?? Number.NaN) : Number.NaN;
    const reason = missingReason(column, row) ?? (Number.isFinite(value) ? null : 'not a number');
    values.push(reason === null ? value : null);
    reasons.push(reason);
  }
  return { variable: variableNamed(view.frame, name), values, reasons };
}

/** The values that are there. */
export function present(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null);
}
