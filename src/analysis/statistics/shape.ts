import { floats, type Numbers } from '../numeric/floats.ts';
import { scaledDeviations } from '../numeric/moments.ts';
import { sum } from '../numeric/sum.ts';

/**
 * Skewness of three kinds, numbered as in Joanes & Gill (The Statistician 47, 1998): the moment
 * ratio g1, the one of SPSS, SAS and Excel G1, and b1. Null below three values or without variation.
 */
export function skewness({ n, m2, m3 }: Moments): {
  type1_g1: number | null;
  type2_G1_spss_excel: number | null;
  type3_b1: number | null;
} {
  if (n < 3 || !(m2 > 0)) return { type1_g1: null, type2_G1_spss_excel: null, type3_b1: null };
  const g1 = m3 / m2 ** 1.5;
  return {
    type1_g1: g1,
    type2_G1_spss_excel: (g1 * Math.sqrt(n * (n - 1))) / (n - 2),
    type3_b1: g1 * (1 - 1 / n) ** 1.5,
  };
}

/** Excess kurtosis of the same three kinds. Null below four values or without variation. */
export function kurtosis({ n, m2, m4 }: Moments): {
  type1_g2: number | null;
  type2_G2_spss_excel: number | null;
  type3_b2: number | null;
} {
  if (n < 4 || !(m2 > 0)) return { type1_g2: null, type2_G2_spss_excel: null, type3_b2: null };
  const g2 = m4 / (m2 * m2) - 3;
  return {
    type1_g2: g2,
    type2_G2_spss_excel: (((n + 1) * g2 + 6) * (n - 1)) / ((n - 2) * (n - 3)),
    type3_b2: (g2 + 3) * (1 - 1 / n) ** 2 - 3,
  };
}

/** Standard error of G1 under normality; null below three values. */
export function seSkewness(n: number): number | null {
  return n < 3 ? null : Math.sqrt((6 * n * (n - 1)) / ((n - 2) * (n + 1) * (n + 3)));
}

/** Standard error of G2 under normality; null below four values. */
export function seKurtosis(n: number): number | null {
  const se = seSkewness(n);
  return se === null || n < 4 ? null : 2 * se * Math.sqrt((n * n - 1) / ((n - 3) * (n + 5)));
}

/** Sums of powers of the deviations, divided by their number; those are in units of the largest. */
export interface Moments {
  n: number;
  m2: number;
  m3: number;
  m4: number;
}

/** Of the values in units of their largest deviation: ratios of moments do not depend on it. */
export function centralMoments(values: Numbers): Moments {
  const all = floats(values);
  const n = all.length;
  const [deviations, unit] = scaledDeviations(all);
  if (unit === 0) return { n, m2: 0, m3: 0, m4: 0 };
  const powers = new Float64Array(n);
  const moment = () => {
    for (let i = 0; i < n; i++) powers[i] = (powers[i] as number) * (deviations[i] as number);
    return sum(powers) / n;
  };
  powers.set(deviations);
  return { n, m2: moment(), m3: moment(), m4: moment() };
}
