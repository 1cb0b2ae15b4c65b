import type { CodeRuns } from '../hot/code-runs.ts';
import type { HotColumn } from '../hot/hot-column.ts';
import type { HotTable } from '../hot/hot-table.ts';
import type { Bitmap } from '../kernel/column-kernel.ts';
import type { Chart } from './chart.ts';
import { addRowsOf, type ChartState } from './chart-state.ts';

/** Which rows are chosen on a chart: codes of a column, or any rows at all. */
export type Choice = { column: HotColumn; runs: CodeRuns } | { rows: Bitmap };

/** A choice, and the rows that meet it. */
export interface Chosen {
  choice: Choice;
  bitmap: Bitmap;
}

/** A chart on a board. */
export interface Standing {
  chart: Chart;
  /** The state of every row. */
  all: Uint32Array | Float64Array;
  choice?: Chosen;
}

/** What the charts of a board count under its choices: each the rows that meet those on all others. */
export class LinkedCounts {
  /** The rows that meet every choice. */
  readonly chosen: Bitmap;
  /** How many these are. */
  n: number;
  readonly #table: HotTable;
  readonly #charts: ReadonlyMap<string, Standing>;
  readonly #everyone: Bitmap;
  #within: Bitmap | undefined;

  constructor(table: HotTable, charts: ReadonlyMap<string, Standing>) {
    const { kernel, rows } = table;
    this.#table = table;
    this.#charts = charts;
    this.#everyone = kernel.bitmap();
    kernel.not(this.#everyone);
    this.chosen = kernel.bitmap();
    this.chosen.set(this.#everyone);
    this.n = rows;
  }

  close(): void {
    for (const bitmap of [this.#everyone, this.chosen, this.#within]) {
      if (bitmap) this.#table.kernel.release(bitmap);
    }
  }

  /** The rows that are looked at at all, where these are not all. */
  get within(): Bitmap | undefined {
    return this.#within;
  }

  /** Looks only at some rows, or at all again; the bitmap belongs here from then on. */
  lookWithin(rows: Bitmap | undefined): void {
    if (this.#within) this.#table.kernel.release(this.#within);
    this.#within = rows;
    this.recount([...this.#charts.values()]);
  }

  /** A chart that joins the others. */
  standingOf(chart: Chart): Standing {
    addRowsOf(this.#table.kernel, this.#everyone, [chart.state]);
    const standing = { chart, all: chart.state.numbers.slice() };
    if (this.n < this.#table.rows) this.countChosen([standing]);
    return standing;
  }

  /** Finds out which rows meet every choice, and counts some charts under the choices on all others. */
  recount(standings: readonly Standing[]): void {
    const { kernel } = this.#table;
    const chosen = [...this.#charts.values()].filter(({ choice }) => choice);
    const conditions = chosen.map((standing) => ({
      rows: standing.choice?.bitmap as Bitmap,
      others: standings.includes(standing) ? kernel.bitmap() : undefined,
    }));
    const [n, ...others] = kernel.meet(this.chosen, this.#within ?? this.#everyone, conditions);
    this.n = n as number;
    this.countChosen(standings.filter(({ choice }) => !choice));
    for (const [at, { others: rows }] of conditions.entries()) {
      if (!rows) continue;
      this.#count(rows, others[at] as number, [chosen[at] as Standing]);
      kernel.release(rows);
    }
  }

  /** Counts charts over the rows that meet every choice, their own among them. */
  countChosen(standings: readonly Standing[]): void {
    this.#count(this.chosen, this.n, standings);
  }

  /** The rows that meet every choice but those on some charts, in a bitmap of their own. */
  rowsBut(...but: Standing[]): Bitmap {
    const { kernel } = this.#table;
    const rows = kernel.bitmap();
    rows.set(this.#within ?? this.#everyone);
    for (const standing of this.#charts.values()) {
      if (standing.choice && !but.includes(standing)) kernel.and(rows, standing.choice.bitmap);
    }
    return rows;
  }

  /**
   * Counts charts over `n` rows, in one pass. Of more than half of the rows the others are counted, and
   * taken from the numbers of all, by the charts that are exact.
   */
  #count(rows: Bitmap, n: number, standings: readonly Standing[]): void {
    if (standings.length === 0) return;
    const { kernel } = this.#table;
    for (const { chart } of standings) chart.state.numbers.fill(0);
    const isMost = 2 * n > this.#table.rows;
    const [less, more] = isMost ? split(standings) : [[], standings];
    if (more.length > 0) addRowsOf(kernel, rows, statesOf(more));
    if (less.length === 0) return;
    const others = kernel.bitmap();
    others.set(rows);
    kernel.not(others);
    addRowsOf(kernel, others, statesOf(less));
    kernel.release(others);
    for (const { chart, all } of less) {
      const { numbers } = chart.state;
      for (let at = 0; at < numbers.length; at++) {
        numbers[at] = (all[at] as number) - (numbers[at] as number);
      }
    }
  }
}

/** Those that are exact, and the others. */
function split(standings: readonly Standing[]): [Standing[], Standing[]] {
  const isExact = ({ chart }: Standing) => chart.state.isExact;
  return [standings.filter(isExact), standings.filter((standing) => !isExact(standing))];
}

function statesOf(standings: readonly Standing[]): ChartState[] {
  return standings.map(({ chart }) => chart.state);
}
