import { defined } from '../numeric/defined.ts';
import { fUpperTail } from '../numeric/f-distribution.ts';
import { mean, sumOfSquares } from '../numeric/moments.ts';
import { sum } from '../numeric/sum.ts';
import { fRatio } from './f-test.ts';
import { mauchly } from './mauchly.ts';
import { notComputable } from './read-input.ts';
import { columnOf, type ScoreRows } from './score-rows.ts';

export interface RepeatedAnova {
  n: number;
  ss_effect: number;
  df1: number;
  ss_error: number;
  df2: number;
  /** Null when the changes are the same for everyone (F is infinite, p is 0). */
  F: number | null;
  p: number | null;
  greenhouse_geisser_eps: number | null;
  p_gg: number | null;
  /** As it comes, also above 1; p takes it for 1 there. */
  huynh_feldt_eps: number | null;
  p_hf: number | null;
  /** Null for two measurements, which are always spherical, and for too few people. */
  mauchly_W: number | null;
  mauchly_p: number | null;
  partial_eta2: number | null;
  generalized_eta2: number | null;
}

/**
 * Analysis of variance of k measurements of the same people, from their k − 1 orthonormal (Helmert)
 * contrasts, with Greenhouse and Geisser's ε (Psychometrika 24, 1959), Huynh and Feldt's (Journal of
 * Educational Statistics 1, 1976) and Mauchly's test of sphericity. Generalised η²: Olejnik & Algina,
 * Psychological Methods 8, 2003.
 * @throws Refusal `not-computable` below 2 complete rows or 2 measurements, and when nothing changes
 */
export function anovaRepeated({ rows, width: k }: ScoreRows): RepeatedAnova {
  const n = rows.length;
  const name = 'Repeated measures';
  if (n < 2 || k < 2) {
    throw notComputable(
      name,
      `at least 2 complete rows of 2 measurements are required, and there are ${n} of ${k}.`,
    );
  }
  const contrasts = rows.map(helmert);
  const columns = Array.from({ length: k - 1 }, (_, j) => columnOf(contrasts, j));
  const centres = columns.map(mean);
  const centred = columns.map((column, j) => column.map((value) => value - (centres[j] ?? 0)));
  const products = centred.map((a) => centred.map((b) => sum(a.map((x, i) => x * (b[i] ?? 0)))));
  const [df1, df2] = [k - 1, (n - 1) * (k - 1)];
  const effect = n * sum(centres.map((value) => value ** 2));
  const error = sum(products.map((row, j) => row[j] ?? 0));
  if (!(effect + error > 0)) throw notComputable(name, 'no value changes within any row.');
  const { F, p } = fRatio(effect, df1, error, df2);
  const gg = defined(error ** 2 / (df1 * sum(products.flat().map((value) => value ** 2))));
  const hf = gg === null ? null : defined((n * df1 * gg - 2) / (df1 * (n - 1 - df1 * gg)));
  const corrected = (eps: number | null) =>
    F === null || eps === null || !(eps > 0)
      ? null
      : fUpperTail(F, Math.min(1, eps) * df1, Math.min(1, eps) * df2);
  const personMeans = rows.map(mean);
  const people = k * sumOfSquares(personMeans);
  return {
    n,
    ss_effect: effect,
    df1,
    ss_error: error,
    df2,
    F,
    p,
    greenhouse_geisser_eps: gg,
    p_gg: corrected(gg),
    huynh_feldt_eps: hf,
    p_hf: corrected(hf),
    ...mauchly(centred, error / (n - 1)),
    partial_eta2: effect / (effect + error),
    generalized_eta2: effect / (effect + error + people),
  };
}

/** What each value has over the mean of those before it, scaled to length 1. */
function helmert(row: readonly number[]): number[] {
  return row.slice(1).map((value, j) => {
    const before = sum(row.slice(0, j + 1).map((earlier) => value - earlier));
    return before / Math.sqrt((j + 1) * (j + 2));
  });
}
