import { copenhaverHollandCdf } from './copenhaver-holland.ts';

/** Steps smaller than this end the search. */
const NEAR = 1e-4;

/**
 * The q with P(Q ≤ q) = p of the studentized range, by secant steps from Odeh & Evans's first guess
 * (Applied Statistics 23, 1974, algorithm AS 70) until one is below 1e-4. That is where R's `qtukey`
 * stops, so intervals agree with R to its last digits.
 * @param df at least 2
 */
export function copenhaverHollandQuantile(p: number, groups: number, df: number): number {
  const excess = (q: number) => copenhaverHollandCdf(q, groups, df) - p;
  let before = firstGuess(p, groups, df);
  let atBefore = excess(before);
  let q = atBefore > 0 && before > 1 ? before - 1 : before + 1;
  let atQ = excess(q);
  for (let round = 0; round < 50; round++) {
    const next = Math.max(0, q - (atQ * (q - before)) / (atQ - atBefore));
    if (!Number.isFinite(next)) break;
    [before, atBefore, q] = [q, atQ, next];
    if (Math.abs(q - before) < NEAR) break;
    atQ = excess(q);
  }
  return q;
}

/** The normal quantile by a rational function, widened for few degrees of freedom and many groups. */
function firstGuess(p: number, groups: number, df: number): number {
  const y = Math.sqrt(-2 * Math.log((1 - p) / 2));
  const top = [0.322232421088, -1, -0.342242088547, -0.204231210125, -0.0000453642210148];
  const bottom = [0.099348462606, 0.588581570495, 0.531103462366, 0.10353775285, 0.0038560700634];
  const value = (coefficients: readonly number[]) =>
    coefficients.reduceRight((total, coefficient) => total * y + coefficient, 0);
  const normal = y + value(top) / value(bottom);
  const few = df < 120;
  const t = few ? normal + (normal ** 3 + normal) / df / 4 : normal;
  const slope = 0.8832 - 0.2368 * t + (few ? -1.214 / df + (1.208 * t) / df : 0);
  // biome-ignore lint/suspicious/noApproximativeNumericConstant: the constant is published so
  return t * (slope * Math.log(groups - 1) + 1.4142);
}
