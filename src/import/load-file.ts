import type { FileReading, LoadedFile } from '../model/importing.ts';
import type { Task } from '../model/project.ts';
import { Refusal } from '../model/refusal.ts';
import { readFile } from './read-file.ts';

/**
 * Reads a file whole into typed columns, with every decision made.
 * @throws Refusal `unanswered-question` when the file leaves something open, and all those of readFile
 */
export async function loadFile(reading: FileReading, task: Task): Promise<LoadedFile> {
  const { frame, notes, decisions, receipt, questions } = await readFile(reading, task);
  const open = questions[0];
  if (open) {
    const column = decisions.columns[open.position]?.name ?? '';
    throw new Refusal('unanswered-question', `${open.question} ${open.why}`, {
      hint: `Choose one of: ${open.choices.map(({ label }) => label.toLowerCase()).join(', ')}.`,
      where: {
        file: receipt.file,
        ...(receipt.sheet !== null && { sheet: receipt.sheet }),
        column,
      },
    });
  }
  return { frame, notes, decisions, receipt };
}
