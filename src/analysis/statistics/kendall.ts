import { concordanceSurplus } from '../numeric/concordance-surplus.ts';
import { normalTwoSided } from '../numeric/normal.ts';
import { midRanks } from '../numeric/ranks.ts';

/** Up to here the exact distribution is computed, as in R. */
const EXACT_BELOW = 50;

export interface Kendall {
  tau_b: number;
  z_no_cc: number;
  p_no_cc: number;
  p_cc: number;
  /** Without ties, below 50 pairs. */
  p_exact: number | null;
}

/**
 * Kendall's τ_b with the normal test that allows for ties (Kendall, Rank Correlation Methods, chapters 3
 * and 4; as R's `cor.test`) and, without ties, the exact one from the distribution of inversions.
 * @param x, y at least 3 pairs; both vary
 */
export function kendall(x: readonly number[], y: readonly number[]): Kendall {
  const n = x.length;
  const all = (n * (n - 1)) / 2;
  const [ranksX, ranksY] = [midRanks(x), midRanks(y)];
  const [tx, ty] = [ranksX.ties, ranksY.ties];
  const add = (ties: readonly number[], f: (t: number) => number) =>
    ties.reduce((total, t) => total + f(t), 0);
  const two = (t: number) => t * (t - 1);
  const [tiedX, tiedY] = [add(tx, two) / 2, add(ty, two) / 2];
  const surplus = concordanceSurplus(ranksX.ranks, ranksY.ranks, tiedX, tiedY);
  const five = (t: number) => two(t) * (2 * t + 5);
  const three = (t: number) => two(t) * (t - 2);
  const variance =
    (five(n) - add(tx, five) - add(ty, five)) / 18 +
    (add(tx, two) * add(ty, two)) / (2 * two(n)) +
    (add(tx, three) * add(ty, three)) / (9 * three(n));
  const sd = Math.sqrt(variance);
  const corrected = Math.sign(surplus) * Math.max(0, Math.abs(surplus) - 1);
  const plain = tx.length + ty.length === 0 && n < EXACT_BELOW;
  return {
    tau_b: surplus / Math.sqrt((all - tiedX) * (all - tiedY)),
    z_no_cc: surplus / sd,
    p_no_cc: normalTwoSided(surplus / sd),
    p_cc: normalTwoSided(corrected / sd),
    p_exact: plain ? exact((all - Math.abs(surplus)) / 2, n) : null,
  };
}

/** Twice the probability of at most so many inversions among all orders of n. */
function exact(inversions: number, n: number): number {
  let p = Float64Array.of(1);
  for (let k = 2; k <= n; k++) {
    const next = new Float64Array(p.length + k - 1);
    p.forEach((value, i) => {
      for (let more = 0; more < k; more++) next[i + more] = (next[i + more] ?? 0) + value / k;
    });
    p = next;
  }
  return Math.min(1, 2 * p.slice(0, inversions + 1).reduce((a, b) => a + b, 0));
}
