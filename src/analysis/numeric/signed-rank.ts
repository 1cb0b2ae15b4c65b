/**
 * The exact null distribution of a sum of signed ranks: `p[k]` is the probability that the ranks
 * with a positive sign add up to k / 2. Ranks may be mid-ranks (ties), so halves are counted.
 * By convolution (one rank after the other), O(n · Σ ranks).
 */
export function signedRankDistribution(ranks: readonly number[]): Float64Array {
  const doubled = ranks.map((rank) => Math.round(2 * rank));
  const total = doubled.reduce((a, b) => a + b, 0);
  const p = new Float64Array(total + 1);
  p[0] = 1;
  let reached = 0;
  for (const rank of doubled) {
    reached += rank;
    for (let k = reached; k >= 0; k--) {
      p[k] = 0.5 * ((p[k] ?? 0) + (k >= rank ? (p[k - rank] ?? 0) : 0));
    }
  }
  return p;
}

/** P(sum ≤ w) for a distribution of {@link signedRankDistribution}. */
export function signedRankCdf(p: Float64Array, w: number): number {
  let total = 0;
  for (let k = 0; k <= Math.min(2 * w + 1e-9, p.length - 1); k++) total += p[k] ?? 0;
  return Math.min(1, total);
}
