import { columnNamed, variableNamed } from '../../model/frame.ts';
import { Refusal } from '../../model/refusal.ts';
import type { DataView as View } from '../analysis.ts';
import { type NumberValues, numberValues } from './number-values.ts';
import { reasonsOf, taken } from './reasons.ts';

/**
 * A variable as numbers that have an order: its numbers, or for a category the position of each value
 * in the list of its categories, from 1.
 * @throws Refusal `no-order` for a category whose values are not all listed
 */
export function orderedValues(view: View, name: string, option: string): NumberValues {
  const column = columnNamed(view.frame, name);
  if (column.type !== 'codes') return numberValues(view, name);
  const variable = variableNamed(view.frame, name);
  const reasons = reasonsOf(view, column);
  const listed = new Map(variable.values.map((entry, i) => [entry.value, i + 1]));
  const position = column.dictionary.map((value) => listed.get(value) ?? Number.NaN);
  const codes = taken(view, column.codes);
  const values = new Float64Array(codes.length).fill(Number.NaN);
  for (let i = 0; i < codes.length; i++) {
    if (reasons.codes[i] !== 0) continue;
    const code = codes[i] as number;
    values[i] = position[code] ?? Number.NaN;
    if (Number.isNaN(values[i]))
      throw noOrder(variable.label, column.dictionary[code], option, name);
  }
  return { variable, values, reasons };
}

function noOrder(label: string, value: string | undefined, option: string, name: string): Refusal {
  return new Refusal(
    'no-order',
    `“${label}” has no order: “${value}” is not in its list of categories.`,
    {
      hint: 'List its categories from lowest to highest in Data.',
      where: { option, column: name },
    },
  );
}
