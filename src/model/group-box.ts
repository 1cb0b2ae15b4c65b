import type { GroupBox } from './board.ts';

/** How far whiskers reach, in interquartile ranges. */
const REACH = 1.5;

/**
 * The box of values that are counted: `counts[first + k]` rows have the value `numberAt(k)`, which grows
 * with k. Quartiles are R's type 7: at place (n − 1)p of the sorted values, in between by proportion.
 */
export function groupBox(
  counts: ArrayLike<number>,
  first: number,
  values: number,
  numberAt: (at: number) => number,
): GroupBox {
  const countAt = (at: number) => counts[first + at] as number;
  let n = 0;
  for (let at = 0; at < values; at++) n += countAt(at);
  if (n === 0) return { n, box: null, outside: 0, least: null, greatest: null };
  const ranked = (rank: number) => {
    let at = 0;
    for (let upTo = countAt(0); upTo <= rank; upTo += countAt(at)) at++;
    return numberAt(at);
  };
  const quantile = (p: number) => {
    const place = (n - 1) * p;
    const below = ranked(Math.floor(place));
    return below + (ranked(Math.ceil(place)) - below) * (place - Math.floor(place));
  };
  const [lower, median, upper] = [quantile(0.25), quantile(0.5), quantile(0.75)];
  const [from, to] = [lower - REACH * (upper - lower), upper + REACH * (upper - lower)];
  let [low, high, outside] = [upper, lower, 0];
  for (let at = 0; at < values; at++) {
    if (countAt(at) === 0) continue;
    const value = numberAt(at);
    if (value < from || value > to) outside += countAt(at);
    else [low, high] = [Math.min(low, value), Math.max(high, value)];
  }
  const box = { low, lower, median, upper, high };
  return { n, box, outside, least: ranked(0), greatest: ranked(n - 1) };
}
