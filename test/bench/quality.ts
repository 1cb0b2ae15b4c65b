/**
 * Times the checks of a million rows of 14 columns: 20 rules about gaps, ranges and orders, a duplicate key
 * and six lists of codes, against DuckDB doing the same in memory with all processors.
 * Then as a command, and DuckDB in a process of its own, and how long rules take to be suggested.
 * After loading, turn by turn in one run; medians, and the quickest in brackets, which count, as
 * the machine may be busy with others. DuckDB is given its processor time shared out among all processors.
 * Usage: node test/bench/quality.ts [rounds]
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rule, RuleTest } from '../../src/model/quality.ts';
import type { QualityCheck } from '../../src/model/quality-check.ts';
import type { CheckedTable } from '../../src/quality/rule-kind.ts';
import { kindOf } from '../../src/quality/rule-kinds.ts';
import { closeProjectFile, createProjectFile } from '../../src/store/project-file.ts';
import { writeRules } from '../../src/store/quality.ts';
import { tableNamed } from '../../src/store/tables.ts';
import { openCheckedTables } from '../../src/workbench/checked-table.ts';
import { createContext } from '../../src/workbench/context.ts';
import { importFile } from '../../src/workbench/import-file.ts';
import { suggestedRules } from '../../src/workbench/quality.ts';
import { appointmentsCsv } from './appointments-csv.ts';
import { duckInMemory } from './duckdb.ts';

const ROWS = 1_000_000;
const rounds = Number(process.argv.slice(2).find((each) => /^\d+$/.test(each)) ?? 9);

const GAPS = ['row_id', 'person_id', 'nhs_number', 'received', 'status', 'mode', 'ward', 'score'];
const RANGES: readonly [string, number, number][] = [
  ['score', 0, 27],
  ['score', 1, 20],
  ['rate', 0, 1999],
  ['rate', 10, 1500],
  ['minutes', 0, 119],
  ['minutes', 5, 100],
  ['decile', 1, 10],
  ['decile', 2, 9],
];
const ORDERS: readonly [number, number][] = [
  [0, 10_000],
  [-30, 10_000],
  [-10_000, 365],
  [-27, 27],
];
const LISTS: Readonly<Record<string, readonly string[]>> = {
  status: ['Attended', 'Did not attend', 'Cancelled by family'],
  mode: ['Face to face', 'Video'],
  ward: ['Coldharbour', 'Tulse Hill', 'Vassall', 'Stockwell', 'Knights Hill'],
  first: ['Yes'],
  decile: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
  minutes: Array.from({ length: 111 }, (_, i) => String(i)),
};

interface Asked {
  rule: RuleTest;
  /** The same as a count in SQL. */
  sql: string;
}

const quoted = (values: readonly string[]) => values.map((each) => `'${each}'`).join(', ');

const ASKED: readonly Asked[] = [
  ...GAPS.map(
    (name): Asked => ({
      rule: { kind: 'required', variables: [name] },
      sql: `count(*) FILTER (WHERE ${name} IS NULL)`,
    }),
  ),
  ...RANGES.map(
    ([name, low, high]): Asked => ({
      rule: { kind: 'range', variables: [name], low, high },
      sql: `count(*) FILTER (WHERE ${name} NOT BETWEEN ${low} AND ${high})`,
    }),
  ),
  ...ORDERS.map(
    ([least, most]): Asked => ({
      rule: { kind: 'order', variable: 'seen_on', after: 'received', least, most },
      sql: `count(*) FILTER (WHERE seen_on - received NOT BETWEEN ${least} AND ${most})`,
    }),
  ),
];
const LISTED: readonly Asked[] = Object.entries(LISTS).map(([name, values]) => ({
  rule: { kind: 'in-list', variable: name, values },
  sql: `SELECT count(*) AS n FROM t WHERE CAST(${name} AS VARCHAR) NOT IN (SELECT value FROM list_${name})`,
}));
const KEY: Asked = {
  rule: { kind: 'unique', variables: ['row_id'] },
  sql: 'SELECT count(row_id) - count(DISTINCT row_id) AS n FROM t',
};

const csv = appointmentsCsv(ROWS);
const path = join(tmpdir(), 'attune-bench', `quality-${ROWS}.attune`);
for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
const project = createProjectFile(path, 'bench');
const context = createContext(project);
const task = { progress: () => {}, checkpoint: async () => {} };
await importFile(context, { file: csv, table: 't' }, task);

const duck = await duckInMemory();
await duck.run(
  `CREATE TABLE t AS SELECT * REPLACE (strptime(seen_on, '%d/%m/%Y')::DATE AS seen_on)
   FROM read_csv('${csv}', types = {'seen_on': 'VARCHAR'})`,
);
for (const [name, values] of Object.entries(LISTS)) {
  await duck.run(`CREATE TABLE list_${name} AS SELECT unnest([${quoted(values)}]) AS value`);
}

// The same as a file, for a process that finds it there.
const duckFile = join(tmpdir(), 'attune-bench', `quality-${ROWS}.duckdb`);
for (const end of ['', '.wal']) rmSync(duckFile + end, { force: true });
await duck.run(`ATTACH '${duckFile}' AS kept; COPY FROM DATABASE memory TO kept; DETACH kept`);

const loading = performance.now();
const data = openCheckedTables(context).checked('t');
for (const { name } of data.table.variables) if (name !== 'note') data.table.column(name);
console.log(`${ROWS.toLocaleString('en-GB')} rows × ${data.table.variables.length}`);
console.log(`  loading the columns: ${(performance.now() - loading).toFixed(0)} ms`);

const all = [...ASKED, KEY, ...LISTED];
const [own, theirs] = [check(data), await askDuck()];
const differ = all.flatMap(({ sql }, at) =>
  own[at] === theirs[at] ? [] : [`${sql}: ${own[at]} and ${theirs[at]}`],
);
if (differ.length > 0) throw new Error(`the two disagree:\n${differ.join('\n')}`);
console.log(
  `  both find ${own.reduce((sum, n) => sum + n, 0).toLocaleString('en-GB')} failing rows by ${all.length} rules`,
);

const walls: number[] = [];
const duckWalls: number[] = [];
const duckAlone: number[] = [];
for (let round = 0; round < rounds + 2; round++) {
  const start = performance.now();
  check(data);
  const between = performance.now();
  const before = process.cpuUsage();
  await askDuck();
  const { user, system } = process.cpuUsage(before);
  // The first two rounds warm up.
  if (round < 2) continue;
  walls.push(between - start);
  duckWalls.push(performance.now() - between);
  duckAlone.push((user + system) / 1000 / availableParallelism());
}
tell('all checks', walls);
tell('DuckDB', duckWalls);
const alone = Math.min(...duckAlone);
console.log(`  DuckDB, with all processors to itself: ${alone.toFixed(1)} ms`);
verdict('all checks, ms, 150 at most', Math.min(...walls), (ms) => ms <= 150);
verdict('times as fast as DuckDB, 4 at least', alone / Math.min(...walls), (n) => n >= 4);

const again = openCheckedTables(context);
for (const { name } of again.checked('t').table.variables) again.checked('t').table.column(name);
const suggesting = performance.now();
const suggested = suggestedRules(context, again);
verdict(
  `suggesting ${suggested.length} rules after loading, ms, 500 at most`,
  performance.now() - suggesting,
  (ms) => ms <= 500,
);
console.log(`  rows in the project: ${tableNamed(project.db, 't').rows.toLocaleString('en-GB')}`);
writeRules(
  project.db,
  all.map(
    ({ rule: test }, at): Rule => ({
      id: `bench.${at}`,
      table: 't',
      test,
      severity: 'high',
      dimension: 'validity',
      from: 'person',
      on: true,
    }),
  ),
);
closeProjectFile(project);
commandLine();

/** The same as commands: a process each, from its start to its end. */
function commandLine(): void {
  const run = (args: readonly string[]) => {
    const start = performance.now();
    const { stdout, stderr, status } = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (status !== 0) throw new Error(stderr);
    return { wall: performance.now() - start, json: JSON.parse(stdout) };
  };
  const questions = [`SELECT ${combinedSql()} FROM t`, ...[KEY, ...LISTED].map(({ sql }) => sql)];
  const runs = Array.from({ length: 3 }, () => ({
    attune: run([join(import.meta.dirname, '../../src/cli/attune.mjs'), 'check', path, '--json']),
    duck: run([join(import.meta.dirname, 'quality/duck-check.ts'), duckFile, ...questions]),
  }));
  const least = (of: (run: (typeof runs)[number]) => number) => Math.min(...runs.map(of));
  const took = (run: (typeof runs)[number]) => (run.attune.json as QualityCheck).took;
  console.log(
    `  attune check --json: ${least((run) => run.attune.wall).toFixed(0)} ms in all, ${least((run) => took(run).load)} ms of them reading; DuckDB in a process of its own, from its file: ${least((run) => run.duck.wall).toFixed(0)} ms in all, ${least((run) => run.duck.json.ms).toFixed(0)} ms of them asking`,
  );
  verdict(
    'attune check says, ms after loading, 150 at most',
    least((run) => took(run).check),
    (ms) => ms <= 150,
  );
}

/** How many rows fail each rule. */
function check(checked: CheckedTable): number[] {
  const { kernel } = checked.table;
  return all.map(({ rule }) => {
    const kind = kindOf(rule);
    if (kind.asks !== 'rows') throw new Error(`${rule.kind} is not about rows`);
    const { rows } = kind.check(rule, checked);
    const n = kernel.count(rows);
    kernel.release(rows);
    return n;
  });
}

/** One pass for what one pass can answer, as a person who knows DuckDB would write it. */
async function askDuck(): Promise<number[]> {
  const rows = (await duck.runAndReadAll(`SELECT ${combinedSql()} FROM t`)).getRowObjects();
  const counts = ASKED.map((_, at) => Number(rows[0]?.[`n${at}`]));
  for (const { sql } of [KEY, ...LISTED]) {
    counts.push(Number((await duck.runAndReadAll(sql)).getRowObjects()[0]?.n));
  }
  return counts;
}

function combinedSql(): string {
  return ASKED.map(({ sql }, at) => `${sql} AS n${at}`).join(', ');
}

function tell(what: string, times: readonly number[]): void {
  const median = times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
  console.log(`  ${what}: ${median.toFixed(1)} ms (${Math.min(...times).toFixed(1)})`);
}

function verdict(goal: string, reached: number, isMet: (value: number) => boolean): void {
  console.log(`  ${isMet(reached) ? 'met    ' : 'not met'}  ${goal}: ${reached.toFixed(1)}`);
}
