import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { privateFolder } from '../data-folder.ts';
import type { Task } from '../model/project.ts';
import { runEvaluation } from '../run-evaluation.ts';
import { writeSample } from '../sample/write-sample.ts';

/**
 * The sample evaluation's project: made from its raw extracts the first time, and the same one, with
 * what was done in it, every time after.
 */
export async function openSample(folder: string, task: Task): Promise<string> {
  const made = readdirSync(privateFolder(folder)).find(
    (name) => name.endsWith('.attune') && !name.startsWith('.'),
  );
  if (made !== undefined) return join(folder, made);
  const { evaluation } = await writeSample(folder);
  const { project } = await runEvaluation(evaluation, folder, task);
  return project;
}
