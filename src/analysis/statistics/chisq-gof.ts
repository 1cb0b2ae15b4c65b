import { chiSquareUpperTail } from '../numeric/chi-square.ts';
import { sum } from '../numeric/sum.ts';
import { notComputable, wrongInput } from './read-input.ts';

export interface GoodnessOfFit {
  chisq: number;
  df: number;
  p: number;
  expected: readonly number[];
}

/**
 * Pearson's χ² of counts against given shares (Philosophical Magazine 50, 1900).
 * @param shares as many as counts, adding up to 1; equal ones unless given
 * @throws Refusal `not-computable` below 2 categories, when all counts are 0 or one is expected to be,
 *   `unreadable-input` for shares that are none
 */
export function chisqGof(
  counts: readonly number[],
  shares: readonly number[] = counts.map(() => 1 / counts.length),
): GoodnessOfFit {
  const name = 'Goodness of fit';
  if (counts.length < 2) throw notComputable(name, 'at least 2 categories are required.');
  if (shares.length !== counts.length) {
    throw wrongInput(`“p” has ${shares.length} shares for ${counts.length} counts.`);
  }
  if (shares.some((share) => share < 0) || Math.abs(sum(shares) - 1) > 1e-8) {
    throw wrongInput('“p” must hold shares of at least 0 that add up to 1.');
  }
  const n = sum(counts);
  if (n === 0) throw notComputable(name, 'all counts are 0.');
  const never = shares.indexOf(0);
  if (never >= 0) throw notComputable(name, `category ${never + 1} is expected to be empty.`);
  const expected = shares.map((share) => n * share);
  const chisq = sum(
    counts.map((count, i) => (count - (expected[i] ?? 1)) ** 2 / (expected[i] ?? 1)),
  );
  const df = counts.length - 1;
  return { chisq, df, p: chiSquareUpperTail(chisq, df), expected };
}
