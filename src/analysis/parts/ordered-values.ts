import { missingReason, valueAt } from '../../model/column.ts';
import { columnNamed, variableNamed } from '../../model/frame.ts';
import { Refusal } from '../../model/refusal.ts';
import type { DataView as View } from '../analysis.ts';
import { type NumberValues, numberValues } from './number-values.ts';

/**
 * A variable as numbers that have an order: its numbers, or for a category the position of each value
 * in the list of its categories, from 1.
 * @throws Refusal `no-order` for a category whose values are not all listed
 */
export function orderedValues(view: View, name: string, option: string): NumberValues {
  const column = columnNamed(view.frame, name);
  if (column.type === 'numbers') return numberValues(view, name);
  const variable = variableNamed(view.frame, name);
  const reasons = Array.from(view.rows, (row) => missingReason(column, row));
  const position = new Map(variable.values.map((entry, i) => [entry.value, i + 1]));
  const values = Array.from(view.rows, (row, i) => {
    if (reasons[i] !== null) return null;
    const value = String(valueAt(column, row) ?? '');
    const at = position.get(value);
    if (at !== undefined) return at;
    throw new Refusal(
      'no-order',
      `“${variable.label}” has no order: “${value}” is not in its list of categories.`,
      {
        hint: 'List its categories from lowest to highest in Data.',
        where: { option, column: name },
      },
    );
  });
  return { variable, values, reasons };
}
