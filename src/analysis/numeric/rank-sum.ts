/**
 * The exact null distribution of a rank sum: all choices of `size` among the scores are as likely.
 * Scores may be mid-ranks, so it holds with ties.
 */
export interface RankSumDistribution {
  /** How many choices (up to 1e308, exact up to 2^53) have the sum `origin + i * unit`. */
  counts: Float64Array;
  origin: number;
  unit: number;
  /** Number of all choices. */
  all: number;
}

/**
 * By Streitberg & Röhmel's shift algorithm (Statistical Software Newsletter 12, 1986): one score after
 * the other, O(n · size · range of the sum). Halves in the scores are counted as they are.
 * @param size from 1 to the number of scores, which must be below 1,000
 */
export function rankSumDistribution(scores: readonly number[], size: number): RankSumDistribution {
  const doubled = scores.map((score) => Math.round(2 * score));
  const least = doubled.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const unit = doubled.reduce((a, b) => commonDivisor(a, b - least), 0) || 1;
  const steps = doubled.map((value) => (value - least) / unit).sort((a, b) => a - b);
  const widest = steps.slice(-size).reduce((a, b) => a + b, 0);
  const rows = Array.from({ length: size + 1 }, () => new Float64Array(widest + 1));
  if (rows[0]) rows[0][0] = 1;
  let reached = 0;
  steps.forEach((step, taken) => {
    reached = Math.min(widest, reached + step);
    for (let k = Math.min(size, taken + 1); k >= 1; k--) {
      const [from, to] = [rows[k - 1], rows[k]];
      if (!from || !to) continue;
      for (let s = reached; s >= step; s--) to[s] = (to[s] ?? 0) + (from[s - step] ?? 0);
    }
  });
  const counts = rows[size] ?? new Float64Array();
  const all = counts.reduce((a, b) => a + b, 0);
  return { counts, origin: (size * least) / 2, unit: unit / 2, all };
}

/** The work of {@link rankSumDistribution}, in additions. */
export function rankSumWork(n: number, size: number): number {
  return n * size * size * (n - size);
}

/** P(sum ≤ value). */
export function rankSumCdf(distribution: RankSumDistribution, value: number): number {
  const { counts, origin, unit, all } = distribution;
  const last = Math.floor((value - origin) / unit + 1e-9);
  let total = 0;
  for (let i = 0; i <= Math.min(last, counts.length - 1); i++) total += counts[i] ?? 0;
  return total / all;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
