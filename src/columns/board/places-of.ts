import type { BrushTile } from '../../model/board.ts';
import type { Chart } from './chart.ts';
import type { Tile } from './tile.ts';

/** Numbers that are given out at most: they are carried to the window. */
const MOST = 200_000;

/**
 * What a tile says of each place of its chart. Null where a step of it lies in two places, where a chart shows
 * what cannot be added up (a median is no sum of medians), or where it takes too many numbers.
 * @param others the charts that the tile counts, in its order
 */
export function placesOf(
  tile: Tile,
  chart: Chart,
  others: readonly { name: string; chart: Chart }[],
): BrushTile | null {
  const { placed } = tile;
  const { placeOf, places } = chart;
  const sizes = others.map(({ chart: { places, down } }) => places.length * (down.length || 1));
  const numbers = sizes.reduce((sum, size) => sum + size, 1);
  if (!placed || !placeOf || numbers * places.length > MOST) return null;
  const rows = new Array<number>(places.length).fill(0);
  const charts: BrushTile['charts'] = {};
  for (const [at, { name, chart }] of others.entries()) {
    const { show } = chart.question;
    if (show !== 'counts' && show !== 'heat-map') return null;
    charts[name] = { show, counts: places.map(() => new Array<number>(sizes[at] ?? 0).fill(0)) };
  }
  for (let from = 0; from < placed.length; ) {
    const place = placeOf(placed[from] as number);
    let to = from + 1;
    while (to < placed.length && placeOf(placed[to] as number) === place) to++;
    const { met, numbers } = tile.between(from, to);
    rows[place] = (rows[place] as number) + met;
    for (const [at, { name, chart }] of others.entries()) {
      const said = chart.read(numbers[at] ?? []);
      const sum = charts[name]?.counts[place] as number[];
      if (!('counts' in said)) continue;
      for (const [i, n] of said.counts.entries()) sum[i] = (sum[i] as number) + n;
    }
    from = to;
  }
  return { rows, charts };
}
