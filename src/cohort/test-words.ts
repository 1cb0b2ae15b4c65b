import type { Test } from '../model/condition.ts';
import { Refusal } from '../model/refusal.ts';
import type { Variable } from '../model/variable.ts';
import { type BoundTest, bindTest, operandsOf } from './bind-test.ts';
import { sayName } from './name-words.ts';
import { type IsTest, OPERANDS } from './operands.ts';
import type { Operator } from './operator.ts';
import { OPERATORS } from './operators.ts';
import type { Reader } from './reader.ts';

/** "Referral date is before 1 April 2022" */
export function sayTest(
  { operator, test, variable }: BoundTest,
  variables: readonly Variable[],
  isWhole: boolean,
): string {
  const kinds = new Map(operandsOf(operator));
  const operands = test as Readonly<Record<string, unknown>> & Test;
  const form = operator.forms.find(({ says }) => says?.(test, variable) ?? true);
  const words = (form?.words ?? '').replace(SLOT, (slot, name: string) => {
    const kind = kinds.get(name);
    if (kind === undefined) return slot;
    const say = OPERANDS[kind].say as (value: unknown, around: object) => string;
    return say(operands[name], { variable, variables, operands, isWhole });
  });
  return `${sayName(variable, variables)} ${words}`;
}

const SLOT = /\{(\w+)\}/g;

/** The words that can follow a variable. */
const VERBS = [
  ...new Set(
    Object.values(OPERATORS).flatMap(({ forms }) =>
      forms.map(({ words }) => ` ${words.split(' ')[0]} `),
    ),
  ),
];

export function seesVerb(reader: Reader): boolean {
  return VERBS.some((verb) => reader.sees(verb));
}

/** Reads what is asked of a variable: of all that can be understood here, what goes furthest. */
export function readTest(
  reader: Reader,
  variable: Variable,
  variables: readonly Variable[],
  isTest: IsTest,
): Test | undefined {
  const start = reader.at;
  let best: { test: Test; end: number } | undefined;
  for (const [op, operator] of Object.entries(OPERATORS) as [Test['op'], Operator][]) {
    if (!operator.accepts.includes(variable.kind)) continue;
    for (const { words, says } of operator.forms) {
      reader.at = start;
      const read = readForm(reader, words, { op, operator, variable, variables }, isTest);
      if (!read || !(says?.(read, variable) ?? true)) continue;
      if (!best || reader.at > best.end) best = { test: read, end: reader.at };
    }
  }
  reader.at = best?.end ?? start;
  return best?.test;
}

function readForm(
  reader: Reader,
  words: string,
  {
    op,
    operator,
    variable,
    variables,
  }: { op: Test['op']; operator: Operator; variable: Variable; variables: readonly Variable[] },
  isTest: IsTest,
): Test | undefined {
  const kinds = new Map(operandsOf(operator));
  const test: Record<string, unknown> = { op, variable: variable.name };
  for (const [at, piece] of words.split(SLOT).entries()) {
    // Every other piece is the name of an operand.
    if (at % 2 === 0) {
      if (!reader.eat(piece)) return undefined;
      continue;
    }
    const kind = kinds.get(piece);
    const value = kind && OPERANDS[kind].read(reader, { variable, variables }, isTest);
    if (value === undefined) return undefined;
    test[piece] = value;
  }
  try {
    return bindTest(test as unknown as Test, variables).test;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
