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
  /** Path of the next quarter’s referrals; faults.json beside it says what is wrong with them. */
  later: string;
}

const LATER = 'next quarter';

/**
 * Writes the sample evaluation into a folder: raw extracts of a fictional service, `evaluation.json`
 * that leads from them to the briefing, and `faults.json`, the key to what is wrong with them.
 * The same bytes every time.
 */
export async function writeSample(folder: string): Promise<WrittenSample> {
  const { files, faults, ids, later } = await makeExtracts();
  mkdirSync(join(folder, LATER), { recursive: true });
  const write = (name: string, content: Uint8Array | string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  write(join(LATER, 'faults.json'), json(later.faults));
  return {
    later: write(join(LATER, later.name), later.bytes),
    files: files.map(({ name, bytes }) => write(name, bytes)),
    faults: write('faults.json', json(faults)),
    evaluation: write('evaluation.json', json(sampleEvaluation(ids))),
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
