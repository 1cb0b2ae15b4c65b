import { lowerGamma, upperGamma } from './incomplete-gamma.ts';
import { normalUpperTail } from './normal.ts';
import { riddersRoot } from './ridders.ts';

/** Terms smaller than this share of the sum add nothing to it. */
const NOTHING = 1e-17;

/**
 * P(T ≤ t) of the noncentral t distribution with `df` degrees of freedom.
 *
 * T = (Z + ncp) / S with S² = χ²(df) / df, so P(T ≤ t) = ∫ Φ(t s − ncp) f(s) ds, f the density of S
 * (Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions 2, chapter 31). With u = ln s the
 * integrand is analytic and dies away on both sides, so the trapezoidal rule converges exponentially
 * (L. N. Trefethen & J. A. C. Weideman, SIAM Review 56, 2014), as for the studentized range. No term is
 * negative; the usual series (AS 243) fails beyond |ncp| = 37.6.
 */
export function noncentralTCdf(t: number, df: number, ncp: number): number {
  if (t < 0) return noncentralTUpperTail(-t, df, -ncp);
  return isSteep(t, df, ncp)
    ? mixOverZ(ncp, (over) => (over > 0 ? upperGamma(df / 2, (df / 2) * (over / t) ** 2) : 1))
    : mixOverS(df, t, ncp, (s) => normalUpperTail(ncp - t * s));
}

/** P(T > t), computed as a tail. */
export function noncentralTUpperTail(t: number, df: number, ncp: number): number {
  if (t < 0) return noncentralTCdf(-t, df, -ncp);
  return isSteep(t, df, ncp)
    ? mixOverZ(ncp, (over) => (over > 0 ? lowerGamma(df / 2, (df / 2) * (over / t) ** 2) : 0))
    : mixOverS(df, t, ncp, (s) => normalUpperTail(t * s - ncp));
}

/**
 * The interval of noncentrality parameters that an observed t is compatible with
 * (Steiger & Fouladi 1997: P(T > t | low) = P(T < t | high) = (1 − level) / 2).
 */
export function noncentralityInterval(t: number, df: number, level: number): [number, number] {
  const alpha = (1 - level) / 2;
  const reach = 12 + Math.abs(t) * (1 + 12 / Math.sqrt(2 * df));
  const low = riddersRoot((ncp) => noncentralTUpperTail(t, df, ncp) - alpha, t - reach, t + reach);
  const high = riddersRoot((ncp) => noncentralTCdf(t, df, ncp) - alpha, t - reach, t + reach);
  return [low, high];
}

/**
 * Whether Φ is so steep in s that the mean is better taken over Z, which asks that Z + ncp is as good as
 * never 0, where its function has a kink, or t so large that this makes no difference.
 */
function isSteep(t: number, df: number, ncp: number): boolean {
  const ratio = (t * t) / df;
  return ratio > 1e8 || (ratio > 100 && Math.abs(ncp) > 10);
}

/** The mean of `tail` over S, divided by the same sum of the density, which needs no gamma function. */
function mixOverS(df: number, t: number, ncp: number, tail: (s: number) => number): number {
  const step = Math.min(0.1, 0.6 / Math.sqrt(2 * df + Math.max(t * t, ncp * ncp)));
  let density = 0;
  let total = 0;
  for (let u = Math.log(1 + 12 / Math.sqrt(2 * df)); ; u -= step) {
    const weight = Math.exp(df * (u - Math.expm1(2 * u) / 2));
    const part = weight * tail(Math.exp(u));
    density += weight;
    total += part;
    if (u < 0 && weight <= NOTHING * density && part <= NOTHING * total) break;
  }
  return Math.min(1, total / density);
}

/** The mean over a standard normal Z of what is a function of Z + ncp: S = (Z + ncp) / t. */
function mixOverZ(ncp: number, share: (over: number) => number): number {
  const step = 0.25;
  let total = 0;
  for (let z = -10; z <= 10; z += step) total += Math.exp(-(z * z) / 2) * share(ncp + z);
  return Math.min(1, (step * total) / Math.sqrt(2 * Math.PI));
}
