import { formatNumber } from '../model/format.ts';
import type { CsvDialect, Encoding, Quoting } from '../model/importing.ts';
import type { Task } from '../model/project.ts';
import { Refusal } from '../model/refusal.ts';
import { delimiterEvidence, detectDelimiter } from './delimiter.ts';
import { detectEncoding, likelyEncoding, type TextEncoding } from './encoding.ts';
import type { Hashing } from './hash-file.ts';
import { MAX_COLUMNS, refuseTooManyColumns } from './limits.ts';
import type { LineCount } from './line-count.ts';
import type { RawTable } from './raw-table.ts';
import { LARGE_FILE, RUN_LIMITS, smallerLimits } from './run-limits.ts';
import type { SourcePath } from './source-file.ts';
import { openReader, type TableReader } from './table-reader.ts';
import { textBlocks } from './text-blocks.ts';

const SAMPLE = 1 << 20;

export interface TextFile {
  dialect: CsvDialect;
  encodingEvidence: string;
  delimiterEvidence: string;
  lineEnd: string;
  table: RawTable;
  /** Hashes the file that was read: for the reading that is kept, where it was read in several ways. */
  hash(): Hashing;
  /** Ends its hashing, and gives back what the table keeps on disk; it cannot be read afterwards. */
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
  const reader = openReader(source, limits);
  try {
    const file = await readInto(reader, source, encoding, wanted, task);
    return {
      ...file,
      hash: () => reader.hash(),
      discard: () => {
        void reader.stop();
        reader.discard();
      },
    };
  } catch (error) {
    // Its file may not be closed while another thread writes to it.
    await reader.stop();
    reader.discard();
    throw error;
  }
}

async function readInto(
  reader: TableReader,
  source: SourcePath,
  { encoding, bom, evidence }: TextEncoding,
  wanted: TextWanted,
  task: Task,
): Promise<Omit<TextFile, 'discard' | 'hash'>> {
  if (encoding === 'utf-8' || encoding === 'windows-1252') refuseBinary(source);
  const sample = sampleOf(source, encoding, bom);
  const sepLine = /^"?sep=([,;|\t])"?(\r\n|\n|\r|$)/i.exec(sample.bytes.toString('latin1', 0, 16));
  const skip = sepLine?.[0].length ?? 0;
  const records = sample.bytes.subarray(skip);
  const found = detectDelimiter(
    records,
    sample.whole,
    wanted.delimiter ?? (sepLine?.[1] as CsvDialect['delimiter'] | undefined),
    wanted.quoting,
  );
  const { width } = found;
  if (width > MAX_COLUMNS) refuseTooManyColumns(width, { file: source.name });
  const delimiter = found.delimiter.charCodeAt(0);
  const { quoting } = wanted;
  const form = { encoding, bom, skip, namesDelimiter: sepLine?.[0], delimiter, width, quoting };
  const { table, lineEnds } = await reader.read(form, records, task);
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

function sampleOf(source: SourcePath, encoding: Encoding, bom: number) {
  const parts: Buffer[] = [];
  let length = 0;
  for (const block of textBlocks(source, { encoding, bom })) {
    parts.push(Buffer.from(block));
    length += block.length;
    if (length >= SAMPLE) return { bytes: Buffer.concat(parts), whole: false };
  }
  return { bytes: Buffer.concat(parts), whole: true };
}

/** Bytes that no text has: but tabs, line ends, and what ends a file or begins a command. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const NOT_TEXT = /[\0-\x08\x0e-\x19\x1c-\x1f]/g;

function refuseBinary({ head, name }: SourcePath): void {
  const found = head.toString('latin1').match(NOT_TEXT)?.length ?? 0;
  if (found <= Math.max(4, head.length * 0.02)) return;
  throw new Refusal('not-text', 'This is not a text file: it holds bytes that no text has.', {
    hint: 'Attune reads .csv, .tsv and .txt files and Excel workbooks (.xlsx).',
    where: { file: name },
  });
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
