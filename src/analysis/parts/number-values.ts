import { columnNamed, variableNamed } from '../../model/frame.ts';
import type { Variable } from '../../model/variable.ts';
import type { DataView as View } from '../analysis.ts';
import type { Levels } from './levels.ts';
import { type Reasons, reasonsOf, taken } from './reasons.ts';

export interface NumberValues {
  variable: Variable;
  /** One entry a row of the view; NaN is missing. */
  values: Float64Array;
  reasons: Reasons;
}

/** The numbers of a variable in the rows of the view. */
export function numberValues(view: View, name: string): NumberValues {
  const column = columnNamed(view.frame, name);
  const variable = variableNamed(view.frame, name);
  if (column.type !== 'numbers') throw new Error(`${name} does not hold numbers`);
  const values = taken(view, column.values);
  const reasons = reasonsOf(view, column);
  if (values.every((value, i) => Number.isFinite(value) || reasons.codes[i] !== 0))
    return { variable, values, reasons };
  const names = [...reasons.names, 'not a number'];
  const codes = Uint32Array.from(reasons.codes, (code, i) =>
    code === 0 && !Number.isFinite(values[i]) ? names.length : code,
  );
  return {
    variable,
    values: values.map((value) => (Number.isFinite(value) ? value : Number.NaN)),
    reasons: { codes, names },
  };
}

/** The values that are there. */
export function present({ values, reasons: { codes } }: NumberValues): number[] {
  const there: number[] = [];
  for (let i = 0; i < values.length; i++) if (codes[i] === 0) there.push(values[i] as number);
  return there;
}

/** The values that are there, one list a level. */
export function byLevel({ values, reasons }: NumberValues, levels: Levels): number[][] {
  const lists = levels.labels.map((): number[] => []);
  const codes = levels.codes();
  for (let i = 0; i < values.length; i++) {
    if (reasons.codes[i] === 0) lists[codes[i] as number]?.push(values[i] as number);
  }
  return lists;
}
