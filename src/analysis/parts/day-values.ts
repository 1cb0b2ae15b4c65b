import { columnNamed, variableNamed } from '../../model/frame.ts';
import type { Variable } from '../../model/variable.ts';
import type { DataView as View } from '../analysis.ts';
import { type Reasons, reasonsOf, taken } from './reasons.ts';

export interface DayValues {
  variable: Variable;
  /** One entry a row of the view: day number, null when missing. */
  days: (number | null)[];
  reasons: Reasons;
}

/** The dates of a variable in the rows of the view. */
export function dayValues(view: View, name: string): DayValues {
  const column = columnNamed(view.frame, name);
  if (column.type !== 'days') throw new Error(`${name} does not hold dates`);
  const reasons = reasonsOf(view, column);
  const days = Array.from(taken(view, column.values), (day, i) =>
    reasons.codes[i] === 0 ? day : null,
  );
  return { variable: variableNamed(view.frame, name), days, reasons };
}
