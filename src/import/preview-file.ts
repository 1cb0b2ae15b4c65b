import type { FilePreview, FileReading } from '../model/importing.ts';
import type { Task } from '../model/project.ts';
import { columnEvidence } from './column-evidence.ts';
import { previewRows } from './preview-rows.ts';
import { readFile } from './read-file.ts';

/**
 * Reads a file exactly as the load would, and shows what came of it. Open questions do not refuse.
 * @throws Refusal as readFile does
 */
export async function previewFile(reading: FileReading, task: Task): Promise<FilePreview> {
  const read = await readFile(reading, task);
  return {
    file: read.facts,
    decisions: read.decisions,
    columns: read.columns.map((column, i) =>
      columnEvidence(column, read.evidence[i] ?? '', read.table.numbers),
    ),
    questions: read.questions,
    rows: previewRows(read),
    receipt: read.receipt,
  };
}
