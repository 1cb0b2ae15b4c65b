import type { Scale } from './nice-scale.ts';

/** Ticks at 1, 2 and 5 times powers of ten, or at powers of ten alone where the range is wide. `low` and `high` are logarithms to base 10. */
export function logScale(values: readonly number[]): Scale {
  const positive = values.filter((value) => value > 0 && Number.isFinite(value));
  const least = Math.min(1, ...positive);
  const most = Math.max(1, ...positive);
  const wide = Math.log10(most / least) > 3;
  const steps = wide ? [1] : [1, 2, 5];
  const from = Math.floor(Math.log10(least)) - 1;
  const to = Math.ceil(Math.log10(most)) + 1;
  const all: number[] = [];
  for (let power = from; power <= to; power++) {
    for (const step of steps) all.push(Number((step * 10 ** power).toPrecision(6)));
  }
  const low = all.findLast((tick) => tick < least * 0.999) ?? least;
  const high = all.find((tick) => tick > most * 1.001) ?? most;
  return {
    low: Math.log10(low),
    high: Math.log10(high),
    step: 1,
    ticks: all.filter((tick) => tick >= low && tick <= high),
  };
}
