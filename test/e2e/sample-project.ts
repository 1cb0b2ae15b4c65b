import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UNWATCHED } from '../../src/model/project.ts';
import { runEvaluation } from '../../src/run-evaluation.ts';
import { writeSample } from '../../src/sample/write-sample.ts';

/** The sample evaluation with its results and its report, in a folder of its own. */
export async function sampleProject(): Promise<{ project: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-e2e-sample-'));
  const { evaluation } = await writeSample(join(folder, 'extracts'));
  const { project } = await runEvaluation(evaluation, join(folder, 'out'), UNWATCHED);
  return { project, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
