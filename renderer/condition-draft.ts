import { operandsOf } from '../src/cohort/bind-test.ts';
import type { OperandKind } from '../src/cohort/operands.ts';
import type { Op, Operator } from '../src/cohort/operator.ts';
import { OPERATORS } from '../src/cohort/operators.ts';
import type { Moment, Scalar, Test } from '../src/model/condition.ts';
import type { Kind, Variable } from '../src/model/variable.ts';

/** What a person has entered so far: a text an operand, and the ticks of a list. */
export interface ConditionDraft {
  variable: string;
  op: Op;
  entries: Readonly<Record<string, string>>;
  ticked: readonly string[];
}

/** An operand as a form asks for it. */
export interface Field {
  name: string;
  kind: OperandKind;
  label: string;
}

const LABELS: Readonly<Record<string, string>> = {
  value: 'Value',
  values: 'Values',
  low: 'From',
  high: 'To',
  n: 'How many',
  unit: 'Of what',
  until: 'Up to the day',
  years: 'Financial years',
  reasons: 'Missing because',
  at: 'Age at',
};

/** The operators one can ask of a kind, best first: a list for categories, a range for numbers. */
export function operatorsFor(kind: Kind): { op: Op; label: string }[] {
  const entries = Object.entries(OPERATORS) as [Op, Operator][];
  const able = entries
    .filter(([, operator]) => operator.accepts.includes(kind))
    .map(([op, { label }]) => ({ op, label }));
  const first = kind === 'category' || kind === 'yesno' ? 'one-of' : 'between';
  return able.sort((a, b) => Number(b.op === first) - Number(a.op === first));
}

/** What an operator asks for, in the order of its sentence. */
export function fieldsOf(op: Op): Field[] {
  return operandsOf(OPERATORS[op] as Operator).map(([name, kind]) => ({
    name,
    kind,
    label: LABELS[name] ?? name,
  }));
}

export function startDraft(variable: Variable): ConditionDraft {
  const op = operatorsFor(variable.kind)[0]?.op ?? 'present';
  return { variable: variable.name, op, entries: {}, ticked: [] };
}

/** The test that was entered; null while something is left to enter. */
export function testOf({ variable, op, entries, ticked }: ConditionDraft, kind: Kind): Test | null {
  const test: Record<string, unknown> = { op, variable };
  for (const field of fieldsOf(op)) {
    const text = (entries[field.name] ?? '').trim();
    const value = operandOf(field.kind, text, ticked, kind);
    if (value !== null) test[field.name] = value;
    else if (!isOptional(op, field.name)) return null;
  }
  if (op === 'age-at' && !('low' in test) && !('high' in test)) return null;
  // Every operand of the operator is there, each read as its kind.
  return test as unknown as Test;
}

const isOptional = (op: Op, name: string) =>
  op === 'missing' || (op === 'age-at' && (name === 'low' || name === 'high'));

function operandOf(
  operand: OperandKind,
  text: string,
  ticked: readonly string[],
  kind: Kind,
): unknown {
  switch (operand) {
    case 'values': {
      const values = ticked.flatMap((each) => typedValue(each, kind) ?? []);
      return values.length === 0 ? null : values;
    }
    case 'reasons':
      return ticked.length === 0 ? null : ticked;
    case 'years': {
      const years = text.match(/\d{4}\/\d{2}/g);
      return years === null ? null : [...years];
    }
    case 'value':
      return typedValue(text, kind);
    case 'count':
      return /^\d+$/.test(text) ? Number(text) : null;
    case 'moment':
      return momentOf(text);
    case 'part':
    case 'day':
    case 'span':
      return text === '' ? null : text;
  }
}

/** A day, or the name of a variable behind a colon. */
function momentOf(text: string): Moment | null {
  if (text.startsWith(':')) return { variable: text.slice(1) };
  return text === '' ? null : { day: text };
}

function typedValue(text: string, kind: Kind): Scalar | null {
  if (text === '') return null;
  if (kind !== 'integer' && kind !== 'decimal' && kind !== 'yesno') return text;
  const number = Number(text.replace('−', '-'));
  return Number.isFinite(number) ? number : null;
}
