import type { Condition, Scalar } from '../../model/condition.ts';
import type { Variable } from '../../model/variable.ts';
import type { DataView as View } from '../analysis.ts';
import type { Levels } from './levels.ts';

/** What a number counts, as conditions on the rows of the cohort. */
export interface RowsBehind {
  rows?: Condition;
}

/** The rows that meet all of the conditions. Where rows are weighted, a number is not of rows. */
export function rowsBehind({ isWeighted }: View, ...parts: Condition[]): RowsBehind {
  if (isWeighted) return {};
  const [only] = parts;
  return { rows: parts.length === 1 && only !== undefined ? only : { all: parts } };
}

/** The rows of one level: all values that share its label. */
export function levelIs({ variable, values }: Levels, level: number): Condition {
  const own = (values[level] ?? []).map((value) => operand(variable, value));
  const [only] = own;
  return own.length === 1 && only !== undefined
    ? { op: 'is', variable: variable.name, value: only }
    : { op: 'one-of', variable: variable.name, values: own };
}

export function isPresent({ name }: Variable): Condition {
  return { op: 'present', variable: name };
}

/** The rows in which a variable is missing for a reason. */
export function isMissing({ name }: Variable, reason: string): Condition {
  return { op: 'missing', variable: name, reasons: [reason] };
}

function operand({ kind }: Variable, value: string): Scalar {
  return kind === 'integer' || kind === 'decimal' || kind === 'yesno' ? Number(value) : value;
}
