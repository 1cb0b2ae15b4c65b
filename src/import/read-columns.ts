import type { Task } from '../model/project.ts';
import type { Keeping } from './keeping.ts';
import { makeKernel } from './kernel/make-kernel.ts';
import type { LineCount } from './line-count.ts';
import { NAMES_DELIMITER, type RawTable } from './raw-table.ts';
import { RecordSink, type Taken } from './record-sink.ts';
import { scanRecords, type TextForm } from './scan-records.ts';
import type { SourcePath } from './source-file.ts';

/** Reads a text file for what is taken of it: a table of these columns, and the file's line ends. */
export async function readColumns(
  source: SourcePath,
  form: TextForm,
  taken: Omit<Taken, 'width'>,
  { spill, limits }: Keeping,
  task: Task,
): Promise<{ table: RawTable; lineEnds: LineCount }> {
  const kernel = makeKernel(form);
  const sink = new RecordSink(kernel, { ...taken, width: form.width }, spill, limits);
  if (form.namesDelimiter) sink.odd(1, [form.namesDelimiter.trim()], NAMES_DELIMITER);
  const lineEnds = await scanRecords(source, form, kernel, sink, task);
  return { table: sink.finish(), lineEnds };
}
