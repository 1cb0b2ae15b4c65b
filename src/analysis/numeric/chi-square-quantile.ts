import { lowerGamma, upperGamma } from './incomplete-gamma.ts';
import { monotoneRoot } from './root.ts';

/** The x with P(X ≤ x) = p of the chi-square distribution, by bisection of the smaller tail. */
export function chiSquareQuantile(p: number, df: number): number {
  if (!(p > 0)) return 0;
  const lower = p <= 0.5;
  const tail = lower ? p : 1 - p;
  const excess = (x: number) => (lower ? lowerGamma : upperGamma)(df / 2, x / 2) - tail;
  let high = df + 2;
  while (excess(high) > 0 !== lower) high *= 2;
  return monotoneRoot(excess, 0, high);
}
