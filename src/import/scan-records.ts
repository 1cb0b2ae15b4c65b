import { formatNumber } from '../model/format.ts';
import type { Quoting } from '../model/importing.ts';
import type { Task } from '../model/project.ts';
import { Refusal } from '../model/refusal.ts';
import type { TextKernel } from './kernel/text-kernel.ts';
import { type LineCount, startOfText } from './line-count.ts';
import { RecordScanner, UnclosedQuote } from './record-scanner.ts';
import type { RecordSink } from './record-sink.ts';
import type { SourcePath } from './source-file.ts';
import { standardQuotes } from './standard-quotes.ts';
import { type TextBytes, textBlocks } from './text-blocks.ts';
import { TextWindow } from './text-window.ts';

/** A record longer than this means a quote that never closes. */
const LONGEST_RECORD = 4 << 20;

/** How the records of a text file are found. */
export interface TextForm extends TextBytes {
  /** Bytes of the text that are no record. */
  skip: number;
  /** The line that was passed over: it names the delimiter. */
  namesDelimiter?: string | undefined;
  /** A byte. */
  delimiter: number;
  /** Fields of a record. */
  width: number;
  quoting?: Quoting | undefined;
}

/**
 * Gives all records of a text file to a sink; gives its line ends.
 * @throws NotUtf8; Refusal `nul-bytes`, `unclosed-quote`, `line-too-long`, `not-utf-16`
 */
export async function scanRecords(
  source: SourcePath,
  how: TextForm,
  kernel: TextKernel,
  sink: RecordSink,
  task: Task,
): Promise<LineCount> {
  const count = startOfText(how.skip > 0 ? 2 : 1);
  const { delimiter } = how;
  const scanner = new RecordScanner(delimiter, count);
  const window = new TextWindow(kernel);
  const { batch } = kernel;
  const take = (last: boolean): number => {
    let at = 0;
    while (at < window.length) {
      at = kernel.scan(at, window.length, count.line);
      if (batch.records > 0) {
        sink.batch(batch);
        count.line += batch.lines;
        count.crlf += batch.crlf;
        count.lf += batch.records - batch.crlf;
      }
      if (batch.records === batch.most) continue;
      const next = scanner.next(window.bytes(), at, last);
      if (next < 0) break;
      sink.record(scanner);
      at = next;
    }
    return at;
  };
  let skip = how.skip;
  let done = 0;
  try {
    const blocks = textBlocks(source, how, () => window.room());
    for (const block of how.quoting ? standardQuotes(blocks, delimiter, how.quoting) : blocks) {
      window.add(skip > 0 ? block.subarray(skip) : block);
      if (!how.isProven) refuseNul(source, window.bytes(), count);
      skip = Math.max(0, skip - block.length);
      const used = take(false);
      if (window.length - used > LONGEST_RECORD) {
        refuseLongRecord(source, window.bytes(), used, count);
      }
      window.drop(used);
      done = Math.min(source.bytes, done + block.length);
      task.progress(done, source.bytes, `Reading ${source.name}`);
      await task.checkpoint();
    }
    take(true);
  } catch (error) {
    throw error instanceof UnclosedQuote ? unclosed(source, error.line) : error;
  }
  return count;
}

function refuseNul(source: SourcePath, bytes: Buffer, count: LineCount): void {
  const at = bytes.indexOf(0);
  if (at < 0) return;
  const before = bytes.toString('latin1', 0, at).match(/\r\n|\n|\r/g)?.length ?? 0;
  const row = count.line + before;
  throw new Refusal('nul-bytes', `Line ${formatNumber(row, 'count')} holds a NUL byte.`, {
    hint: 'Text has none: the file is damaged or was cut off while it was written. Ask for the extract again.',
    where: { file: source.name, row },
  });
}

function refuseLongRecord(
  source: SourcePath,
  bytes: Buffer,
  from: number,
  count: LineCount,
): never {
  if (bytes.includes(0x22, from)) throw new UnclosedQuote(count.line);
  const row = count.line;
  throw new Refusal('line-too-long', `Line ${formatNumber(row, 'count')} is longer than 4 MiB.`, {
    hint: 'A table has no such lines: check that this is the right file.',
    where: { file: source.name, row },
  });
}

function unclosed(source: SourcePath, row: number): Refusal {
  return new Refusal(
    'unclosed-quote',
    `A quotation mark opens on line ${formatNumber(row, 'count')} and is not closed, so the rows after it cannot be told apart.`,
    {
      hint: 'Close or remove it in a text editor, or choose another delimiter.',
      where: { file: source.name, row },
    },
  );
}
