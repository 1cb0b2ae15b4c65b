import type {
  BoardNumbers,
  BrushTile,
  ChartFace,
  ChartNumbers,
  ChartQuestion,
} from '../../model/board.ts';
import { Refusal } from '../../model/refusal.ts';
import { addRuns } from '../hot/code-runs.ts';
import type { HotColumn } from '../hot/hot-column.ts';
import type { HotTable } from '../hot/hot-table.ts';
import { MOST_CHARTS } from '../hot/memory-plan.ts';
import type { Bitmap, ColumnKernel } from '../kernel/column-kernel.ts';
import { makeChart, saidBy } from './chart.ts';
import { type Choice, type Chosen, LinkedCounts, type Standing } from './linked-counts.ts';
import { type MovedChoice, makeTileOf, moveChoice } from './moved-choice.ts';
import { placesOf } from './places-of.ts';

/**
 * Linked charts of one table. A choice on one of them is a condition on all others, and not on itself,
 * so that what was not chosen can still be seen (crossfilter's rule). All work is done by `choose` and
 * its like; reading is free.
 */
export class Board {
  readonly table: HotTable;
  readonly #kernel: ColumnKernel;
  readonly #charts = new Map<string, Standing>();
  readonly #counts: LinkedCounts;
  #moved: MovedChoice | undefined;

  constructor(table: HotTable) {
    this.table = table;
    this.#kernel = table.kernel;
    this.#counts = new LinkedCounts(table, this.#charts);
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
    this.#charts.set(name, this.#counts.standingOf(makeChart(this.table, question)));
    this.#moved = undefined;
    return this.face(name);
  }

  face(name: string): ChartFace {
    const { chart, all } = this.#standing(name);
    const { question, places, down } = chart;
    return { question, places, down, all: saidBy(chart, all) };
  }

  /** Takes a chart away, and its choice with it. */
  remove(name: string): void {
    this.clear(name);
    for (const array of this.#standing(name).chart.own) this.#kernel.release(array);
    this.#charts.delete(name);
    this.#moved = undefined;
  }

  /** Takes all charts away and gives back what the board took of the kernel's memory. */
  close(): void {
    for (const { chart, choice } of this.#charts.values()) {
      if (choice) this.#kernel.release(choice.bitmap);
      for (const array of chart.own) this.#kernel.release(array);
    }
    this.#charts.clear();
    this.#moved = undefined;
    this.#counts.close();
  }

  /** Looks only at some rows, or at all again; the bitmap is the board's from then on. */
  within(rows: Bitmap | undefined): void {
    this.#moved = undefined;
    this.#counts.lookWithin(rows);
  }

  /** Chooses on a chart, in place of what was chosen on it. */
  choose(name: string, choice: Choice): void {
    const standing = this.#standing(name);
    const before = standing.choice;
    const bitmap = this.#kernel.bitmap();
    if ('rows' in choice) bitmap.set(choice.rows);
    else addRuns(this.#kernel, bitmap, choice.column, choice.runs);
    standing.choice = { choice, bitmap };
    if (!before || !this.#move(standing, before, standing.choice)) this.#recount(standing);
    if (before) this.#kernel.release(before.bitmap);
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
    const of = this.#standing(name);
    if (this.#moved?.of === of && this.#moved.tile?.column === column) return;
    const moved: MovedChoice = { of, tile: undefined };
    this.#moved = moved;
    const making = makeTileOf(this.table, this.#counts, this.#charts.values(), of, column);
    for (;;) {
      const step = making.next();
      if (step.done) {
        moved.tile = step.value;
        return;
      }
      yield;
      if (this.#moved !== moved) return;
    }
  }

  /** What was got ready, place by place of the chart; null where it is not there, or cannot be added up. */
  brushTile(name: string): BrushTile | null {
    const standing = this.#charts.get(name);
    const tile = this.#moved?.of === standing ? this.#moved?.tile : undefined;
    if (!standing || !tile) return null;
    const others = [...this.#charts].filter(([, other]) => other !== standing);
    const charts = others.map(([name, { chart }]) => ({ name, chart }));
    return placesOf(tile, standing.chart, charts);
  }

  numbers(): BoardNumbers {
    const charts: BoardNumbers['charts'] = {};
    for (const [name, { chart }] of this.#charts) charts[name] = saidBy(chart, chart.state.numbers);
    return { rows: this.#counts.n, of: this.table.rows, charts };
  }

  /** What a chart says of the rows that meet every choice, its own among them. */
  cohortNumbers(name: string): ChartNumbers {
    const standing = this.#standing(name);
    const { state } = standing.chart;
    const kept = state.numbers.slice();
    this.#counts.countChosen([standing]);
    const numbers = saidBy(standing.chart, state.numbers);
    state.numbers.set(kept);
    return numbers;
  }

  /** The rows that meet every choice; to be read, not to be changed. */
  chosen(): Bitmap {
    return this.#counts.chosen;
  }

  #standing(name: string): Standing {
    const standing = this.#charts.get(name);
    if (standing) return standing;
    throw new Refusal('unknown-chart', `There is no chart called “${name}” on the board.`);
  }

  /** Follows a choice that was moved; false where nobody got ready for it, or it is better counted anew. */
  #move(standing: Standing, before: Chosen, now: Chosen): boolean {
    if (!('runs' in before.choice && 'runs' in now.choice)) return false;
    const { column } = now.choice;
    if (this.#moved?.of !== standing || before.choice.column !== column) return false;
    const from = { bitmap: before.bitmap, runs: before.choice.runs };
    const to = { bitmap: now.bitmap, runs: now.choice.runs };
    const charts = this.#charts.values();
    return moveChoice(this.table, this.#counts, charts, this.#moved, column, from, to);
  }

  /** Counts all charts anew, but for the one whose own choice it is. */
  #recount(changed?: Standing): void {
    if (this.#moved?.of !== changed) this.#moved = undefined;
    this.#counts.recount([...this.#charts.values()].filter((each) => each !== changed));
  }
}
