import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Runs every benchmark beside this file, one after the other, so that they do not disturb each other. */
const folder = import.meta.dirname;
const wanted = process.argv.slice(2);

for (const file of readdirSync(folder).filter(
  (name) =>
    name.endsWith('.ts') &&
    !['run.ts', 'peers.ts', 'duckdb.ts', 'appointments-csv.ts'].includes(name),
)) {
  if (wanted.length > 0 && !wanted.includes(file.replace(/\.ts$/, ''))) continue;
  console.log(`\n${file}`);
  const { status } = spawnSync(process.execPath, [join(folder, file)], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
