import { chiSquareUpperTail } from '../numeric/chi-square.ts';
import { defined } from '../numeric/defined.ts';
import { normalQuantile } from '../numeric/normal.ts';

export interface TwoByTwo {
  yates: { chisq: number | null; df: number; p: number | null };
  phi_signed: number | null;
  odds_ratio_wald: { or: number | null; lo: number | null; hi: number | null };
  risk_ratio_col1: { rr: number | null; lo: number | null; hi: number | null };
}

/**
 * What only a 2 × 2 table has. Yates' correction takes at most |O − E| off, as R does. Odds ratio ad/bc
 * with Wald's interval on the log scale (Woolf 1955); risk ratio of the first column, first row against
 * second, with Katz's log interval. Infinite bounds are null.
 */
export function twoByTwo(table: readonly (readonly number[])[], level = 0.95): TwoByTwo {
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = table;
  const n = a + b + c + d;
  const [r1, r2, c1, c2] = [a + b, c + d, a + c, b + d];
  const margins = r1 * r2 * c1 * c2;
  const cross = a * d - b * c;
  const correction = Math.min(0.5, Math.abs(cross) / n);
  const yates = margins > 0 ? (n * (Math.abs(cross) - correction * n) ** 2) / margins : null;
  const z = normalQuantile(0.5 + level / 2);
  const odds = (a * d) / (b * c);
  const risk = a / r1 / (c / r2);
  const within = (ratio: number, se: number) => ({
    lo: ratio === 0 ? 0 : defined(ratio * Math.exp(-z * se)),
    hi: defined(ratio * Math.exp(z * se)),
  });
  return {
    yates: { chisq: yates, df: 1, p: yates === null ? null : chiSquareUpperTail(yates, 1) },
    phi_signed: margins > 0 ? cross / Math.sqrt(margins) : null,
    odds_ratio_wald: {
      or: defined(odds),
      ...within(odds, Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d)),
    },
    risk_ratio_col1: {
      rr: defined(risk),
      ...within(risk, Math.sqrt(Math.max(0, 1 / a - 1 / r1 + 1 / c - 1 / r2))),
    },
  };
}
