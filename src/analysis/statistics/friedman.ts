import { chiSquareUpperTail } from '../numeric/chi-square.ts';
import { defined } from '../numeric/defined.ts';
import { midRanks, tieTerm } from '../numeric/ranks.ts';
import { sum } from '../numeric/sum.ts';
import { notComputable } from './read-input.ts';
import { columnOf, type ScoreRows } from './score-rows.ts';

export interface Friedman {
  /** Null when every person gave the same value throughout. */
  chisq: number | null;
  df: number;
  p: number | null;
  n: number;
  kendalls_W: number | null;
  mean_ranks: readonly number[];
  /** Null also when all rank alike (F is infinite). */
  iman_davenport_F: number | null;
}

/**
 * Friedman's test of two or more measurements of the same people (JASA 32, 1937), corrected for ties, with
 * Kendall's W and Iman and Davenport's F (Communications in Statistics A 9, 1980).
 * @throws Refusal `not-computable` without a complete row of at least 2 measurements
 */
export function friedman({ rows, width: k }: ScoreRows): Friedman {
  const n = rows.length;
  if (n === 0 || k < 2) {
    throw notComputable('Friedman', 'at least 1 complete row of 2 measurements is required.');
  }
  const ranked = rows.map((row) => midRanks(row));
  const ranks = ranked.map((row) => [...row.ranks]);
  const sums = Array.from({ length: k }, (_, j) => sum(columnOf(ranks, j)));
  const distance = sum(sums.map((value) => (value - (n * (k + 1)) / 2) ** 2));
  const tied = sum(ranked.map((row) => tieTerm(row.ties)));
  const chisq = defined((12 * distance) / (n * k * (k + 1) - tied / (k - 1)));
  return {
    chisq,
    df: k - 1,
    p: chisq === null ? null : chiSquareUpperTail(chisq, k - 1),
    n,
    kendalls_W: chisq === null ? null : chisq / (n * (k - 1)),
    mean_ranks: sums.map((value) => value / n),
    iman_davenport_F: chisq === null ? null : defined(((n - 1) * chisq) / (n * (k - 1) - chisq)),
  };
}
