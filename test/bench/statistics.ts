/**
 * Times statistics of a million rows against DuckDB doing the same sums on a table in memory: the paired
 * t-test and the counts of twelve variables by themselves, and whole analyses as the window asks for them,
 * with tables, figures and sentences, which DuckDB is not asked to make. Each is run turn by turn in one
 * process; the quickest of the rounds counts, as the machine may be busy with others. What Attune took of the
 * processor, which does not depend on them, is told as well.
 * Usage: node test/bench/statistics.ts [rows] [rounds]
 */
import assert from 'node:assert/strict';
import { runAnalysis } from '../../src/analysis/analyses.ts';
import { countCodes } from '../../src/analysis/numeric/count-codes.ts';
import { tPairedColumns } from '../../src/analysis/statistics/t-paired.ts';
import { columnNamed } from '../../src/model/frame.ts';
import type { Finding } from '../../src/model/result.ts';
import { CATEGORIES, LEVELS, NUMBERS, scoresTable, scoresView } from './statistics/scores.ts';

const [rows = 1_000_000, rounds = 5] = process.argv.slice(2).map(Number);

interface Race {
  what: string;
  own: () => unknown;
  sql: readonly string[];
  /** Milliseconds. */
  goal: number;
}

const connection = await scoresTable(rows);
const view = await scoresView(connection);
const [x, y] = [numbers('x'), numbers('y')];
const codes = CATEGORIES.map((name) => {
  const column = columnNamed(view.frame, name);
  if (column.type !== 'codes') throw new Error(`${name} is not a category`);
  return column;
});

const pairSums = `SELECT count(x - y) AS n, avg(x - y) AS mean, stddev_samp(x - y) AS sd,
  stddev_samp(x) FILTER (y IS NOT NULL) AS sd_x, stddev_samp(y) FILTER (x IS NOT NULL) AS sd_y,
  corr(x, y) AS r FROM scores`;
const quartiles = (value: string) => `quantile_cont(${value}, [0.25, 0.5, 0.75])`;
const signedRanks = (before: string, after: string) => `SELECT sum(rank) AS w FROM (
  SELECT d, rank() OVER (ORDER BY abs(d)) + (count(*) OVER (PARTITION BY abs(d)) - 1) / 2 AS rank
  FROM (SELECT ${after} - ${before} AS d FROM scores) WHERE d <> 0) WHERE d > 0`;
const rankSum = (value: string) => `SELECT half, sum(rank) AS w FROM (
  SELECT half, rank() OVER (ORDER BY ${value}) + (count(*) OVER (PARTITION BY ${value}) - 1) / 2 AS rank
  FROM scores WHERE ${value} IS NOT NULL) GROUP BY half ORDER BY half`;
const pairQuartiles = (a: string, b: string) =>
  `SELECT ${quartiles(a)}, ${quartiles(b)}, ${quartiles(`${a} - ${b}`)} FROM scores WHERE ${a} + ${b} IS NOT NULL`;
const counts = CATEGORIES.map(
  (name) => `SELECT ${name} AS code, count(*) AS n FROM scores GROUP BY 1`,
);
const description = NUMBERS.map(
  (name) => `SELECT count(${name}), avg(${name}), stddev_samp(${name}), min(${name}), max(${name}),
    skewness(${name}), kurtosis(${name}), ${quartiles(name)} FROM scores`,
);

await checkAgreement();

const RACES: readonly Race[] = [
  { what: 'paired t', own: () => tPairedColumns(x, y), sql: [pairSums], goal: 5 },
  {
    what: 'counts of 12 variables',
    own: () => codes.map((each) => countCodes(each.codes, each.missing, LEVELS)),
    sql: counts,
    goal: 20,
  },
  {
    what: 'analysis: frequencies of 12 variables',
    own: () => runAnalysis('frequencies', view, { variables: CATEGORIES }),
    sql: counts,
    goal: 40,
  },
  {
    what: 'analysis: paired t, with Wilcoxon, of scores',
    own: () => runAnalysis('paired-t', view, { before: ['x'], after: ['y'] }),
    sql: [pairSums, pairQuartiles('x', 'y'), signedRanks('x', 'y')],
    goal: 2000,
  },
  {
    what: 'analysis: paired t, with Wilcoxon, of decimals',
    own: () => runAnalysis('paired-t', view, { before: ['u'], after: ['v'] }),
    sql: [pairSums, pairQuartiles('u', 'v'), signedRanks('u', 'v')],
    goal: 2000,
  },
  {
    what: 'analysis: description of 5 variables',
    own: () => runAnalysis('descriptives', view, { variables: NUMBERS }),
    sql: description,
    goal: 1000,
  },
  {
    what: 'analysis: independent t, with Mann–Whitney, of scores',
    own: () => runAnalysis('independent-t', view, { outcomes: ['x'], group: 'half' }),
    sql: [
      `SELECT half, avg(x), stddev_samp(x), ${quartiles('x')} FROM scores GROUP BY half`,
      rankSum('x'),
    ],
    goal: 2000,
  },
  {
    what: 'analysis: Mann–Whitney of decimals',
    own: () => runAnalysis('mann-whitney', view, { outcomes: ['u'], group: 'half' }),
    sql: [`SELECT half, ${quartiles('u')} FROM scores GROUP BY half`, rankSum('u')],
    goal: 2000,
  },
];

for (const { what, own, sql, goal } of RACES) {
  const times: [number[], number[]] = [[], []];
  const processor: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    times[0].push(await timed(own));
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1000);
    times[1].push(
      await timed(async () => {
        for (const each of sql) await connection.runAndReadAll(each);
      }),
    );
  }
  const [mine, theirs] = times.map((list) => Math.min(...list)) as [number, number];
  console.log(
    `${what}, ${rows} rows: ${mine.toFixed(1)} ms (goal ${goal} ms; processor ${Math.min(...processor).toFixed(1)} ms), DuckDB ${theirs.toFixed(1)} ms, ${(theirs / mine).toFixed(1)} times as fast`,
  );
}

/** Both sides have computed the same. */
async function checkAgreement(): Promise<void> {
  const first = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjects();
  const [theirs] = await first(pairSums);
  const ours = tPairedColumns(x, y);
  assert.equal(ours.n_pairs, Number(theirs?.n));
  near(ours.sd_diff, theirs?.sd);
  near(ours.r ?? 0, theirs?.r);
  for (const { code, n } of await first(counts[0] ?? '')) {
    const column = codes[0];
    if (code === null || !column) continue;
    const own = countCodes(column.codes, column.missing, LEVELS).counts[Number(code)];
    assert.equal(own, Number(n));
  }
  const pairs = runAnalysis('paired-t', view, { before: ['x'], after: ['y'] });
  near(estimateOf(pairs, 'W'), (await first(signedRanks('x', 'y')))[0]?.w);
}

function estimateOf({ estimates }: Finding, key: string): number {
  return estimates.find((each) => each.key === key)?.value ?? Number.NaN;
}

function near(own: number, other: unknown): void {
  assert.ok(Math.abs(own / Number(other) - 1) < 1e-9, `${own} and ${String(other)}`);
}

function numbers(name: string): Float64Array {
  const column = columnNamed(view.frame, name);
  if (column.type !== 'numbers') throw new Error(`${name} holds no numbers`);
  return column.values;
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
