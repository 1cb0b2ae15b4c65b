import type { Test } from '../model/condition.ts';
import { variableIndex } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import { KIND, type Variable } from '../model/variable.ts';
import { OPERANDS, type OperandKind } from './operands.ts';
import type { Operator } from './operator.ts';
import { OPERATORS } from './operators.ts';

/** A test that fits its table: the way into masks, bitmaps, SQL and sentences, so that all agree. */
export interface BoundTest {
  operator: Operator;
  /** The test with its operands in the form that they are kept in. */
  test: Test;
  variable: Variable;
  index: number;
  /** The place of the second variable, where a test asks two. */
  other: number | undefined;
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
  const operator = operatorOf(test);
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
  const typed = withOperands(test, operator, variable, variables);
  const other =
    typed.op === 'age-at' && 'variable' in typed.at
      ? variableIndex({ variables }, typed.at.variable)
      : undefined;
  return { operator, test: typed, variable, index, other };
}

/** Each record takes only tests of its own operator, which this one is. */
export function operatorOf(test: Test): Operator {
  return OPERATORS[test.op] as Operator;
}

/** The names and kinds of an operator's operands. */
export function operandsOf(operator: Operator): [string, OperandKind][] {
  return Object.entries(operator.operands);
}

function withOperands(
  test: Test,
  operator: Operator,
  variable: Variable,
  variables: readonly Variable[],
): Test {
  const given = test as Readonly<Record<string, unknown>>;
  const typed: Record<string, unknown> = { op: test.op, variable: variable.name };
  for (const [name, kind] of operandsOf(operator)) {
    if (given[name] === undefined) continue;
    const check = OPERANDS[kind].check as (value: unknown, around: object) => unknown;
    typed[name] = check(given[name], { variable, variables });
  }
  // The operands are those of the operator, each of its kind; a form that says the test has them all.
  const whole = typed as unknown as Test;
  if (operator.forms.some(({ says }) => says?.(whole, variable) ?? true)) return whole;
  throw new Refusal('bad-operand', `“${operator.label}” of ${variable.label} has no bounds.`, {
    hint: 'Give a lower bound, an upper bound or both.',
    where: { column: variable.name },
  });
}

function kindName(variable: Variable): string {
  return KIND[variable.kind].label.toLowerCase();
}
