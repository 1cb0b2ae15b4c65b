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
  if (allFinite(values, reasons)) return { variable, values, reasons };
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

function allFinite(values: Float64Array, { codes }: Reasons): boolean {
  for (let i = 0; i < values.length; i++) {
    // 0 for a finite number, otherwise not a number.
    if ((values[i] as number) * 0 !== 0 && codes[i] === 0) return false;
  }
  return true;
}

/** The values that are there. */
export function present({ values, reasons: { codes } }: NumberValues): Float64Array {
  const there = new Float64Array(values.length);
  let n = 0;
  for (let i = 0; i < values.length; i++) if (codes[i] === 0) there[n++] = values[i] as number;
  return there.subarray(0, n);
}

/** The values that are there, one list a level. */
export function byLevel({ values, reasons }: NumberValues, levels: Levels): Float64Array[] {
  const codes = levels.codes();
  const lists = levels.counts.map((rows) => new Float64Array(rows));
  const sizes = new Uint32Array(lists.length);
  for (let i = 0; i < values.length; i++) {
    const level = codes[i] as number;
    if (level < 0 || reasons.codes[i] !== 0) continue;
    (lists[level] as Float64Array)[sizes[level] as number] = values[i] as number;
    sizes[level] = (sizes[level] as number) + 1;
  }
  return lists.map((list, level) => list.subarray(0, sizes[level]));
}
