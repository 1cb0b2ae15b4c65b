import type { FilePreview, FileReading } from '../model/importing.ts';
import type { Task } from '../model/project.ts';
import { columnEvidence } from './column-evidence.ts';
import { lettersBeyondAscii } from './letters-beyond-ascii.ts';
import { previewRows } from './preview-rows.ts';
import { type ReadFile, readFile } from './read-file.ts';

/**
 * Reads a file exactly as the load would, and shows what came of it. Open questions do not refuse.
 * @throws Refusal as readFile does
 */
export async function previewFile(reading: FileReading, task: Task): Promise<FilePreview> {
  return previewOf(await readFile(reading, task));
}

/** What a file that was read shows of itself. */
export function previewOf(read: ReadFile): FilePreview {
  return {
    file: read.facts,
    letters: read.decisions.dialect.kind === 'csv' ? lettersBeyondAscii(read) : [],
    decisions: read.decisions,
    columns: read.columns.map((column, i) =>
      columnEvidence(column, read.evidence[i] ?? '', read.table.numbers),
    ),
    questions: read.questions,
    rows: previewRows(read),
    receipt: read.receipt,
  };
}
