import type {
  BoardNumbers,
  BrushTile,
  ChartFace,
  ChartNumbers,
  ChartQuestion,
} from '../../model/board.ts';
import { Refusal } from '../../model/refusal.ts';
import { addRuns, type CodeRuns, runsWithout } from '../hot/code-runs.ts';
import type { HotColumn } from '../hot/hot-column.ts';
import type { HotTable } from '../hot/hot-table.ts';
import { MOST_CHARTS } from '../hot/memory-plan.ts';
import type { Bitmap, ColumnKernel } from '../kernel/column-kernel.ts';
import { type Chart, makeChart } from './chart.ts';
import type { ChartState } from './chart-state.ts';
import { partRows } from './part-rows.ts';
import { placesOf } from './places-of.ts';
import { makeTile, type Tile } from './tile.ts';

/** Which rows are chosen on a chart: codes of a column, or any rows at all. */
export type Choice = { column: HotColumn; runs: CodeRuns } | { rows: Bitmap };

interface Standing {
  chart: Chart;
  /** The state of every row. */
  all: Uint32Array | Float64Array;
  choice?: { choice: Choice; bitmap: Bitmap };
}

/** More of the rows than this are counted anew instead of moved one by one. */
const MOVED_AT_MOST = 1 / 128;

/**
 * Linked charts of one table. A choice on one of them is a condition on all others, and not on itself,
 * so that what was not chosen can still be seen (crossfilter's rule). All work is done by `choose` and
 * its like; reading is free.
 */
export class Board {
  readonly table: HotTable;
  readonly #kernel: ColumnKernel;
  readonly #charts = new Map<string, Standing>();
  readonly #everyone: Bitmap;
  #within: Bitmap | undefined;
  /** Of the chart whose choice is being moved; there is none yet while it is being made. */
  #tile: { of: Standing; tile: Tile | undefined } | undefined;
  readonly #chosen: Bitmap;
  #n: number;

  constructor(table: HotTable) {
    this.table = table;
    this.#kernel = table.kernel;
    this.#everyone = table.kernel.bitmap();
    table.kernel.not(this.#everyone);
    this.#chosen = table.kernel.bitmap();
    this.#chosen.set(this.#everyone);
    this.#n = table.rows;
  }

  /** @throws Refusal `board-full`, `chart-name-taken`, and as `makeChart` does */
  add(name: string, question: ChartQuestion): ChartFace {
    if (this.#charts.has(name)) {
      throw new Refusal('chart-name-taken', `There is a chart called “${name}” already.`);
    }
    if (this.#charts.size >= MOST_CHARTS) {
      throw new Refusal('board-full', `A board holds ${MOST_CHARTS} charts.`, {
        hint: 'Close a chart first.',
      });
    }
    const chart = makeChart(this.table, question);
    chart.state.count(this.#everyone);
    const standing = { chart, all: chart.state.numbers.slice() };
    this.#charts.set(name, standing);
    this.#tile = undefined;
    if (this.#n < this.table.rows) this.#count(this.#chosen, [standing]);
    return this.face(name);
  }

  face(name: string): ChartFace {
    const { chart, all } = this.#standing(name);
    const { question, places, down } = chart;
    return { question, places, down, all: chart.read(all) };
  }

  /** Takes a chart away, and its choice with it. */
  remove(name: string): void {
    this.clear(name);
    for (const array of this.#standing(name).chart.own) this.#kernel.release(array);
    this.#charts.delete(name);
    this.#tile = undefined;
  }

  /** Takes all charts away and gives back what the board took of the kernel's memory. */
  close(): void {
    for (const { chart, choice } of this.#charts.values()) {
      if (choice) this.#kernel.release(choice.bitmap);
      for (const array of chart.own) this.#kernel.release(array);
    }
    this.#charts.clear();
    this.#tile = undefined;
    for (const bitmap of [this.#everyone, this.#chosen, this.#within]) {
      if (bitmap) this.#kernel.release(bitmap);
    }
  }

  /** Looks only at some rows, or at all again; the bitmap is the board's from then on. */
  within(rows: Bitmap | undefined): void {
    if (this.#within) this.#kernel.release(this.#within);
    this.#within = rows;
    this.#recount();
  }

  /** Chooses on a chart, in place of what was chosen on it. */
  choose(name: string, choice: Choice): void {
    const standing = this.#standing(name);
    const before = standing.choice;
    if (before && 'runs' in choice && 'runs' in before.choice) {
      const { column, runs } = before.choice;
      if (column === choice.column && this.#move(standing, before.bitmap, runs, choice)) {
        before.choice = choice;
        return;
      }
    }
    const bitmap = before?.bitmap ?? this.#kernel.bitmap();
    bitmap.fill(0);
    if ('rows' in choice) bitmap.set(choice.rows);
    else addRuns(this.#kernel, bitmap, choice.column, choice.runs);
    standing.choice = { choice, bitmap };
    this.#recount(standing);
  }

  /** Gives a chart's choice up. */
  clear(name: string): void {
    const standing = this.#standing(name);
    if (!standing.choice) return;
    this.#kernel.release(standing.choice.bitmap);
    delete standing.choice;
    this.#recount(standing);
  }

  clearAll(): void {
    for (const { choice } of this.#charts.values()) if (choice) this.#kernel.release(choice.bitmap);
    for (const standing of this.#charts.values()) delete standing.choice;
    this.#recount();
  }

  /**
   * Gets ready for a choice on a chart that will be moved, with a pause every few milliseconds, in which
   * anything may be asked: a choice that is moved meanwhile is counted anew. One that changes what is
   * counted here ends it.
   */
  *prepare(name: string, column: HotColumn): Generator<void, void> {
    const moved = this.#standing(name);
    if (this.#tileOf(moved, column)) return;
    const own: { of: Standing; tile: Tile | undefined } = { of: moved, tile: undefined };
    this.#tile = own;
    const making = this.#makeTile(moved, column);
    for (;;) {
      const step = making.next();
      if (step.done) {
        own.tile = step.value;
        return;
      }
      yield;
      if (this.#tile !== own) return;
    }
  }

  /** What was got ready, place by place of the chart; null where it is not there, or cannot be added up. */
  brushTile(name: string): BrushTile | null {
    const moved = this.#charts.get(name);
    const tile = moved && this.#tile?.of === moved ? this.#tile.tile : undefined;
    if (!moved || !tile) return null;
    const others = [...this.#charts].filter(([, standing]) => standing !== moved);
    const charts = others.map(([name, { chart }]) => ({ name, chart }));
    return placesOf(tile, moved.chart, charts);
  }

  numbers(): BoardNumbers {
    const charts: BoardNumbers['charts'] = {};
    for (const [name, { chart }] of this.#charts) charts[name] = chart.read(chart.state.numbers);
    return { rows: this.#n, of: this.table.rows, charts };
  }

  /** What a chart says of the rows that meet every choice, its own among them. */
  cohortNumbers(name: string): ChartNumbers {
    const standing = this.#standing(name);
    const { state } = standing.chart;
    const kept = state.numbers.slice();
    this.#count(this.#chosen, [standing]);
    const numbers = standing.chart.read(state.numbers);
    state.numbers.set(kept);
    return numbers;
  }

  /** The rows that meet every choice; to be read, not to be changed. */
  chosen(): Bitmap {
    return this.#chosen;
  }

  #standing(name: string): Standing {
    const standing = this.#charts.get(name);
    if (standing) return standing;
    throw new Refusal('unknown-chart', `There is no chart called “${name}” on the board.`);
  }

  /** Counts all charts anew, but for the one whose own choice it is. */
  #recount(changed?: Standing): void {
    const kernel = this.#kernel;
    if (this.#tile?.of !== changed) this.#tile = undefined;
    this.#meet(this.#chosen);
    this.#n = kernel.count(this.#chosen);
    const others = [...this.#charts.values()].filter((standing) => standing !== changed);
    this.#count(
      this.#chosen,
      others.filter(({ choice }) => !choice),
    );
    for (const standing of others) if (standing.choice) this.#countOthers(standing);
  }

  /** Counts a chart under the choices on all others. */
  #countOthers(standing: Standing): void {
    const rows = this.#kernel.bitmap();
    this.#meet(rows, standing);
    this.#count(rows, [standing]);
    this.#kernel.release(rows);
  }

  /** The rows that meet every choice but those of some charts. */
  #meet(into: Bitmap, ...but: Standing[]): void {
    into.set(this.#within ?? this.#everyone);
    for (const standing of this.#charts.values()) {
      if (!standing.choice || but.includes(standing)) continue;
      this.#kernel.and(into, standing.choice.bitmap);
    }
  }

  /** The tile of a chart whose choice is moved, where it is ready. */
  #tileOf(moved: Standing, column: HotColumn): Tile | undefined {
    const tile = this.#tile?.of === moved ? this.#tile.tile : undefined;
    return tile?.column === column ? tile : undefined;
  }

  *#makeTile(moved: Standing, column: HotColumn): Generator<void, Tile | undefined> {
    const kernel = this.#kernel;
    const rowsBut = (...but: Standing[]) => {
      const rows = kernel.bitmap();
      this.#meet(rows, ...but);
      const list = kernel.rowsOf(rows);
      kernel.release(rows);
      return list;
    };
    const met = rowsBut(moved);
    const charts: { state: ChartState; rows: Uint32Array }[] = [];
    for (const standing of this.#charts.values()) {
      const { state } = standing.chart;
      if (standing === moved || !state.isExact) continue;
      charts.push({ state, rows: standing.choice ? rowsBut(moved, standing) : met });
      yield;
    }
    return yield* makeTile(column, moved.chart.placeOf ?? (() => 0), charts, met);
  }

  /**
   * Counts charts over some rows: all that are counts in one pass. Of more than half of the rows the
   * others are counted, and taken from the numbers of all.
   */
  #count(rows: Bitmap, standings: readonly Standing[]): void {
    if (standings.length === 0) return;
    const kernel = this.#kernel;
    const exact = standings.filter(({ chart }) => chart.state.isExact);
    for (const { chart } of standings) chart.state.numbers.fill(0);
    for (const { chart } of standings) if (!chart.state.isExact) chart.state.count(rows);
    const isMost = 2 * kernel.count(rows) > this.table.rows;
    const counted = isMost ? kernel.bitmap() : rows;
    if (isMost) {
      counted.set(rows);
      kernel.not(counted);
    }
    kernel.tally(
      counted,
      exact.flatMap(({ chart }) => chart.state.tally ?? []),
    );
    for (const { chart } of exact) if (!chart.state.tally) chart.state.count(counted);
    if (!isMost) return;
    kernel.release(counted);
    for (const { chart, all } of exact) {
      const { numbers } = chart.state;
      for (let at = 0; at < numbers.length; at++) {
        numbers[at] = (all[at] as number) - (numbers[at] as number);
      }
    }
  }

  /**
   * Moves a choice to other codes by what enters or leaves: whole steps by the tile, the rows at their ends
   * one by one; false when these are too many, or nobody got ready for it.
   */
  #move(
    moved: Standing,
    bitmap: Bitmap,
    before: CodeRuns,
    { column, runs }: { column: HotColumn; runs: CodeRuns },
  ): boolean {
    if (this.#tile?.of !== moved) return false;
    const tile = this.#tileOf(moved, column);
    const most = this.table.rows * MOVED_AT_MOST;
    const whole = (runs: CodeRuns) => tile?.split(runs) ?? { steps: [], rest: runs };
    const [enters, leaves] = [whole(runsWithout(runs, before)), whole(runsWithout(before, runs))];
    const entering = this.#rowsIn(column, enters.rest, most);
    const leaving = this.#rowsIn(column, leaves.rest, most);
    if (!entering || !leaving) return false;
    for (const [from, to] of enters.steps) this.#n += tile?.move(from, to, 1) ?? 0;
    for (const [from, to] of leaves.steps) this.#n -= tile?.move(from, to, -1) ?? 0;
    const others = [...this.#charts.values()].filter((standing) => standing !== moved);
    const chosen = others.filter(({ choice }) => choice);
    const choices = chosen.map(({ choice }) => (choice as { bitmap: Bitmap }).bitmap);
    for (const [rows, sign] of [
      [entering, 1],
      [leaving, -1],
    ] as const) {
      const { all, butOne } = partRows(rows, choices, this.#within);
      this.#n += sign * all.n;
      for (const standing of others) {
        const { state } = standing.chart;
        if (!state.isExact) continue;
        state.move(all.rows, all.n, sign);
        const own = butOne[chosen.indexOf(standing)];
        if (own) state.move(own.rows, own.n, sign);
      }
    }
    bitmap.fill(0);
    addRuns(this.#kernel, bitmap, column, runs);
    this.#meet(this.#chosen);
    for (const standing of others) {
      if (standing.chart.state.isExact) continue;
      if (standing.choice) this.#countOthers(standing);
      else this.#count(this.#chosen, [standing]);
    }
    return true;
  }

  /** The rows of some codes; undefined when there are more than `most`. */
  #rowsIn(column: HotColumn, runs: CodeRuns, most: number): Uint32Array | undefined {
    if (runs.length === 0) return new Uint32Array();
    const bitmap = this.#kernel.bitmap();
    addRuns(this.#kernel, bitmap, column, runs);
    const rows = this.#kernel.count(bitmap) > most ? undefined : this.#kernel.rowsOf(bitmap);
    this.#kernel.release(bitmap);
    return rows;
  }
}
