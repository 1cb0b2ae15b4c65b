/**
 * Times a paired t-test of a million pairs and the frequencies of twelve variables of a million rows, on
 * columns as the window holds them, against DuckDB doing the same sums on a table in memory. Each is run
 * turn by turn in one process; the quickest of the rounds counts, as the machine may be busy with others.
 * Usage: node test/bench/statistics.ts [rows] [rounds]
 */
import assert from 'node:assert/strict';
import { countCodes } from '../../src/analysis/numeric/count-codes.ts';
import { tPairedColumns } from '../../src/analysis/statistics/t-paired.ts';
import { duckInMemory } from './duckdb.ts';

const [rows = 1_000_000, rounds = 15] = process.argv.slice(2).map(Number);
const VARIABLES = 12;
const LEVELS = 6;

const connection = await duckInMemory();

const codes = Array.from({ length: VARIABLES }, (_, i) => `v${i + 1}`);
await connection.run('SELECT setseed(0.5)');
await connection.run(
  `CREATE TABLE scores AS SELECT * FROM (
     SELECT i, CASE WHEN random() < 0.03 THEN NULL ELSE round(20 + 10 * random() + 5 * random()) END AS x,
       ${codes.map((name) => `CASE WHEN random() < 0.03 THEN NULL ELSE CAST(floor(${LEVELS} * random()) AS UTINYINT) END AS ${name}`)}
     FROM range(${rows}) AS t(i)) ORDER BY i`,
);
await connection.run('ALTER TABLE scores ADD COLUMN y DOUBLE');
await connection.run('UPDATE scores SET y = x - round(6 * random() - 2) WHERE random() > 0.05');

const [x, y] = [await column('x'), await column('y')];
const columns = await Promise.all(
  codes.map(async (name) => {
    const values = await column(name);
    return {
      codes: Uint32Array.from(values, (value) => (Number.isNaN(value) ? 0 : value)),
      missing: Uint8Array.from(values, (value) => (Number.isNaN(value) ? 1 : 0)),
    };
  }),
);

const sums = `SELECT count(x - y) AS n, avg(x - y) AS mean, stddev_samp(x - y) AS sd,
  stddev_samp(x) FILTER (y IS NOT NULL) AS sd_x, stddev_samp(y) FILTER (x IS NOT NULL) AS sd_y,
  corr(x, y) AS r FROM scores`;
const counts = codes.map((name) => `SELECT ${name} AS code, count(*) AS n FROM scores GROUP BY 1`);

const theirs = (await connection.runAndReadAll(sums)).getRowObjects()[0];
const ours = tPairedColumns(x, y);
assert.equal(ours.n_pairs, Number(theirs?.n));
assert.ok(Math.abs(ours.sd_diff / Number(theirs?.sd) - 1) < 1e-9);
assert.ok(Math.abs((ours.r ?? 0) / Number(theirs?.r) - 1) < 1e-9);
const first = columns[0];
const levels = (await connection.runAndReadAll(counts[0] ?? '')).getRowObjects();
for (const { code, n } of levels) {
  if (code === null || !first) continue;
  const own = countCodes(first.codes, first.missing, LEVELS).counts[Number(code)];
  assert.equal(own, Number(n));
}

const times = {
  t: [] as number[],
  tDuck: [] as number[],
  f: [] as number[],
  fDuck: [] as number[],
};
for (let round = 0; round < rounds; round++) {
  times.t.push(await timed(() => tPairedColumns(x, y)));
  times.tDuck.push(await timed(() => connection.runAndReadAll(sums)));
  times.f.push(
    await timed(() => columns.map((each) => countCodes(each.codes, each.missing, LEVELS))),
  );
  times.fDuck.push(
    await timed(async () => {
      for (const sql of counts) await connection.runAndReadAll(sql);
    }),
  );
}
report(`paired t of ${rows} pairs`, times.t, times.tDuck, 5);
report(`frequencies of ${VARIABLES} variables, ${rows} rows`, times.f, times.fDuck, 20);

async function column(name: string): Promise<Float64Array> {
  const reader = await connection.runAndReadAll(`SELECT ${name} AS value FROM scores ORDER BY i`);
  return Float64Array.from(reader.getRowObjects(), ({ value }) =>
    value === null ? Number.NaN : Number(value),
  );
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function report(
  what: string,
  own: readonly number[],
  other: readonly number[],
  goal: number,
): void {
  const [a, b] = [Math.min(...own), Math.min(...other)];
  console.log(
    `${what}: ${a.toFixed(1)} ms (goal ${goal} ms), DuckDB ${b.toFixed(1)} ms, ${(b / a).toFixed(1)} times as fast`,
  );
}
