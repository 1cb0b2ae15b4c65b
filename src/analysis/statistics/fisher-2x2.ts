import { riddersRoot } from '../numeric/ridders.ts';
import { expectedCell, type FirstCell, firstCell, probabilities, tails } from './hypergeometric.ts';
import { notComputable } from './read-input.ts';

export interface Fisher2x2 {
  p_two_sided: number;
  p_less: number;
  p_greater: number;
  /** Conditional maximum likelihood estimate; null when it is infinite or not defined. */
  conditional_mle_or: number | null;
  /** Null for an infinite upper bound. */
  or_ci: readonly [number, number | null];
}

/** Log odds ratios beyond this are taken as 0 or infinite. */
const REACH = 700;
const LARGEST_MARGIN = 10_000_000;

/**
 * Fisher's exact test of a 2 × 2 table, with the conditional odds ratio and its exact interval
 * (tail areas of the noncentral hypergeometric distribution), as R's `fisher.test` defines them.
 * Two-sided p: all tables no more likely than the observed one (relative tolerance 1e-7).
 * @throws Refusal `not-computable` for margins of more than ten million
 */
export function fisher2x2(table: readonly (readonly number[])[], level = 0.95): Fisher2x2 {
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = table;
  if (Math.min(a + b, c + d, a + c, b + d) > LARGEST_MARGIN) {
    throw notComputable(
      'Fisher’s exact test',
      'the counts are too large for it.',
      'With so many the chi-square test tells the same.',
    );
  }
  const cell = firstCell(a + b, a + c, a + b + c + d);
  const { from, p } = probabilities(cell, 0);
  const limit = (p[a - from] ?? 0) * (1 + 1e-7);
  const likely = p.filter((value) => value <= limit).sort();
  const { upper, lower } = tails(cell, a, 0);
  const alpha = (1 - level) / 2;
  return {
    p_two_sided: Math.min(
      1,
      likely.reduce((total, value) => total + value, 0),
    ),
    p_less: lower,
    p_greater: upper,
    conditional_mle_or: estimate(cell, a),
    or_ci: [
      a === cell.low ? 0 : odds((log) => tails(cell, a, log).upper - alpha),
      a === cell.high ? null : odds((log) => tails(cell, a, log).lower - alpha),
    ],
  };
}

function estimate(cell: FirstCell, a: number): number | null {
  if (a === cell.high) return null;
  return a === cell.low ? 0 : odds((log) => expectedCell(cell, log) - a);
}

function odds(f: (logOdds: number) => number): number {
  let reach = 1;
  while (reach < REACH && f(-reach) < 0 === f(reach) < 0) reach *= 2;
  return Math.exp(riddersRoot(f, -reach, reach));
}
