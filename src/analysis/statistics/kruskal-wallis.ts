import { chiSquareUpperTail } from '../numeric/chi-square.ts';
import { defined } from '../numeric/defined.ts';
import { mean } from '../numeric/moments.ts';
import { normalTwoSided } from '../numeric/normal.ts';
import { midRanks, tieTerm } from '../numeric/ranks.ts';
import { sum } from '../numeric/sum.ts';
import { pAdjust } from './p-adjust.ts';
import { pairsOf } from './read-groups.ts';

export interface KruskalWallis {
  /** Null when all values are the same. */
  H: number | null;
  df: number;
  p: number | null;
  mean_ranks: readonly number[];
  tie_corrected: true;
  epsilon2: number | null;
  eta2_H: number | null;
  dunn: {
    /** Numbers of the groups, from 1. */
    pairs: readonly (readonly [number, number])[];
    z_j_minus_i: readonly (number | null)[];
    p: readonly (number | null)[];
    holm: readonly (number | null)[];
    bonferroni: readonly (number | null)[];
  };
}

/**
 * Kruskal and Wallis's test (JASA 47, 1952), corrected for ties, with ε² = H / (n − 1), η²_H =
 * (H − k + 1) / (n − k) and Dunn's comparison of every pair (Technometrics 6, 1964).
 * @param groups none empty
 */
export function kruskalWallis(groups: readonly (readonly number[])[]): KruskalWallis {
  const [k, n] = [groups.length, groups.flat().length];
  const { ranks, ties } = midRanks(groups.flat());
  let start = 0;
  const means = groups.map((group) => {
    start += group.length;
    return mean(ranks.slice(start - group.length, start));
  });
  const tied = tieTerm(ties);
  const size = (i: number) => groups[i]?.length ?? 0;
  const H = defined(
    sum(means.map((value, i) => size(i) * (value - (n + 1) / 2) ** 2)) /
      ((n * (n + 1)) / 12 - tied / (12 * (n - 1))),
  );
  const variance = (n * (n + 1)) / 12 - tied / (12 * (n - 1));
  const pairs = pairsOf(k);
  const z = pairs.map(([i, j]) =>
    defined(
      ((means[j] ?? 0) - (means[i] ?? 0)) / Math.sqrt(variance * (1 / size(i) + 1 / size(j))),
    ),
  );
  const p = z.map((value) => (value === null ? null : normalTwoSided(value)));
  return {
    H,
    df: k - 1,
    p: H === null ? null : chiSquareUpperTail(H, k - 1),
    mean_ranks: means,
    tie_corrected: true,
    epsilon2: H === null ? null : H / (n - 1),
    eta2_H: H === null ? null : defined((H - k + 1) / (n - k)),
    dunn: {
      pairs: pairs.map(([i, j]) => [i + 1, j + 1] as const),
      z_j_minus_i: z,
      p,
      holm: pAdjust(p, 'holm'),
      bonferroni: pAdjust(p, 'bonferroni'),
    },
  };
}
