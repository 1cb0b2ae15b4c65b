import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type WrittenSample, writeSample } from '../../src/sample/write-sample.ts';

/** The sample, written into a fresh folder. */
export async function sampleFolder(): Promise<WrittenSample & { folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-'));
  return { folder, ...(await writeSample(folder)) };
}
