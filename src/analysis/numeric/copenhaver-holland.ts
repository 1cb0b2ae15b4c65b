import lnGamma from '@stdlib/math-base-special-gammaln';
import { gaussLegendre, NODES } from './gauss-legendre.ts';
import { normalUpperTail } from './normal.ts';

const TWELVE = gaussLegendre(12);
/** Half the range of standard normals never comes to this. */
const FARTHEST = 8;
/** Degrees of freedom beyond which the standard error counts as known. */
const MANY = 25_000;

/**
 * P(Q ≤ q) of the studentized range, by the quadrature of M. D. Copenhaver & B. Holland (Journal of
 * Statistical Computation and Simulation 30, 1988) with the panels that R lays, so that it agrees with
 * R's `ptukey` to 1e-11. Against the tail integral of `studentizedRangeUpperTail` it is
 * some 1e-9 off for up to 6 groups and from 10 degrees of freedom on, 2e-7 for 30 groups, and as much as
 * 2e-4 (6 groups) and 1e-3 (30 groups) at 2 degrees of freedom.
 * @param df at least 2
 */
export function copenhaverHollandCdf(q: number, groups: number, df: number): number {
  if (df > MANY) return rangeCdf(q, groups);
  const half = df <= 100 ? 1 : df <= 800 ? 0.5 : df <= 5000 ? 0.25 : 0.125;
  const a = df / 2;
  const lnScale = a * Math.log(df) - df * Math.LN2 - lnGamma(a) + Math.log(half);
  let total = 0;
  for (let panel = 1; panel <= 50; panel++) {
    let part = 0;
    for (const [node, weight] of NODES) {
      const u = half * (2 * panel - 1 + node);
      const lnDensity = lnScale + (a - 1) * Math.log(u) - (u * df) / 4;
      if (lnDensity < -30) continue;
      part += weight * Math.exp(lnDensity) * rangeCdf(q * Math.sqrt(u / 2), groups);
    }
    if (panel * half >= 1 && part <= 1e-14) break;
    total += part;
  }
  return Math.min(1, total);
}

/** P(R ≤ w) of the range of k standard normals: Hartley's form, all within ±w/2 or the largest beyond. */
function rangeCdf(w: number, k: number): number {
  const from = w / 2;
  if (from >= FARTHEST) return 1;
  const panels = w > 3 ? 2 : 3;
  const half = (FARTHEST - from) / panels / 2;
  let beyond = 0;
  for (let panel = 0; panel < panels; panel++) {
    for (const [node, weight] of TWELVE) {
      const z = from + half * (2 * panel + 1 + node);
      const within = normalUpperTail(-z) - normalUpperTail(w - z);
      beyond += weight * Math.exp(-(z * z) / 2) * within ** (k - 1);
    }
  }
  const central = (1 - 2 * normalUpperTail(from)) ** k;
  return Math.min(1, central + (2 * half * k * beyond) / Math.sqrt(2 * Math.PI));
}
