import { chiSquareUpperTail } from '../numeric/chi-square.ts';
import { normalQuantile } from '../numeric/normal.ts';
import { wilsonInterval } from './proportion-ci.ts';
import { notComputable } from './read-input.ts';
import { twoByTwo } from './two-by-two.ts';

export interface TwoProportions {
  diff: number;
  newcombe_hybrid_score: readonly [number, number];
  wald: readonly [number, number];
  /** Null when all or none succeeded. */
  chisq_no_cc: number | null;
  p_no_cc: number | null;
  p_yates: number | null;
  cohens_h: number;
}

/**
 * The difference of two independent proportions with Newcombe's hybrid score interval (Statistics in
 * Medicine 17, 1998, method 10) and Wald's, Pearson's χ² without and with Yates' correction, and Cohen's
 * h = 2 asin √p₁ − 2 asin √p₂ (Cohen 1988).
 * @throws Refusal `not-computable` for 0 of 0, and for more than all
 */
export function twoProportions(
  x: readonly [number, number],
  n: readonly [number, number],
  level = 0.95,
): TwoProportions {
  x.forEach((value, i) => {
    const of = n[i] ?? 0;
    if (of === 0) throw notComputable('Two proportions', `group ${i + 1} is empty.`);
    if (value > of) throw notComputable('Two proportions', `${value} of ${of} is more than all.`);
  });
  const [p1, p2] = [x[0] / n[0], x[1] / n[1]];
  const diff = p1 - p2;
  const [low1, high1] = wilsonInterval(x[0], n[0], level);
  const [low2, high2] = wilsonInterval(x[1], n[1], level);
  const error = Math.sqrt((p1 * (1 - p1)) / n[0] + (p2 * (1 - p2)) / n[1]);
  const half = normalQuantile(0.5 + level / 2) * error;
  const { phi_signed, yates } = twoByTwo([
    [x[0], n[0] - x[0]],
    [x[1], n[1] - x[1]],
  ]);
  const chisq = phi_signed === null ? null : (n[0] + n[1]) * phi_signed ** 2;
  return {
    diff,
    newcombe_hybrid_score: [
      diff - Math.hypot(p1 - low1, high2 - p2),
      diff + Math.hypot(high1 - p1, p2 - low2),
    ],
    wald: [diff - half, diff + half],
    chisq_no_cc: chisq,
    p_no_cc: chisq === null ? null : chiSquareUpperTail(chisq, 1),
    p_yates: yates.p,
    cohens_h: 2 * Math.asin(Math.sqrt(p1)) - 2 * Math.asin(Math.sqrt(p2)),
  };
}
