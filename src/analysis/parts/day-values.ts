import { missingReason } from '../../model/column.ts';
import { columnNamed, variableNamed } from '../../model/frame.ts';
import type { Variable } from '../../model/variable.ts';
import type { DataView as View } from '../analysis.ts';

export interface DayValues {
  variable: Variable;
  /** One entry a row of the view: day number, null when missing. */
  days: (number | null)[];
  reasons: (string | null)[];
}

/** The dates of a variable in the rows of the view. */
export function dayValues(view: View, name: string): DayValues {
  const column = columnNamed(view.frame, name);
  const reasons = Array.from(view.rows, (row) => missingReason(column, row));
  const days = Array.from(view.rows, (row, i) =>
    reasons[i] === null && column.type === 'days' ? (column.values[row] ?? null) : null,
  );
  return { variable: variableNamed(view.frame, name), days, reasons };
}
