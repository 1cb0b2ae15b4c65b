import { pearsonR, variance } from '../numeric/moments.ts';
import { sum } from '../numeric/sum.ts';
import { notComputable } from './read-input.ts';
import type { ScoreRows } from './score-rows.ts';

export interface SplitHalf {
  n: number;
  /** Correlation of the halves. */
  r: number;
  spearman_brown: number;
  /** Guttman's λ₄ of these halves. */
  guttman: number;
}

/**
 * Split-half reliability of the odd against the even items: Spearman and Brown's 2 r / (1 + r)
 * (British Journal of Psychology 3, 1910) and Guttman's 2 (1 − (s₁² + s₂²) / s²) (Psychometrika 10, 1945).
 * @throws Refusal `not-computable` for fewer than two items or rows, and when a half does not vary
 */
export function splitHalf({ rows, width }: ScoreRows): SplitHalf {
  if (width < 2) {
    throw notComputable('Split-half', `at least 2 items are required, and there are ${width}.`);
  }
  const half = (rest: number) => rows.map((row) => sum(row.filter((_, j) => j % 2 === rest)));
  const [odd, even] = [half(0), half(1)];
  const r = pearsonR(odd, even);
  if (r === null) {
    throw notComputable('Split-half', 'both halves must vary over at least 2 complete rows.');
  }
  if (r <= -1 + 1e-15) throw notComputable('Split-half', 'the halves are exactly opposed.');
  const whole = variance(odd.map((value, i) => value + (even[i] ?? 0))) ?? 0;
  const parts = (variance(odd) ?? 0) + (variance(even) ?? 0);
  return {
    n: rows.length,
    r,
    spearman_brown: (2 * r) / (1 + r),
    guttman: 2 * (1 - parts / whole),
  };
}
