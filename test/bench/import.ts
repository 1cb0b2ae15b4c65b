/**
 * Times Attune's reading of a workbook, typing included, against exceljs streaming: side by side in
 * one run, turn by turn, each reading in a process of its own. Attune is bundled as it ships, so that
 * no process pays for reading TypeScript.
 * Usage: node test/bench/import.ts [rows] [rounds]
 */
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { appointmentsXlsx } from './xlsx/appointments.ts';
import type { Reading } from './xlsx/readers.ts';

const READERS = ['attune', 'exceljs'] as const;

const [rows = 100_000, rounds = 5] = process.argv.slice(2).map(Number);
const file = await appointmentsXlsx(rows);
const built = `${file}.readers`;
buildSync({
  entryPoints: [join(import.meta.dirname, 'xlsx/readers.ts')],
  outdir: built,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  logLevel: 'error',
});

const readings: Record<(typeof READERS)[number], Reading[]> = { attune: [], exceljs: [] };
for (let round = 0; round < rounds; round++) {
  for (const reader of READERS) {
    const program = join(built, 'readers.mjs');
    const out = execFileSync(process.execPath, [program, reader, file], { encoding: 'utf8' });
    readings[reader].push(JSON.parse(out) as Reading);
  }
}

const attune = medians(readings.attune);
const exceljs = medians(readings.exceljs);
const megabytes = (statSync(file).size / 1e6).toFixed(1);
console.log(`${rows} rows × 14 columns, ${megabytes} MB, medians of ${rounds} rounds`);
for (const [name, { seconds, busy, peak }] of Object.entries({ attune, exceljs })) {
  const figures = [`${seconds.toFixed(2)} s`, `${busy.toFixed(2)} s busy`, `${peak.toFixed(0)} MB`];
  console.log(`  ${name.padEnd(9)}${figures.join('  ')}`);
}
const speed = exceljs.seconds / attune.seconds;
const busy = exceljs.busy / attune.busy;
const memory = attune.peak / exceljs.peak;
console.log(
  `  ${speed.toFixed(1)} times as fast (${busy.toFixed(1)} by processor time, which other programs disturb less), ${(memory * 100).toFixed(0)} % of the memory`,
);

function medians(all: readonly Reading[]): Reading {
  const median = (of: (reading: Reading) => number) =>
    all.map(of).sort((a, b) => a - b)[all.length >> 1] ?? Number.NaN;
  return {
    seconds: median(({ seconds }) => seconds),
    busy: median(({ busy }) => busy),
    peak: median(({ peak }) => peak),
  };
}
