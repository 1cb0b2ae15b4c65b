/**
 * Times the import of a CSV against sqlite3's .import, DuckDB's read_csv and prepared inserts with
 * better-sqlite3: turn by turn in one run, each in a process of its own, medians of all rounds. Attune is
 * bundled as it ships.
 * Usage: node test/bench/import-csv.ts [rows] [rounds] | --large [rows]
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { appointmentsCsv } from './appointments-csv.ts';
import { medians, type Timing } from './csv/timing.ts';
import { peer } from './peers.ts';

const FOLDER = join(tmpdir(), 'attune-bench');
const BUILT = join(import.meta.dirname, '../../node_modules/.cache/attune-bench');
const DATABASE = join(FOLDER, 'contender.db');
/** Rows of a file of 2 GB. */
const LARGE = 17_000_000;

function bundle(): void {
  buildSync({
    entryPoints: {
      attune: join(import.meta.dirname, 'csv/attune.ts'),
      prepared: join(import.meta.dirname, 'csv/prepared.ts'),
      'column-reader': join(import.meta.dirname, '../../src/import/column-reader.ts'),
    },
    outdir: BUILT,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    external: ['better-sqlite3'],
    logLevel: 'error',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
}

/** Where DuckDB's client is; null where it cannot be fetched. */
function duckDb(): string | null {
  try {
    return peer('@duckdb/node-api');
  } catch {
    return null;
  }
}

function node(program: string, file: string, ...more: string[]): Timing {
  const out = execFileSync(process.execPath, [program, file, DATABASE, ...more], {
    encoding: 'utf8',
  });
  return JSON.parse(out) as Timing;
}

function sqlite(file: string): Timing {
  const start = performance.now();
  const { status, stderr } = spawnSync('sqlite3', [DATABASE, '.mode csv', `.import ${file} t`], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`sqlite3: ${stderr}`);
  return { seconds: (performance.now() - start) / 1000, peak: Number.NaN };
}

const has = (program: string) => spawnSync(program, ['--version']).status === 0;

function contenders(file: string): Record<string, () => Timing> {
  const client = duckDb();
  return {
    attune: () => node(join(BUILT, 'attune.mjs'), file),
    ...(has('sqlite3') && { 'sqlite3 .import': () => sqlite(file) }),
    ...(client !== null && {
      'DuckDB read_csv': () => node(join(import.meta.dirname, 'csv/duckdb.mjs'), file, client),
    }),
    'prepared inserts': () => node(join(BUILT, 'prepared.mjs'), file),
  };
}

function run(all: Record<string, () => Timing>, rounds: number): Record<string, Timing> {
  const timings = Object.keys(all).map((name): [string, Timing[]] => [name, []]);
  for (let round = 0; round < rounds; round++) {
    for (const [name, own] of timings) {
      for (const end of ['', '-wal', '-shm', '.wal']) rmSync(DATABASE + end, { force: true });
      // What the one before has written is on the disk before the next one begins.
      spawnSync('sync');
      own.push((all[name] as () => Timing)());
    }
  }
  for (const end of ['', '-wal', '-shm', '.wal']) rmSync(DATABASE + end, { force: true });
  return Object.fromEntries(timings.map(([name, own]) => [name, medians(own)]));
}

function print(file: string, results: Record<string, Timing>): void {
  const megabytes = (statSync(file).size / 1e6).toFixed(0);
  console.log(`${megabytes} MB, 14 columns`);
  for (const [name, { usable = 0, seconds, peak }] of Object.entries(results)) {
    const first = usable < seconds ? `usable ${usable.toFixed(2)} s, ` : '';
    const memory = Number.isNaN(peak) ? '' : `  ${peak.toFixed(0)} MB`;
    console.log(`  ${name.padEnd(18)}${first}${seconds.toFixed(2)} s${memory}`);
  }
}

/** One line a goal: what is wanted, what was reached. */
function goal(text: string, reached: number | undefined, isMet: boolean): void {
  if (reached === undefined || Number.isNaN(reached)) return;
  console.log(`  ${isMet ? 'met    ' : 'not met'}  ${text}: ${reached.toFixed(2)}`);
}

function compare(results: Record<string, Timing>): void {
  const { attune } = results;
  if (!attune) return;
  const usable = attune.usable ?? attune.seconds;
  const times = (name: string) => results[name] && results[name].seconds / usable;
  const sql = times('sqlite3 .import') ?? Number.NaN;
  const duck = times('DuckDB read_csv') ?? Number.NaN;
  const share = attune.seconds / (results['prepared inserts']?.seconds ?? Number.NaN);
  goal('usable, times as fast as sqlite3 .import, 3 at least', sql, sql >= 3);
  goal('usable, times as fast as DuckDB read_csv, 2 at least', duck, duck >= 2);
  goal('all rows, share of the time of prepared inserts, 1.6 at most', share, share <= 1.6);
  goal('peak memory in MB, 250 at most', attune.peak, attune.peak <= 250);
}

const large = process.argv.includes('--large');
const [first, second] = process.argv
  .slice(2)
  .map(Number)
  .filter((n) => !Number.isNaN(n));
bundle();
if (large) {
  const file = appointmentsCsv(first ?? LARGE);
  const results = run({ attune: () => node(join(BUILT, 'attune.mjs'), file) }, 1);
  print(file, results);
  const peak = results.attune?.peak ?? Number.NaN;
  goal('peak memory in MB, 600 at most', peak, peak <= 600);
} else {
  const file = appointmentsCsv(first ?? 1_000_000);
  const results = run(contenders(file), second ?? 5);
  print(file, results);
  compare(results);
}
