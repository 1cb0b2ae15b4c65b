import { parseIsoDate } from '../model/calendar.ts';
import type { Scalar, Test } from '../model/condition.ts';
import { variableIndex } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import { KIND, type Variable } from '../model/variable.ts';
import { OPERATORS, type Operator } from './operators.ts';

/** A test that fits its table: the way into masks, SQL and sentences, so that all three agree. */
export interface BoundTest {
  operator: Operator;
  /** The test with its operands in the form of the variable's kind. */
  test: Test;
  variable: Variable;
  index: number;
}

/**
 * @throws Refusal `unknown-variable`, `unknown-operator`, `operator-not-for-kind`, or `bad-operand`
 */
export function bindTest(test: Test, variables: readonly Variable[]): BoundTest {
  const index = variableIndex({ variables }, test.variable);
  const variable = variables[index] as Variable;
  if (!Object.hasOwn(OPERATORS, test.op)) {
    throw new Refusal('unknown-operator', `There is no operator called “${test.op}”.`, {
      hint: `The operators are: ${Object.keys(OPERATORS).join(', ')}.`,
      where: { column: test.variable },
    });
  }
  // Each record takes only tests of its own operator, which this one is.
  const operator = OPERATORS[test.op] as Operator;
  if (!operator.accepts.includes(variable.kind)) {
    const able = Object.values(OPERATORS).filter((one) => one.accepts.includes(variable.kind));
    throw new Refusal(
      'operator-not-for-kind',
      `“${operator.label}” cannot be asked of ${variable.label}, which is of the kind ${kindName(variable)}.`,
      {
        hint: `It can be asked whether it ${able.map((one) => one.label).join(', ')}.`,
        where: { column: variable.name },
      },
    );
  }
  return { operator, test: typeOperands(test, variable), variable, index };
}

function typeOperands(test: Test, variable: Variable): Test {
  const typed = (value: Scalar) => typeOperand(value, variable);
  switch (test.op) {
    case 'missing':
    case 'present':
      return test;
    case 'one-of':
    case 'none-of':
      return { ...test, values: test.values.map(typed) };
    case 'between':
      return { ...test, low: typed(test.low), high: typed(test.high) };
    case 'is':
    case 'is-not':
    case 'at-least':
    case 'at-most':
    case 'below':
      return { ...test, value: typed(test.value) };
    case 'before':
    case 'on-or-after':
    case 'contains':
    case 'starts-with':
      return { ...test, value: String(typed(test.value)) };
  }
}

/** Dates and times as they are stored: `2022-04-01`, `2022-04-01T09:30:00`, `09:30:00`. */
function typeOperand(value: Scalar, variable: Variable): Scalar {
  const text = String(value);
  switch (variable.kind) {
    case 'integer':
    case 'decimal':
    case 'yesno': {
      const number = text.trim() === '' ? Number.NaN : Number(text);
      return Number.isFinite(number) ? number : refuseOperand(text, variable, 'a number', '12');
    }
    case 'date':
      return isDate(text) ? text : refuseOperand(text, variable, 'a date', '2022-04-01');
    case 'datetime': {
      const [day, time] = [text.slice(0, 10), clock(text.slice(11))];
      if (isDate(text)) return text;
      return isDate(day) && time !== undefined && /[T ]/.test(text.charAt(10))
        ? `${day}T${time}`
        : refuseOperand(text, variable, 'a date with a time', '2022-04-01T09:30');
    }
    case 'time':
      return clock(text) ?? refuseOperand(text, variable, 'a time', '09:30');
    case 'identifier':
    case 'text':
    case 'category':
      return text;
  }
}

function isDate(text: string): boolean {
  return parseIsoDate(text) !== undefined;
}

/** `HH:MM:SS` of a time with or without its seconds. */
function clock(text: string): string | undefined {
  if (!/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text)) return undefined;
  return text.length === 5 ? `${text}:00` : text;
}

function refuseOperand(text: string, variable: Variable, what: string, example: string): never {
  throw new Refusal(
    'bad-operand',
    `“${text}” is not ${what}, and ${variable.label} holds such values only.`,
    {
      hint: `Write it as ${example}.`,
      where: { column: variable.name },
    },
  );
}

function kindName(variable: Variable): string {
  return KIND[variable.kind].label.toLowerCase();
}
