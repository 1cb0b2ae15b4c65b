import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadFile } from '../../../src/import/load-file.ts';
import { previewFile } from '../../../src/import/preview-file.ts';
import { UNWATCHED } from '../../../src/model/project.ts';
import { Refusal } from '../../../src/model/refusal.ts';
import { checkCsv } from './csv-check.ts';
import { mutantCsv } from './csv-mutant.ts';
import type { Done, Job } from './try-mutants.ts';
import { checkXlsx } from './xlsx-check.ts';
import { mutantXlsx } from './xlsx-mutant.ts';

/**
 * A process that makes the mutant of a seed and either only reads it, so that time and memory are those
 * of the import, or holds what is read against the count.
 */
const folder = mkdtempSync(join(tmpdir(), 'attune-mutants-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.on('SIGTERM', () => process.exit());
process.on('disconnect', () => process.exit());

process.on('message', async (job: Job) => {
  const { kind, seed, part } = job;
  const path = join(folder, `mutant.${kind}`);
  const book = kind === 'xlsx' ? mutantXlsx(seed) : undefined;
  const mutant = book ?? mutantCsv(seed);
  writeFileSync(path, mutant.bytes);
  const before = process.cpuUsage();
  const outcome =
    part === 'read' ? await read(path) : book ? await checkXlsx(path, book) : await checkCsv(path);
  const { user, system } = process.cpuUsage(before);
  const done: Done = {
    ...job,
    outcome,
    mutant: mutant.done,
    ms: Math.round((user + system) / 1000),
    peak: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  process.send?.(done);
});

async function read(path: string): Promise<string> {
  try {
    const { questions } = await previewFile({ file: path }, UNWATCHED);
    if (questions.length === 0) await loadFile({ file: path }, UNWATCHED);
    return 'loaded';
  } catch (error) {
    if (error instanceof Refusal) return 'refused';
    return error instanceof Error ? `${error.stack}` : 'thrown';
  }
}
