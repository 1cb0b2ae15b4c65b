import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkCsv } from './csv-check.ts';
import { mutantCsv } from './csv-mutant.ts';
import type { Done, Job } from './try-mutants.ts';
import { checkXlsx } from './xlsx-check.ts';
import { mutantXlsx } from './xlsx-mutant.ts';

/** The process in which mutants are read: takes a seed, answers with what came of it. */
const folder = mkdtempSync(join(tmpdir(), 'attune-mutants-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.on('SIGTERM', () => process.exit());
process.on('disconnect', () => process.exit());

process.on('message', async (job: Job) => {
  const { kind, seed } = job;
  const path = join(folder, `mutant.${kind}`);
  const book = kind === 'xlsx' ? mutantXlsx(seed) : undefined;
  const mutant = book ?? mutantCsv(seed);
  writeFileSync(path, mutant.bytes);
  const start = performance.now();
  const outcome = book ? await checkXlsx(path, book) : await checkCsv(path);
  const done: Done = {
    ...job,
    outcome,
    mutant: mutant.done,
    ms: Math.round(performance.now() - start),
    peak: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  process.send?.(done);
});
