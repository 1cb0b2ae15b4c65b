import type { TableInfo } from '../src/model/table.ts';

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
      const { before, after } = account.times ?? rule;
      return [
        `Paired ${before} and ${after}: ${account.both} of ${account.eligible} have both, ` +
          `${account.beforeOnly} only ${before}, ${account.afterOnly} only ${after}, ` +
          `${account.neither} neither.`,
      ];
    }
  }
}
