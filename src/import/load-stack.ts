import type { FileReading, LoadedFile, StackPart } from '../model/importing.ts';
import { type Task, UNWATCHED } from '../model/project.ts';
import { Refusal } from '../model/refusal.ts';
import { loadFile } from './load-file.ts';
import { readRawFile } from './raw-file.ts';

/**
 * Loads several files or sheets as one table: columns matched by heading, kinds decided over all rows
 * of all of them, with columns that say which file, sheet and row each row came from.
 * @throws Refusal as loadFile does
 */
export function loadStack(
  readings: readonly FileReading[],
  task: Task = UNWATCHED,
): Promise<LoadedFile> {
  return loadFile(stackReading(readings), task);
}

/** Several readings as one: contract and changes of columns are those of the first. */
export function stackReading(readings: readonly FileReading[]): FileReading {
  const [first, ...rest] = readings;
  if (!first) throw new Refusal('nothing-to-stack', 'No file was given to be stacked.');
  const stack = rest.map(({ file, changes }): StackPart => {
    const { columns: _columns, required: _required, ...own } = changes ?? {};
    return { file, ...(changes && { changes: own }) };
  });
  return { ...first, stack };
}

/** One reading for each visible sheet of a workbook that holds more than one row; a text file is one. */
export async function sheetReadings(
  reading: FileReading,
  task: Task = UNWATCHED,
): Promise<readonly FileReading[]> {
  if (reading.changes?.sheet !== undefined) return [reading];
  const { facts } = await readRawFile(reading, task);
  const sheets = facts.sheets.filter(({ state, rows }) => state === 'visible' && rows > 1);
  if (sheets.length < 2) return [reading];
  return sheets.map(({ name }) => ({ ...reading, changes: { ...reading.changes, sheet: name } }));
}
