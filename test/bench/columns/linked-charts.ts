import assert from 'node:assert/strict';
import { Board } from '../../../src/columns/board/board.ts';
import { runsBetween, runsOf } from '../../../src/columns/hot/code-runs.ts';
import type { HotTable } from '../../../src/columns/hot/hot-table.ts';
import type { BoardNumbers, ChartQuestion } from '../../../src/model/board.ts';
import { parseIsoDate } from '../../../src/model/calendar.ts';
import type { DuckConnection } from '../duckdb.ts';

/** Six linked charts and a mean, with conditions on three of them. */
const CHARTS: Record<string, ChartQuestion> = {
  received: { show: 'counts', of: { variable: 'received' } },
  status: { show: 'counts', of: { variable: 'status' } },
  mode: { show: 'counts', of: { variable: 'mode' } },
  ward: { show: 'counts', of: { variable: 'ward' } },
  score: { show: 'counts', of: { variable: 'score' } },
  minutes: { show: 'counts', of: { variable: 'minutes' } },
  rate: { show: 'means', of: 'rate' },
};

const MODES = ['Video', 'Telephone'];

export function allCharts(table: HotTable): Board {
  const board = new Board(table);
  for (const [name, question] of Object.entries(CHARTS)) board.add(name, question);
  return board;
}

export function openBoard(table: HotTable): Board {
  const board = allCharts(table);
  const [status, mode] = [table.column('status'), table.column('mode')];
  board.choose('status', { column: status, runs: runsOf(status, ['Attended']) });
  board.choose('mode', { column: mode, runs: runsOf(mode, MODES) });
  return board;
}

/** Brushes the dates from one to another; gives all numbers. */
export function brush(board: Board, from: string, to: string): BoardNumbers {
  const column = board.table.column('received');
  const runs = runsBetween(column, parseIsoDate(from) ?? 0, parseIsoDate(to) ?? 0);
  board.choose('received', { column, runs });
  return board.numbers();
}

/** The same in SQL: one query a chart, each with the conditions of the others. */
export function queries(from: string, to: string): Record<string, string> {
  const conditions: Record<string, string> = {
    received: `received BETWEEN DATE '${from}' AND DATE '${to}'`,
    status: "status = 'Attended'",
    mode: `mode IN (${MODES.map((mode) => `'${mode}'`).join(', ')})`,
  };
  const where = (but: string) =>
    Object.keys(conditions)
      .filter((name) => name !== but)
      .map((name) => conditions[name])
      .join(' AND ');
  // Values become texts after they are counted, so that DuckDB counts what it does quickest.
  const counts = (name: string, key: string) =>
    `SELECT '${name}' AS chart, CAST(key AS VARCHAR) AS key, CAST(n AS DOUBLE) AS n
     FROM (SELECT ${key} AS key, count(*) AS n FROM t WHERE ${where(name)} GROUP BY ALL)`;
  return {
    received: counts('received', '12 * year(received) + month(received)'),
    status: counts('status', 'status'),
    mode: counts('mode', 'mode'),
    ward: counts('ward', 'ward'),
    score: counts('score', 'score'),
    minutes: counts('minutes', 'minutes // 5'),
    rate: `SELECT 'rate' AS chart, 'mean' AS key, avg(rate) AS n FROM t WHERE ${where('')}`,
  };
}

/** All numbers by DuckDB, one query after another or all as one. */
export async function asked(duck: DuckConnection, from: string, to: string, asOne: boolean) {
  const all = Object.values(queries(from, to));
  const texts = asOne ? [all.join(' UNION ALL ')] : all;
  const rows: { chart: string; key: string | null; n: number }[] = [];
  for (const text of texts) {
    rows.push(...((await duck.runAndReadAll(text)).getRowObjects() as typeof rows));
  }
  return rows;
}

/** Holds our numbers against DuckDB's: the same counts in every chart, the same mean. */
export async function compare(board: Board, duck: DuckConnection, from: string, to: string) {
  const ours = brush(board, from, to);
  const theirs = Map.groupBy(await asked(duck, from, to, false), ({ chart }) => chart);
  for (const [name, numbers] of Object.entries(ours.charts)) {
    const rows = theirs.get(name) ?? [];
    if (numbers.show === 'means') {
      const mean = numbers.groups[0]?.mean ?? Number.NaN;
      assert.ok(Math.abs(mean / (rows[0]?.n ?? Number.NaN) - 1) < 1e-9, 'the mean');
    } else if (numbers.show === 'counts') {
      const own = numbers.counts.filter((n) => n > 0).toSorted((a, b) => a - b);
      assert.deepEqual(
        own,
        rows.map(({ n }) => n).toSorted((a, b) => a - b),
        name,
      );
    }
  }
}
