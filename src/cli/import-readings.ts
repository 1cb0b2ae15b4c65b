import type { Unmatched } from '../import/apply-codebook.ts';
import { sheetReadings, stackReading } from '../import/load-stack.ts';
import { readCodebook } from '../import/read-codebook.ts';
import { withCodebook } from '../import/with-codebook.ts';
import type { FileReading } from '../model/importing.ts';
import type { Task } from '../model/project.ts';
import { type Arguments, textOption } from './command.ts';

/** A reading as the command line asks for it, and what its codebook and file do not have in common. */
export interface AskedReading {
  reading: FileReading;
  unmatched?: Unmatched;
}

/**
 * Stacks the readings with `--stack` (one workbook: its visible sheets) and brings in the codebook.
 */
export async function askedReadings(
  readings: readonly FileReading[],
  args: Arguments,
  task: Task,
): Promise<AskedReading[]> {
  const [first] = readings;
  const codebook = textOption(args, 'codebook');
  const stacked =
    args.values.stack === true
      ? [stackReading(readings.length === 1 && first ? await sheetReadings(first, task) : readings)]
      : readings;
  if (codebook === undefined) return stacked.map((reading) => ({ reading }));
  const read = await readCodebook(codebook);
  const asked: AskedReading[] = [];
  for (const reading of stacked) asked.push(await withCodebook(reading, read, task));
  return asked;
}
