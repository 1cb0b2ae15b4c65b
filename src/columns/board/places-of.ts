import type { BrushTile } from '../../model/board.ts';
import type { Chart } from './chart.ts';
import type { Tile } from './tile.ts';

/** Numbers that are given out at most: they are carried to the window. */
const MOST = 200_000;

/**
 * What a tile says of each place of its chart. Null where a step of it lies in two places, where a chart counts
 * what cannot be added up exactly, or where it takes too many numbers.
 * @param others the charts that the tile counts, in its order
 */
export function placesOf(
  tile: Tile,
  chart: Chart,
  others: readonly { name: string; chart: Chart }[],
): BrushTile | null {
  const { placed } = tile;
  const { placeOf, places } = chart;
  if (!placed || !placeOf || others.some(({ chart }) => !chart.state.isExact)) return null;
  const sizes = others.map(({ chart }) => chart.sums(chart.state.numbers).length);
  const numbers = sizes.reduce((sum, size) => sum + size, 1);
  if (numbers * places.length > MOST) return null;
  const rows = new Array<number>(places.length).fill(0);
  const told = others.map(({ name, chart: { reading } }, at) => {
    return { name, reading, sums: places.map(() => new Array<number>(sizes[at] ?? 0).fill(0)) };
  });
  for (let from = 0; from < placed.length; ) {
    const place = placeOf(placed[from] as number);
    let to = from + 1;
    while (to < placed.length && placeOf(placed[to] as number) === place) to++;
    const { met, numbers } = tile.between(from, to);
    rows[place] = (rows[place] as number) + met;
    for (const [at, { chart }] of others.entries()) {
      const sums = told[at]?.sums[place] as number[];
      for (const [i, n] of chart.sums(numbers[at] ?? []).entries()) sums[i] = (sums[i] ?? 0) + n;
    }
    from = to;
  }
  const charts = Object.fromEntries(told.map(({ name, ...chart }) => [name, chart]));
  return { rows, charts };
}
