import { formatNumber } from '../model/format.ts';
import type { CsvDialect, Encoding, Quoting } from '../model/importing.ts';
import type { Task } from '../model/project.ts';
import { Refusal } from '../model/refusal.ts';
import { type DelimiterFound, delimiterEvidence, detectDelimiter } from './delimiter.ts';
import { detectEncoding, likelyEncoding, type TextEncoding } from './encoding.ts';
import { makeKernel } from './kernel/make-kernel.ts';
import type { TextKernel } from './kernel/text-kernel.ts';
import { MAX_COLUMNS, refuseTooManyColumns } from './limits.ts';
import { type LineCount, startOfText } from './line-count.ts';
import { NAMES_DELIMITER, type RawTable } from './raw-table.ts';
import { RecordScanner, UnclosedQuote } from './record-scanner.ts';
import { RecordSink } from './record-sink.ts';
import { LARGE_FILE, RUN_LIMITS, type RunLimits, smallerLimits } from './run-limits.ts';
import type { SourcePath } from './source-file.ts';
import { Spill } from './spill.ts';
import { standardQuotes } from './standard-quotes.ts';
import { textBlocks } from './text-blocks.ts';
import { TextWindow } from './text-window.ts';

const SAMPLE = 1 << 20;
/** A record longer than this means a quote that never closes. */
const LONGEST_RECORD = 4 << 20;

export interface TextFile {
  dialect: CsvDialect;
  encodingEvidence: string;
  delimiterEvidence: string;
  lineEnd: string;
  table: RawTable;
  /** Gives back what the table keeps on disk; it cannot be read afterwards. */
  discard(): void;
}

interface TextWanted {
  encoding?: Encoding;
  delimiter?: CsvDialect['delimiter'];
  quoting?: Quoting;
}

/**
 * Reads a delimited text file whole. Its encoding is proven on the way; where it is another than seemed
 * likely, the file is read again.
 * @throws Refusal `not-text`, `nul-bytes`, `unclosed-quote`, `too-many-columns`, `not-utf-8`, `not-utf-16`
 */
export async function readText(
  source: SourcePath,
  wanted: TextWanted,
  task: Task,
): Promise<TextFile> {
  const likely = likelyEncoding(source, wanted.encoding);
  try {
    return await readAs(likely, source, wanted, task);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'cancelled') throw error;
    // What is wrong with a file may be that it is not in this encoding.
    const proven = detectEncoding(source, wanted.encoding);
    if (proven.encoding === likely.encoding) throw error;
    return await readAs(proven, source, wanted, task);
  }
}

async function readAs(
  encoding: TextEncoding,
  source: SourcePath,
  wanted: TextWanted,
  task: Task,
): Promise<TextFile> {
  const limits = source.bytes < LARGE_FILE ? RUN_LIMITS : smallerLimits(RUN_LIMITS);
  const spill = new Spill(limits.inMemory);
  const discard = () => spill.close();
  try {
    return { ...(await readInto({ spill, limits }, source, encoding, wanted, task)), discard };
  } catch (error) {
    discard();
    throw error;
  }
}

async function readInto(
  { spill, limits }: { spill: Spill; limits: RunLimits },
  source: SourcePath,
  { encoding, bom, evidence }: TextEncoding,
  wanted: TextWanted,
  task: Task,
): Promise<Omit<TextFile, 'discard'>> {
  if (encoding === 'utf-8' || encoding === 'windows-1252') refuseBinary(source);
  const sample = sampleOf(source, encoding, bom);
  const sepLine = /^"?sep=([,;|\t])"?(\r\n|\n|\r|$)/i.exec(sample.bytes.toString('latin1', 0, 16));
  const skip = sepLine?.[0].length ?? 0;
  const found = detectDelimiter(
    sample.bytes.subarray(skip),
    sample.whole,
    wanted.delimiter ?? (sepLine?.[1] as CsvDialect['delimiter'] | undefined),
    wanted.quoting,
  );
  if (found.width > MAX_COLUMNS) refuseTooManyColumns(found.width, { file: source.name });
  const kernel = makeKernel({ delimiter: found.delimiter.charCodeAt(0), width: found.width });
  const sink = new RecordSink(kernel, found.width, spill, limits);
  if (sepLine) sink.odd(1, [sepLine[0].trim()], NAMES_DELIMITER);
  const lineEnds = await scanAll(
    source,
    { encoding, bom, found, skip, quoting: wanted.quoting },
    kernel,
    sink,
    task,
  );
  const table = sink.finish();
  const all = table.rows + table.odd.length - (sepLine ? 1 : 0);
  return {
    dialect: { kind: 'csv', encoding, delimiter: found.delimiter },
    encodingEvidence: evidence,
    delimiterEvidence: wanted.delimiter
      ? `${delimiterEvidence(found, table.rows, all)}; chosen`
      : delimiterEvidence(found, table.rows, all) + (sepLine ? '; the first line names it' : ''),
    lineEnd: lineEndLabel(lineEnds),
    table,
  };
}

async function scanAll(
  source: SourcePath,
  how: {
    encoding: Encoding;
    bom: number;
    found: DelimiterFound;
    skip: number;
    quoting: Quoting | undefined;
  },
  kernel: TextKernel,
  sink: RecordSink,
  task: Task,
): Promise<LineCount> {
  const count = startOfText(how.skip > 0 ? 2 : 1);
  const delimiter = how.found.delimiter.charCodeAt(0);
  const scanner = new RecordScanner(delimiter, count);
  const window = new TextWindow(kernel);
  const { batch } = kernel;
  const take = (last: boolean): number => {
    let at = 0;
    while (at < window.length) {
      at = kernel.scan(at, window.length);
      if (batch.records > 0) {
        sink.batch(batch, count.line);
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
    const blocks = textBlocks(source, how.encoding, how.bom);
    for (const block of how.quoting ? standardQuotes(blocks, delimiter, how.quoting) : blocks) {
      window.add(skip > 0 ? block.subarray(skip) : block);
      refuseNul(source, window.bytes(), count);
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

function sampleOf(source: SourcePath, encoding: Encoding, bom: number) {
  const parts: Buffer[] = [];
  let length = 0;
  for (const block of textBlocks(source, encoding, bom)) {
    parts.push(Buffer.from(block));
    length += block.length;
    if (length >= SAMPLE) return { bytes: Buffer.concat(parts), whole: false };
  }
  return { bytes: Buffer.concat(parts), whole: true };
}

function refuseBinary(source: SourcePath): void {
  let control = 0;
  for (const byte of source.head) {
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)) control++;
  }
  if (control <= Math.max(4, source.head.length * 0.02)) return;
  throw new Refusal('not-text', 'This is not a text file: it holds bytes that no text has.', {
    hint: 'Attune reads .csv, .tsv and .txt files and Excel workbooks (.xlsx).',
    where: { file: source.name },
  });
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

function lineEndLabel({ lf, crlf, cr }: LineCount): string {
  const kinds = [
    { label: 'CRLF', n: crlf },
    { label: 'LF', n: lf },
    { label: 'CR', n: cr },
  ].filter(({ n }) => n > 0);
  if (kinds.length < 2) return kinds[0]?.label ?? 'none';
  return `mixed: ${kinds.map(({ label, n }) => `${formatNumber(n, 'count')} ${label}`).join(', ')}`;
}
