import { ascending, type Numbers } from './floats.ts';

/** Hyndman & Fan's numbering (The American Statistician 50, 1996), as R's `quantile(type =)`. */
export type QuantileType = 2 | 6 | 7;

const FUZZ = 4 * Number.EPSILON;

/**
 * The p-quantile of values sorted ascending. Type 7 is R's and Excel's, 6 SPSS's, 2 SAS's default.
 * @param sorted at least one value
 */
export function quantile(sorted: Numbers, p: number, type: QuantileType = 7): number {
  const n = sorted.length;
  const at = (k: number) => sorted[Math.max(0, Math.min(n - 1, k - 1))] ?? 0;
  if (type === 7) {
    const position = 1 + (n - 1) * p;
    const below = Math.floor(position + FUZZ);
    return between(at(below), at(below + 1), clean(position - below));
  }
  const position = type === 6 ? (n + 1) * p : n * p;
  const below = Math.floor(position + FUZZ);
  const rest = clean(position - below);
  const weight = type === 6 ? rest : rest > 0 ? 1 : 0.5;
  return between(at(below), at(below + 1), weight);
}

/** The median of values in any order; null when there are none. */
export function median(values: Numbers): number | null {
  return values.length === 0 ? null : quantile(ascending(values), 0.5);
}

function between(low: number, high: number, weight: number): number {
  return weight === 0 ? low : weight === 1 ? high : low + (high - low) * weight;
}

function clean(rest: number): number {
  return Math.abs(rest) < FUZZ ? 0 : rest;
}
