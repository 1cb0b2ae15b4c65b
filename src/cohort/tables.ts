import type { Link } from '../model/condition.ts';
import { variableNamed } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import type { Variable } from '../model/variable.ts';
import { ORDERED, TEXTS } from './operator.ts';

/** What a condition has to know of a table to be said and bound. */
export interface Described {
  variables: readonly Variable[];
}

/** The other tables of a project by name, for conditions on linked rows; refuses an unknown one. */
export type Tables<T extends Described = Described> = (name: string) => T;

/** Where there are no other tables. */
export const NO_TABLES: Tables<never> = (name) => {
  throw new Refusal(
    'no-linked-tables',
    `The condition asks about rows of ${name}, but other tables cannot be asked about here.`,
    { hint: 'Use a condition on the variables of this table alone.', where: { table: name } },
  );
};

/** Tables out of a list, such as those of a project. */
export function tablesOf<T extends Described & { name: string }>(tables: readonly T[]): Tables<T> {
  return (name) => {
    const found = tables.find((table) => table.name.toLowerCase() === name.toLowerCase());
    if (found) return found;
    throw new Refusal('unknown-table', `There is no table called “${name}”.`, {
      hint: `The tables are: ${tables.map((table) => table.name).join(', ')}.`,
      where: { table: name },
    });
  };
}

/**
 * The two variables of a link. Keys are compared as text, so that both have to be such that a value is
 * always written in the same way.
 *
 * @throws Refusal `unknown-variable`, `bad-key`
 */
export function linkKeys(link: Link, own: Described, other: Described): [Variable, Variable] {
  return [keyVariable(own, link.key), keyVariable(other, link.foreignKey)];
}

/** @throws Refusal `unknown-variable`, `bad-key` */
export function keyVariable(table: Described, name: string): Variable {
  const variable = variableNamed(table, name);
  if (TEXTS.includes(variable.kind) || variable.kind === 'integer') return variable;
  throw new Refusal('bad-key', `${variable.label} cannot say which rows belong together.`, {
    hint: 'A key is an identifier, a text, a category or a whole number.',
    where: { column: name },
  });
}

/** What rows are put in order by. @throws Refusal `unknown-variable`, `bad-order` */
export function orderVariable(table: Described, name: string): Variable {
  const variable = variableNamed(table, name);
  if (ORDERED.includes(variable.kind)) return variable;
  throw new Refusal('bad-order', `Rows cannot be put in order by ${variable.label}.`, {
    hint: 'Choose a date, a time or a number.',
    where: { column: name },
  });
}
