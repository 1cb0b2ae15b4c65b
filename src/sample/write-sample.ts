import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleEvaluation } from './evaluation/evaluation.ts';
import { makeExtracts } from './extracts.ts';

export interface WrittenSample {
  /** Path of evaluation.json. */
  evaluation: string;
  /** Path of faults.json. */
  faults: string;
  /** Paths of the raw extracts. */
  files: string[];
}

/**
 * Writes the sample evaluation into a folder: raw extracts of a fictional service, `evaluation.json`
 * that leads from them to the briefing, and `faults.json`, the key to what is wrong with them.
 * The same bytes every time.
 */
export async function writeSample(folder: string): Promise<WrittenSample> {
  const { files, faults, ids } = await makeExtracts();
  mkdirSync(folder, { recursive: true });
  const write = (name: string, content: Uint8Array | string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  return {
    files: files.map(({ name, bytes }) => write(name, bytes)),
    faults: write('faults.json', json(faults)),
    evaluation: write('evaluation.json', json(sampleEvaluation(ids))),
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
