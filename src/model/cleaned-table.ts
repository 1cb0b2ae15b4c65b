import type { TableInfo } from './table.ts';

type Named = Pick<TableInfo, 'name' | 'origin'>;

/** The tables that recipes made from another, in their order. */
export function cleanedTables<T extends Named>(tables: readonly T[], from: string): T[] {
  return tables.filter(({ origin }) => origin.made === 'recipe' && origin.from === from);
}

/**
 * The table in which the cells of some variables are put right: the first that a recipe made from theirs
 * and that still has them. Without one their own, from which the first step makes it.
 */
export function tableToCorrect<T extends Named & Pick<TableInfo, 'variables'>>(
  tables: readonly T[],
  from: string,
  variables: readonly string[],
): T | undefined {
  const has = (table: T) =>
    variables.every((wanted) => table.variables.some(({ name }) => name === wanted));
  return cleanedTables(tables, from).find(has) ?? tables.find(({ name }) => name === from);
}
