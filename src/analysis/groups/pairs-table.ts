import type { Estimate, ResultTable } from '../../model/result.ts';
import { estimatesOf, linesTable, type Quantity } from '../parts/quantity.ts';
import { pairsOf } from '../statistics/read-groups.ts';

export interface Pair {
  /** "B − A" */
  label: string;
  i: number;
  j: number;
  /** Its place among the pairs, as the statistics list them. */
  at: number;
}

/** Every pair, in the order of the statistics: 1–2, 1–3, 2–3, …; second minus first. */
export function labelledPairs(labels: readonly string[]): Pair[] {
  return pairsOf(labels.length).map(([i, j], at) => ({
    label: `${labels[j]} − ${labels[i]}`,
    i,
    j,
    at,
  }));
}

/** A table with one line a pair, and the same numbers as estimates: `p[B − A]`. */
export function comparePairs(
  about: { id: string; title: string; level: number; notes: readonly string[]; prefix: string },
  pairs: readonly { label: string; quantities: readonly Quantity[] }[],
): { table: ResultTable; estimates: Estimate[] } {
  return {
    table: linesTable({ first: 'Pair', ...about }, pairs),
    estimates: pairs.flatMap((pair) =>
      estimatesOf(pair, about.level, { keyOf: (key) => `${about.prefix}${key}[${pair.label}]` }),
    ),
  };
}

/** "Age: " where there are several outcomes: what the keys of estimates begin with. */
export function keyPrefix(label: string, several: boolean): string {
  return several ? `${label}: ` : '';
}
