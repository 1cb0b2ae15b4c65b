import type { TableInfo } from '../src/model/table.ts';

/** A table and the tables it was made from, itself first, the import last. */
export function originOf(name: string, tables: readonly TableInfo[]): TableInfo[] {
  const chain: TableInfo[] = [];
  let next: string | undefined = name;
  while (next !== undefined) {
    const wanted: string = next;
    const table = tables.find((entry) => entry.name === wanted);
    if (table === undefined || chain.includes(table)) break;
    chain.push(table);
    next = table.origin.made === 'import' ? undefined : table.origin.from;
  }
  return chain;
}

/** How a table came about, one line each. */
export function howMade({ origin }: TableInfo): string[] {
  switch (origin.made) {
    case 'import':
      return [];
    case 'recipe':
      return origin.outcomes.map(({ sentence }) => sentence);
    case 'scores':
      return [`Scored with ${origin.measure} ${origin.version}.`];
    case 'pairs': {
      const { rule, account } = origin;
      return [
        `Paired ${rule.before} and ${rule.after}: ${account.both} of ${account.eligible} have both, ` +
          `${account.beforeOnly} only ${rule.before}, ${account.afterOnly} only ${rule.after}, ` +
          `${account.neither} neither.`,
      ];
    }
  }
}
