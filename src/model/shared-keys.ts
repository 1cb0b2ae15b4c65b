import type { TableInfo } from './table.ts';

/** A variable of a table. */
export interface KeyPlace {
  table: string;
  variable: string;
}

/** Names that many tables have for numbers of their own, which say nothing about one another. */
const OWN_NUMBERS = new Set([
  'id',
  'no',
  'nr',
  'key',
  'row',
  'ref',
  'number',
  'record',
  'record_id',
]);

/**
 * Where else a key stands: identifiers of the same name, and whatever a step linked it to by hand.
 * The place that was asked about comes first.
 */
export function sharedKeys(tables: readonly TableInfo[], asked: KeyPlace): KeyPlace[] {
  const linked = linkedNames(tables);
  const wanted = asked.variable.toLowerCase();
  const names = new Set([wanted, ...(linked.get(wanted) ?? [])]);
  const isShared = !OWN_NUMBERS.has(wanted) || names.size > 1;
  const others = tables.flatMap(({ name, variables }) =>
    variables.flatMap(({ name: variable, kind }) =>
      isShared &&
      kind === 'identifier' &&
      names.has(variable.toLowerCase()) &&
      (name !== asked.table || variable !== asked.variable)
        ? [{ table: name, variable }]
        : [],
    ),
  );
  return [asked, ...others];
}

/** Names that a recipe's step held against each other: the key of one table under another name in the next. */
function linkedNames(tables: readonly TableInfo[]): Map<string, Set<string>> {
  const linked = new Map<string, Set<string>>();
  const join = (one: string, other: string) =>
    linked.set(one, (linked.get(one) ?? new Set()).add(other));
  for (const { origin } of tables) {
    if (origin.made !== 'recipe') continue;
    for (const { key, foreignKey } of origin.steps) {
      if (typeof key !== 'string' || typeof foreignKey !== 'string') continue;
      join(key.toLowerCase(), foreignKey.toLowerCase());
      join(foreignKey.toLowerCase(), key.toLowerCase());
    }
  }
  return linked;
}
