import { normalUpperTail } from './normal.ts';
import { riddersRoot } from './ridders.ts';

/** Terms smaller than this share of the sum add nothing to it. */
const NOTHING = 1e-17;
/** The logarithm of the largest number that is looked at for a quantile. */
const FARTHEST = 700;

/**
 * P(Q > q) of the studentized range of `groups` means, the standard error with `df` degrees of freedom.
 *
 * Q = R / S with R the range of standard normals and S² = χ²(df) / df, so P(Q > q) = ∫ P(R > q s) f(s) ds
 * (M. D. Copenhaver & B. Holland, Journal of Statistical Computation and Simulation 30, 1988). With
 * u = ln s the integrand is analytic and dies away on both sides, so the trapezoidal rule converges
 * exponentially (L. N. Trefethen & J. A. C. Weideman, SIAM Review 56, 2014); dividing by the same sum
 * of the density needs no gamma function. No term is negative: small tails keep their digits. The points
 * are multiples of the step on the scale of ln(q s), the same for every q, so that their tails are kept.
 * @param groups at least 2; @param df above 0
 */
export function studentizedRangeUpperTail(q: number, groups: number, df: number): number {
  if (!(q > 0)) return 1;
  const step = Math.min(0.1, 0.45 / Math.sqrt(df)) / manyGroups(groups);
  const deepest = -0.5 * Math.log1p((q * q) / (2 * df));
  let density = 0;
  let tail = 0;
  const lnQ = Math.log(q);
  const tailAt = rangeTails(groups, step);
  for (let j = Math.ceil((lnQ + Math.log(1 + 10 / Math.sqrt(2 * df))) / step); ; j--) {
    const u = j * step - lnQ;
    const weight = Math.exp(df * (u - Math.expm1(2 * u) / 2));
    const part = weight * tailAt(j);
    density += weight;
    tail += part;
    if (u < deepest && weight <= NOTHING * density && part <= NOTHING * tail) break;
  }
  return Math.min(1, tail / density);
}

/** The q with P(Q ≤ q) = p. */
export function studentizedRangeQuantile(p: number, groups: number, df: number): number {
  const target = Math.log1p(-p);
  const excess = (lnQ: number) =>
    Math.log(studentizedRangeUpperTail(Math.exp(lnQ), groups, df)) - target;
  let [low, high] = [0, 2];
  while (excess(low) < 0 && low > -FARTHEST) low -= 2;
  while (excess(high) > 0 && high < FARTHEST) high += 2;
  return Math.exp(riddersRoot(excess, low, high));
}

/** Those that were asked for last: all pairs of an analysis have as many groups and, mostly, one step. */
let kept = { groups: 0, step: 0, tails: new Map<number, number>() };

/** P(R > exp(j step)) by j. */
function rangeTails(groups: number, step: number): (j: number) => number {
  if (kept.groups !== groups || kept.step !== step) kept = { groups, step, tails: new Map() };
  const { tails } = kept;
  return (j) => {
    const known = tails.get(j);
    if (known !== undefined) return known;
    const tail = rangeUpperTail(Math.exp(j * step), groups);
    tails.set(j, tail);
    return tail;
  };
}

/**
 * P(R > w) for the range of k standard normals: with z the largest of them,
 * k ∫ φ(z) (Φ(z)^(k−1) − (Φ(z) − Φ(z − w))^(k−1)) dz, the difference taken without cancellation.
 */
function rangeUpperTail(w: number, k: number): number {
  const step = 0.2 / manyGroups(k);
  let total = 0;
  for (let z = w / 2 - 9; z <= w / 2 + 9; z += step) {
    const below = normalUpperTail(-z);
    const within = normalUpperTail(w - z);
    const others = -Math.expm1((k - 1) * Math.log1p(-Math.min(1, within / below)));
    total += Math.exp(-(z * z) / 2) * below ** (k - 1) * others;
  }
  return Math.min(1, (k * step * total) / Math.sqrt(2 * Math.PI));
}

/** The more groups, the steeper the rise of the distribution of their range, and the finer the steps. */
function manyGroups(k: number): number {
  return Math.max(1, Math.log2(k / 10));
}
