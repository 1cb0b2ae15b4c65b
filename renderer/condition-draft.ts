import type { Op } from '../src/cohort/operator.ts';
import { OPERATORS } from '../src/cohort/operators.ts';
import type { Scalar, Test } from '../src/model/condition.ts';
import type { Kind, Variable } from '../src/model/variable.ts';

export type Shape = 'none' | 'value' | 'values' | 'range';

const SHAPES: Record<Op, Shape> = {
  is: 'value',
  'is-not': 'value',
  'one-of': 'values',
  'none-of': 'values',
  between: 'range',
  'at-least': 'value',
  'at-most': 'value',
  below: 'value',
  before: 'value',
  after: 'value',
  'on-or-after': 'value',
  contains: 'value',
  'starts-with': 'value',
  'within-last': 'none',
  'in-financial-year': 'none',
  'age-at': 'none',
  missing: 'none',
  present: 'none',
};

/** What a person has entered so far; every operand as text. */
export interface ConditionDraft {
  variable: string;
  op: Op;
  value: string;
  high: string;
  values: readonly string[];
}

/** The operators one can ask of a kind, best first: a list for categories, a range for numbers. */
export function operatorsFor(kind: Kind): { op: Op; label: string }[] {
  const entries = Object.entries(OPERATORS) as [Op, (typeof OPERATORS)[Op]][];
  const able = entries
    .filter(([, operator]) => operator.accepts.includes(kind))
    .map(([op, { label }]) => ({ op, label }));
  const first = kind === 'category' || kind === 'yesno' ? 'one-of' : 'between';
  return able.sort((a, b) => Number(b.op === first) - Number(a.op === first));
}

export function shapeOf(op: Op): Shape {
  return SHAPES[op];
}

export function startDraft(variable: Variable): ConditionDraft {
  const op = operatorsFor(variable.kind)[0]?.op ?? 'present';
  return { variable: variable.name, op, value: '', high: '', values: [] };
}

/** The test that was entered; null while something is left to enter. */
export function testOf(draft: ConditionDraft, kind: Kind): Test | null {
  const { variable, op } = draft;
  const value = operand(draft.value, kind);
  const high = operand(draft.high, kind);
  switch (op) {
    case 'missing':
    case 'present':
      return { op, variable };
    case 'one-of':
    case 'none-of': {
      const values = draft.values.flatMap((text) => operand(text, kind) ?? []);
      return values.length === 0 ? null : { op, variable, values };
    }
    case 'between':
      return value === null || high === null ? null : { op, variable, low: value, high };
    case 'before':
    case 'after':
    case 'on-or-after':
    case 'contains':
    case 'starts-with':
      return value === null ? null : { op, variable, value: String(value) };
    case 'within-last':
    case 'in-financial-year':
    case 'age-at':
      return null;
    default:
      return value === null ? null : { op, variable, value };
  }
}

function operand(text: string, kind: Kind): Scalar | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (kind !== 'integer' && kind !== 'decimal' && kind !== 'yesno') return trimmed;
  const number = Number(trimmed.replace('−', '-'));
  return Number.isFinite(number) ? number : null;
}
