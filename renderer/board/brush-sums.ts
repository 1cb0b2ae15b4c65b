import type { BoardNumbers, BrushTile, ChartNumbers } from '../../src/model/board.ts';
import { readNumbers } from '../../src/model/chart-reading.ts';

/** What a board says of a brush over whole places of one chart, from the first to the last. */
export type BrushSums = (first: number, last: number) => Pick<BoardNumbers, 'rows' | 'charts'>;

/** Adds a tile up once, so that a brush is two look-ups and a difference, however wide it is. */
export function brushSums({ rows, charts }: BrushTile): BrushSums {
  const met = sumsUpTo(rows.map((n) => [n]));
  const others = Object.entries(charts).map(([name, { reading, sums }]) => {
    return { name, reading, upTo: sumsUpTo(sums) };
  });
  return (first, last) => {
    const told: Record<string, ChartNumbers> = {};
    for (const { name, reading, upTo } of others) {
      told[name] = readNumbers(reading, between(upTo, first, last));
    }
    return { rows: between(met, first, last)[0] ?? 0, charts: told };
  };
}

/** Before each place, and after the last, the sum of all lists that came before. */
function sumsUpTo(lists: readonly (readonly number[])[]): number[][] {
  let sum = (lists[0] ?? []).map(() => 0);
  const all = [sum];
  for (const list of lists) {
    sum = list.map((n, at) => n + (sum[at] ?? 0));
    all.push(sum);
  }
  return all;
}

function between(upTo: readonly number[][], first: number, last: number): number[] {
  const before = upTo[first] ?? [];
  return (upTo[last + 1] ?? []).map((sum, at) => sum - (before[at] ?? 0));
}
