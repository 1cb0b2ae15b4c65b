import { addRuns, type CodeRuns, runsWithout } from '../hot/code-runs.ts';
import type { HotColumn } from '../hot/hot-column.ts';
import type { HotTable } from '../hot/hot-table.ts';
import type { Bitmap } from '../kernel/column-kernel.ts';
import type { ChartState } from './chart-state.ts';
import type { LinkedCounts, Standing } from './linked-counts.ts';
import { partRows } from './part-rows.ts';
import { makeTile, type Tile } from './tile.ts';

/** More of the rows than this are counted anew instead of moved one by one. */
const MOVED_AT_MOST = 1 / 128;

/** What a board keeps of the chart whose choice is being moved, for as long as no other choice changes. */
export interface MovedChoice {
  readonly of: Standing;
  /** There is none while it is being made, nor where it would take too much. */
  tile: Tile | undefined;
}

/** Makes the tile of a chart whose choice will be moved, with a pause every few milliseconds. */
export function* makeTileOf(
  { kernel }: HotTable,
  counts: LinkedCounts,
  standings: Iterable<Standing>,
  moved: Standing,
  column: HotColumn,
): Generator<void, Tile | undefined> {
  const listBut = (...but: Standing[]) => {
    const rows = counts.rowsBut(...but);
    const list = kernel.rowsOf(rows);
    kernel.release(rows);
    return list;
  };
  const met = listBut(moved);
  const charts: { state: ChartState; rows: Uint32Array }[] = [];
  for (const standing of standings) {
    const { state } = standing.chart;
    if (standing === moved || !state.isExact) continue;
    charts.push({ state, rows: standing.choice ? listBut(moved, standing) : met });
    yield;
  }
  return yield* makeTile(column, moved.chart.placeOf ?? (() => 0), charts, met);
}

/**
 * Moves a choice to other codes by what enters or leaves: whole steps by the tile, the rows at their ends
 * one by one; false when these are too many.
 */
export function moveChoice(
  { kernel, rows }: HotTable,
  counts: LinkedCounts,
  standings: Iterable<Standing>,
  { of: moved, tile: made }: MovedChoice,
  from: { bitmap: Bitmap; runs: CodeRuns },
  to: { column: HotColumn; runs: CodeRuns },
): boolean {
  const { column, runs } = to;
  const tile = made?.column === column ? made : undefined;
  const most = rows * MOVED_AT_MOST;
  const rowsIn = (runs: CodeRuns): Uint32Array | undefined => {
    if (runs.length === 0) return new Uint32Array();
    const bitmap = kernel.bitmap();
    addRuns(kernel, bitmap, column, runs);
    const list = kernel.count(bitmap) > most ? undefined : kernel.rowsOf(bitmap);
    kernel.release(bitmap);
    return list;
  };
  const whole = (runs: CodeRuns) => tile?.split(runs) ?? { steps: [], rest: runs };
  const enters = whole(runsWithout(runs, from.runs));
  const leaves = whole(runsWithout(from.runs, runs));
  const entering = rowsIn(enters.rest);
  const leaving = rowsIn(leaves.rest);
  if (!entering || !leaving) return false;
  for (const [first, end] of enters.steps) tile?.move(first, end, 1);
  for (const [first, end] of leaves.steps) tile?.move(first, end, -1);
  const others = [...standings].filter((standing) => standing !== moved);
  const exact = others.filter(({ chart }) => chart.state.isExact);
  const chosen = others.flatMap(({ choice }) => choice?.bitmap ?? []);
  for (const [list, sign] of [
    [entering, 1],
    [leaving, -1],
  ] as const) {
    const { all, butOne } = partRows(list, chosen, counts.within);
    for (const { chart, choice } of exact) {
      chart.state.move(all.rows, all.n, sign);
      const own = choice && butOne[chosen.indexOf(choice.bitmap)];
      if (own) chart.state.move(own.rows, own.n, sign);
    }
  }
  from.bitmap.fill(0);
  addRuns(kernel, from.bitmap, column, runs);
  counts.recount(others.filter(({ chart }) => !chart.state.isExact));
  return true;
}
