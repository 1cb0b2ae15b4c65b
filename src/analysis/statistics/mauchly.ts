import { chiSquareUpperTail } from '../numeric/chi-square.ts';
import { factorise } from '../numeric/qr.ts';

/**
 * Mauchly's test of sphericity (Annals of Mathematical Statistics 11, 1940), the p with the second term
 * of Box's expansion (Biometrika 36, 1949). As R's `mauchly.test`, whose second term has 3 (p + 1) where
 * Anderson (An Introduction to Multivariate Statistical Analysis, 10.7.4) has 3 p. The difference
 * in p was 4e-4 of it for 12 people and 4 measurements, and shrinks with the square of their number.
 * @param centred orthonormal contrasts, one list each, their means taken off
 * @param trace of their covariance matrix
 */
export function mauchly(
  centred: readonly (readonly number[])[],
  trace: number,
): { mauchly_W: number | null; mauchly_p: number | null } {
  const p = centred.length;
  const n = (centred[0]?.length ?? 0) - 1;
  const { triangle, scales, used } = factorise(centred.map((column) => Float64Array.from(column)));
  if (p < 2 || n < p || used.length < p) return { mauchly_W: null, mauchly_p: null };
  // The determinant of the covariance, each root of it divided by the mean variance.
  const lnW = triangle.reduce((total, column, j) => {
    const deviation = Math.abs(column[j] ?? 0) / (scales[j] ?? 1);
    return total + Math.log((deviation * deviation) / n / (trace / p));
  }, 0);
  const rho = 1 - (2 * p * p + p + 2) / (6 * p * n);
  const second =
    ((p + 2) * (p - 1) * (p - 2) * (2 * p ** 3 + 6 * p * p + 3 * (p + 1) + 2)) /
    (288 * (n * p * rho) ** 2);
  const chisq = -n * rho * lnW;
  const df = (p * (p + 1)) / 2 - 1;
  const first = chiSquareUpperTail(chisq, df);
  const value = first + second * (chiSquareUpperTail(chisq, df + 4) - first);
  return { mauchly_W: Math.exp(lnW), mauchly_p: Math.min(1, Math.max(0, value)) };
}
