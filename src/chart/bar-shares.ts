import type { StackedBar } from '../model/figure.ts';

/** What all levels of a bar come to; null where a level is not shown and the total is not given. */
export function barTotal({ counts, total }: StackedBar): number | null {
  if (total !== undefined) return total;
  const known = counts.filter((n): n is number => n !== null);
  return known.length === counts.length ? known.reduce((sum, n) => sum + n, 0) : null;
}

/** The share of each level in per cent; null where it is not shown. */
export function barShares(bar: StackedBar): (number | null)[] {
  const total = barTotal(bar);
  return bar.counts.map((n) =>
    n === null || total === null || total === 0 ? null : (100 * n) / total,
  );
}
