import type { TableInfo } from './table.ts';

/** A table and the tables it was made from, itself first, the import last. */
export function originTables<Table extends TableInfo>(
  table: Table | undefined,
  tables: readonly Table[],
): Table[] {
  const chain: Table[] = [];
  let next = table;
  while (next !== undefined && !chain.includes(next)) {
    chain.push(next);
    const { origin } = next;
    next = origin.made === 'import' ? undefined : tables.find((each) => each.name === origin.from);
  }
  return chain;
}
