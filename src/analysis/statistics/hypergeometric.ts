import { firstWhere } from '../numeric/first-where.ts';

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

/** What is this far below the largest logarithm is 0 as a probability. */
const UNDERFLOW = 745;

export interface Probabilities {
  /** The number that p[0] belongs to. Those of all others are 0. */
  from: number;
  p: Float64Array;
}

/**
 * Probabilities of the first cell at an odds ratio given as its logarithm. They rise to one top and fall,
 * so only those around it that are not 0 are computed: with margins of a million, some ten thousand.
 */
export function probabilities(cell: FirstCell, logOdds: number): Probabilities {
  const { low, logDensity } = cell;
  const log = (i: number) => (logDensity[i] ?? 0) + (i + low) * logOdds;
  const last = logDensity.length - 1;
  const top = firstWhere(0, last, (i) => log(i + 1) <= log(i));
  const highest = log(top);
  const nothing = (i: number) => log(i) < highest - UNDERFLOW;
  const from = firstWhere(0, top, (i) => !nothing(i));
  const to = firstWhere(top, last + 1, nothing);
  const p = new Float64Array(to - from);
  let total = 0;
  for (let i = from; i < to; i++) {
    const weight = Math.exp(log(i) - highest);
    p[i - from] = weight;
    total += weight;
  }
  return { from: from + low, p: p.map((value) => value / total) };
}

/** Mean of k at a log odds ratio. */
export function expectedCell(cell: FirstCell, logOdds: number): number {
  const { from, p } = probabilities(cell, logOdds);
  return p.reduce((total, value, i) => total + value * (from + i), 0);
}

/** P(K ≥ x) and P(K ≤ x) at a log odds ratio, each added up from its own small end. */
export function tails(
  cell: FirstCell,
  x: number,
  logOdds: number,
): { upper: number; lower: number } {
  const { from, p } = probabilities(cell, logOdds);
  let upper = 0;
  for (let i = p.length - 1; i >= Math.max(0, x - from); i--) upper += p[i] ?? 0;
  let lower = 0;
  for (let i = 0; i < p.length && i <= x - from; i++) lower += p[i] ?? 0;
  return { upper: Math.min(1, upper), lower: Math.min(1, lower) };
}
