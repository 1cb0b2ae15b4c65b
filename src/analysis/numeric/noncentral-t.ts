import lnGamma from '@stdlib/math-base-special-gammaln';
import { NODES } from './gauss-legendre.ts';
import { normalUpperTail } from './normal.ts';
import { riddersRoot } from './ridders.ts';

/**
 * P(T ≤ t) of the noncentral t distribution with `df` degrees of freedom.
 *
 * T = (Z + ncp) / S with S² = χ²(df) / df, so P(T ≤ t) = ∫ Φ(t s − ncp) f(s) ds, f the density of S
 * (Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions 2, chapter 31). The integrand is
 * smooth and never cancels, so Gauss–Legendre panels laid over the bulk of f and over the step of Φ
 * give about 12 digits for every ncp; the usual series (AS 243) fails beyond |ncp| = 37.6.
 */
export function noncentralTCdf(t: number, df: number, ncp: number): number {
  return mix(df, t, ncp, (s) => normalUpperTail(ncp - t * s));
}

/** P(T > t), computed as a tail. */
export function noncentralTUpperTail(t: number, df: number, ncp: number): number {
  return mix(df, t, ncp, (s) => normalUpperTail(t * s - ncp));
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

function mix(df: number, t: number, ncp: number, tail: (s: number) => number): number {
  const lnScale = (df / 2) * Math.log(df / 2) - lnGamma(df / 2) + Math.LN2;
  const density = (s: number) => Math.exp(lnScale + (df - 1) * Math.log(s) - (df * s * s) / 2);
  const spread = 12 / Math.sqrt(2 * df);
  const [low, high] = [Math.max(0, 1 - spread), 1 + spread];
  const cuts = panels(low, high, 32);
  if (t !== 0) {
    const step = ncp / t;
    const width = 10 / Math.abs(t);
    const [from, to] = [Math.max(low, step - width), Math.min(high, step + width)];
    if (from < to) cuts.push(...panels(from, to, 24));
  }
  cuts.sort((a, b) => a - b);
  let total = 0;
  for (let i = 1; i < cuts.length; i++) {
    const a = cuts[i - 1] ?? low;
    const half = ((cuts[i] ?? a) - a) / 2;
    if (half === 0) continue;
    for (const [node, weight] of NODES) {
      const s = a + half * (1 + node);
      total += half * weight * density(s) * tail(s);
    }
  }
  return Math.min(1, total);
}

function panels(low: number, high: number, count: number): number[] {
  return Array.from({ length: count + 1 }, (_, i) => low + ((high - low) * i) / count);
}
