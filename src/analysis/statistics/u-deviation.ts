/**
 * Standard deviation of Mann and Whitney's U of two samples from one population, corrected for ties:
 * √(n m / 12 · (N + 1 − Σ (t³ − t) / (N (N − 1)))), N = n + m.
 */
export function uDeviation(n: number, m: number, tieTerm: number): number {
  const all = n + m;
  return Math.sqrt(((n * m) / 12) * (all + 1 - tieTerm / (all * (all - 1))));
}
