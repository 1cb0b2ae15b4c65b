import { chiSquareUpperTail } from '../numeric/chi-square.ts';
import { defined } from '../numeric/defined.ts';
import { normalQuantile } from '../numeric/normal.ts';
import { sum } from '../numeric/sum.ts';
import { notComputable, wrongInput } from './read-input.ts';

export interface MantelHaenszel {
  /** With the continuity correction ½ where the distance is at least ½, as R; below that without. */
  corrected: { chisq: number; p: number };
  uncorrected: { chisq: number; p: number };
  /** Null when it is infinite or not defined. */
  common_or: number | null;
  ci: readonly [number | null, number | null];
}

/**
 * Mantel and Haenszel's test of 2 × 2 tables over strata and their common odds ratio (Journal of the
 * National Cancer Institute 22, 1959), its interval on the log scale from the variance of Robins,
 * Breslow & Greenland (Biometrics 42, 1986). As R's `mantelhaen.test`.
 * @throws Refusal `unreadable-input` for other tables, `not-computable` when a stratum has fewer than two
 *   counts, or when in no stratum both rows and both columns are filled
 */
export function mantelHaenszel(
  strata: readonly (readonly (readonly number[])[])[],
  level = 0.95,
): MantelHaenszel {
  const name = 'Mantel–Haenszel';
  const tables = strata.map((table, i) => {
    const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = table;
    if (table.length !== 2 || table[0]?.length !== 2) {
      throw wrongInput(`Stratum ${i + 1} must be a table of 2 rows and 2 columns.`);
    }
    const n = a + b + c + d;
    if (n < 2) throw notComputable(name, `stratum ${i + 1} has fewer than 2 counts.`);
    return { a, b, c, d, n };
  });
  const distance = Math.abs(sum(tables.map(({ a, b, c, d, n }) => (a * d - b * c) / n)));
  const variance = sum(
    tables.map(
      ({ a, b, c, d, n }) => (((a + b) * (c + d)) / n / n) * (((a + c) * (b + d)) / (n - 1)),
    ),
  );
  if (!(variance > 0)) {
    throw notComputable(name, 'no stratum has counts in both rows and both columns.');
  }
  const test = (correction: number) => {
    const chisq = (distance - correction) ** 2 / variance;
    return { chisq, p: chiSquareUpperTail(chisq, 1) };
  };
  const R = sum(tables.map(({ a, d, n }) => (a * d) / n));
  const S = sum(tables.map(({ b, c, n }) => (b * c) / n));
  const lnVariance =
    sum(tables.map(({ a, d, n }) => (((a + d) / n) * (a * d)) / n)) / (2 * R * R) +
    sum(tables.map(({ a, b, c, d, n }) => ((a + d) * b * c + (b + c) * a * d) / n / n)) /
      (2 * R * S) +
    sum(tables.map(({ b, c, n }) => (((b + c) / n) * (b * c)) / n)) / (2 * S * S);
  const half = normalQuantile(0.5 + level / 2) * Math.sqrt(lnVariance);
  return {
    corrected: test(distance >= 0.5 ? 0.5 : 0),
    uncorrected: test(0),
    common_or: defined(R / S),
    ci: [defined((R / S) * Math.exp(-half)), defined((R / S) * Math.exp(half))],
  };
}
