/**
 * The first cell of a 2 × 2 table with fixed margins, as a distribution: Fisher's noncentral
 * hypergeometric, P(k) ∝ h(k) · ω^k with ω the odds ratio.
 */
export interface FirstCell {
  low: number;
  high: number;
  /** ln h(k) for k = low … high, up to a constant. */
  logDensity: Float64Array;
}

/** @param row first row total, @param col first column total, @param n total */
export function firstCell(row: number, col: number, n: number): FirstCell {
  const low = Math.max(0, row + col - n);
  const high = Math.min(row, col);
  const logDensity = new Float64Array(high - low + 1);
  let lost = 0;
  for (let k = low + 1; k <= high; k++) {
    const ratio = ((row - k + 1) * (col - k + 1)) / (k * (n - row - col + k));
    const term = Math.log(ratio) - lost;
    const before = logDensity[k - low - 1] ?? 0;
    const next = before + term;
    lost = next - before - term;
    logDensity[k - low] = next;
  }
  return { low, high, logDensity };
}

/** Probabilities of k = low … high at an odds ratio given as its logarithm. */
export function probabilities(cell: FirstCell, logOdds: number): Float64Array {
  const logs = cell.logDensity.map((value, i) => value + (i + cell.low) * logOdds);
  let top = Number.NEGATIVE_INFINITY;
  for (const value of logs) top = Math.max(top, value);
  let total = 0;
  const p = logs.map((value) => {
    const weight = Math.exp(value - top);
    total += weight;
    return weight;
  });
  return p.map((value) => value / total);
}

/** Mean of k at a log odds ratio. */
export function expectedCell(cell: FirstCell, logOdds: number): number {
  return probabilities(cell, logOdds).reduce((total, p, i) => total + p * (i + cell.low), 0);
}

/** P(K ≥ x) and P(K ≤ x) at a log odds ratio, each added up from its own small end. */
export function tails(
  cell: FirstCell,
  x: number,
  logOdds: number,
): { upper: number; lower: number } {
  const p = probabilities(cell, logOdds);
  let upper = 0;
  for (let k = cell.high; k >= x; k--) upper += p[k - cell.low] ?? 0;
  let lower = 0;
  for (let k = cell.low; k <= x; k++) lower += p[k - cell.low] ?? 0;
  return { upper: Math.min(1, upper), lower: Math.min(1, lower) };
}
