import { type Pearson, pearson } from '../numeric/moments.ts';
import { normalQuantile } from '../numeric/normal.ts';
import { midRanks } from '../numeric/ranks.ts';
import { tLog10TwoSided, tTwoSided } from '../numeric/student-t.ts';
import { type Kendall, kendall } from './kendall.ts';
import { notComputable } from './read-input.ts';
import { spearmanExact } from './spearman-exact.ts';

export interface Correlation {
  n: number;
  pearson: {
    r: number;
    t: number | null;
    df: number;
    p: number;
    log10_p: number | null;
    /** Fisher's z; null below four pairs. */
    ci_fisher_z: readonly [number, number] | null;
  };
  spearman: {
    rho: number;
    /** Sum of squared differences of the ranks, from rho where there are ties. */
    S: number;
    p_t_approx: number;
    /** Without ties, up to 10 pairs. */
    p_exact: number | null;
    /** Fisher's z with Bonett and Wright's standard error; null below four pairs. */
    ci_bonett_wright: readonly [number, number] | null;
  };
  /** The interval by Fisher's z with the standard error of Fieller, Hartley and Pearson; null below five pairs. */
  kendall: Kendall & { ci_fieller: readonly [number, number] | null };
}

/**
 * Pearson's r, Spearman's ρ and Kendall's τ_b of complete pairs. Their intervals are by Fisher's z, whose
 * variance is 1 / (n − 3) for r, (1 + ρ² / 2) / (n − 3) for ρ (Bonett & Wright, Psychometrika 65, 2000) and
 * 0.437 / (n − 4) for τ (Fieller, Hartley & Pearson, Biometrika 44, 1957).
 * @throws Refusal `not-computable` below three pairs, or when one side does not vary
 */
export function correlation(x: readonly number[], y: readonly number[], level = 0.95): Correlation {
  const n = x.length;
  if (n < 3)
    throw notComputable('Correlation', `at least 3 pairs are required, and there are ${n}.`);
  const [ranksX, ranksY] = [midRanks(x), midRanks(y)];
  const linear = pearson(x, y);
  const ranked = pearson(ranksX.ranks, ranksY.ranks);
  if (linear === null || ranked === null)
    throw notComputable('Correlation', 'one of the variables does not vary.');
  const df = n - 2;
  const [{ r }, { r: rho }] = [linear, ranked];
  const t = tOf(linear, df);
  const S = ((n ** 3 - n) * (1 - rho)) / 6;
  const ties = ranksX.ties.length + ranksY.ties.length > 0;
  const rhoT = tOf(ranked, df);
  const rank = kendall(x, y);
  return {
    n,
    pearson: {
      r,
      t,
      df,
      p: t === null ? 0 : tTwoSided(t, df),
      log10_p: t === null ? null : tLog10TwoSided(t, df),
      ci_fisher_z: fisherInterval(r, 1 / (n - 3), level),
    },
    spearman: {
      rho,
      S,
      p_t_approx: rhoT === null ? 0 : tTwoSided(rhoT, df),
      p_exact: ties ? null : spearmanExact(Math.round(S), n),
      ci_bonett_wright: fisherInterval(rho, (1 + (rho * rho) / 2) / (n - 3), level),
    },
    kendall: { ...rank, ci_fieller: fisherInterval(rank.tau_b, 0.437 / (n - 4), level) },
  };
}

/** Student's t of a correlation, r √(df / (1 − r²)); null for a perfect one, whose t is infinite. */
export function tOf({ r, rest }: Pearson, df: number): number | null {
  return Math.abs(r) > 1 - 1e-15 ? null : r * Math.sqrt(df / (rest * (2 - rest)));
}

/** @param variance of artanh r; null where too few pairs make it infinite or negative */
function fisherInterval(r: number, variance: number, level: number): [number, number] | null {
  if (!(variance > 0 && variance < Number.POSITIVE_INFINITY)) return null;
  const half = normalQuantile(0.5 + level / 2) * Math.sqrt(variance);
  const z = Math.atanh(Math.max(-1, Math.min(1, r)));
  return [Math.tanh(z - half), Math.tanh(z + half)];
}
