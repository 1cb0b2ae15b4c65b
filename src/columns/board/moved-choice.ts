import { addRuns, type CodeRuns, runsWithout } from '../hot/code-runs.ts';
import type { HotColumn } from '../hot/hot-column.ts';
import type { HotTable } from '../hot/hot-table.ts';
import type { Bitmap, ColumnKernel } from '../kernel/column-kernel.ts';
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
 * Follows a choice that was moved from other codes of its column, by what entered or left: whole steps by
 * the tile, the rows at their ends one by one; false when these are too many.
 */
export function moveChoice(
  { kernel, rows }: HotTable,
  counts: LinkedCounts,
  standings: Iterable<Standing>,
  { of: moved, tile: made }: MovedChoice,
  column: HotColumn,
  from: { bitmap: Bitmap; runs: CodeRuns },
  to: { bitmap: Bitmap; runs: CodeRuns },
): boolean {
  const tile = made?.column === column ? made : undefined;
  const whole = (runs: CodeRuns) => tile?.split(runs) ?? { steps: [], rest: runs };
  const enters = whole(runsWithout(to.runs, from.runs));
  const leaves = whole(runsWithout(from.runs, to.runs));
  const most = rows * MOVED_AT_MOST;
  const entering = rowsAtEnds(kernel, column, enters, to.bitmap, from.bitmap, most);
  const leaving = rowsAtEnds(kernel, column, leaves, from.bitmap, to.bitmap, most);
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
  counts.recount(others.filter(({ chart }) => !chart.state.isExact));
  return true;
}

/**
 * The rows at the ends of what entered or left; undefined when they are more than `most`. Where there is
 * nothing between the ends, they are the rows in one bitmap and not in the other.
 */
function rowsAtEnds(
  kernel: ColumnKernel,
  column: HotColumn,
  { steps, rest }: ReturnType<Tile['split']>,
  inside: Bitmap,
  outside: Bitmap,
  most: number,
): Uint32Array | undefined {
  if (rest.length === 0) return new Uint32Array();
  const bitmap = kernel.bitmap();
  if (steps.length > 0) {
    addRuns(kernel, bitmap, column, rest);
  } else {
    bitmap.set(outside);
    kernel.not(bitmap);
    kernel.and(bitmap, inside);
  }
  const list = kernel.count(bitmap) > most ? undefined : kernel.rowsOf(bitmap);
  kernel.release(bitmap);
  return list;
}
