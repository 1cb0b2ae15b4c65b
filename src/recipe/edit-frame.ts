import { type Column, columnType } from '../model/column.ts';
import { type Frame, variableIndex } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import { KIND, type Kind, type Variable } from '../model/variable.ts';

/** A variable with its column: what most steps start from. */
export interface Held<C extends Column = Column> {
  variable: Variable;
  column: C;
  index: number;
}

/** @throws Refusal `unknown-variable` */
export function held(frame: Frame, name: string): Held {
  const index = variableIndex(frame, name);
  return {
    variable: frame.variables[index] as Variable,
    column: frame.columns[index] as Column,
    index,
  };
}

/** @throws Refusal `unknown-variable`, or `wrong-kind` when the variable has another kind */
export function heldOf(frame: Frame, name: string, kinds: readonly Kind[], hint = ''): Held {
  const found = held(frame, name);
  const { kind, label } = found.variable;
  if (kinds.includes(kind) && found.column.type === columnType(kind)) return found;
  const wanted = kinds.map((one) => KIND[one].label.toLowerCase());
  throw new Refusal(
    'wrong-kind',
    `${label} is of the kind ${KIND[kind].label.toLowerCase()}, and this step takes ${wanted.join(' or ')}.`,
    { hint, where: { column: name } },
  );
}

/** The frame with one variable more, at its end. @throws Refusal `name-taken` */
export function addVariable(frame: Frame, variable: Variable, column: Column): Frame {
  if (frame.variables.some((one) => one.name === variable.name)) {
    throw new Refusal('name-taken', `There is a variable called “${variable.name}” already.`, {
      hint: 'Give the new variable another name.',
      where: { column: variable.name },
    });
  }
  return {
    ...frame,
    variables: [...frame.variables, variable],
    columns: [...frame.columns, column],
  };
}

/** The frame with one variable and its column replaced. */
export function replaceVariable(
  frame: Frame,
  index: number,
  variable: Variable,
  column: Column,
): Frame {
  return {
    ...frame,
    variables: frame.variables.with(index, variable),
    columns: frame.columns.with(index, column),
  };
}

/** A new category with its labels in order. */
export function newCategory(
  { name, label }: { name: string; label: string },
  labels: readonly string[],
  level: 'nominal' | 'ordinal',
  evidence: string,
): Variable {
  return {
    name,
    label,
    kind: 'category',
    level,
    values: labels.map((text) => ({ value: text, label: text })),
    missing: [],
    evidence,
  };
}

/** A new variable that holds text. */
export function newText(
  { name, label }: { name: string; label: string },
  evidence: string,
): Variable {
  return { name, label, kind: 'text', level: KIND.text.level, values: [], missing: [], evidence };
}
