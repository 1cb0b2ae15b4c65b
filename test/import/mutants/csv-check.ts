import { readFileSync } from 'node:fs';
import { readRawFile } from '../../../src/import/raw-file.ts';
import { rawRow } from '../../../src/import/raw-table.ts';
import type { CsvDialect } from '../../../src/model/importing.ts';
import { UNWATCHED } from '../../../src/model/project.ts';
import { Refusal } from '../../../src/model/refusal.ts';
import { type CountedRecord, type CsvCount, countCsv, decoded } from './csv-count.ts';
import { sumsFault } from './sums.ts';

/** `loaded` or `refused`; any other text is what is wrong. */
export async function checkCsv(path: string): Promise<string> {
  const bytes = readFileSync(path);
  try {
    const { dialect, table } = await readRawFile({ file: path }, UNWATCHED);
    if (dialect.kind !== 'csv') return 'not read as text';
    const encoding = encodingFault(bytes, dialect.encoding);
    if (encoding) return encoding;
    const count = countCsv(bytes, dialect);
    if (!count) return `bytes that are no ${dialect.encoding} were read`;
    if (count.unclosed) return `a quote unclosed on line ${count.unclosed} was read`;
    if (count.nul) return `a NUL on line ${count.nul} was read`;
    // A broken field is kept as the standard would have it written.
    const isKept = ({ is }: CountedRecord) => is !== 'broken' || !dialect.quoting;
    const own = [
      ...Array.from({ length: table.rows }, (_, row) => [
        table.numbers[row],
        ...rawRow(table, row),
      ]),
      ...table.odd.map(({ number, cells }) => [number, ...cells]),
    ].sort(([a], [b]) => Number(a) - Number(b));
    const filled = count.records.filter(({ is }) => is !== 'blank');
    const counted = filled.map((record, i) =>
      isKept(record) ? [record.line, ...record.cells] : (own[i] ?? []),
    );
    const fault = difference(own, counted);
    if (fault) return fault;
    const regular = filled.filter((record) => isRegular(record, table.columns.length)).length;
    if (regular !== table.rows) return `${table.rows} regular rows, ${regular} counted`;
    return (await sumsFault(path, count.records.length)) ?? 'loaded';
  } catch (error) {
    if (!(error instanceof Refusal)) return error instanceof Error ? `${error.stack}` : 'thrown';
    return refusalFault(error, bytes) ?? 'refused';
  }
}

function isRegular({ is, cells }: CountedRecord, width: number): boolean {
  return is === 'row' && cells.length === width;
}

/** What the words of the documentation say of each encoding must hold for the bytes. */
function encodingFault(bytes: Buffer, encoding: CsvDialect['encoding']): string | undefined {
  const isUtf8 = decoded(bytes, 'utf-8') !== undefined;
  if (encoding === 'windows-1252' && isUtf8) return 'valid UTF-8 was read as Windows-1252';
  const bom = bytes.toString('latin1', 0, 3);
  if (bom === 'ï»¿' && encoding !== 'utf-8') return 'the byte-order mark of UTF-8 was not heeded';
  if (bom.startsWith('ÿþ') && encoding !== 'utf-16le') return 'a byte-order mark was not heeded';
  if (bom.startsWith('þÿ') && encoding !== 'utf-16be') return 'a byte-order mark was not heeded';
  return undefined;
}

function difference(own: readonly unknown[][], counted: readonly unknown[][]): string | undefined {
  for (let i = 0; i < Math.max(own.length, counted.length); i++) {
    const [a, b] = [JSON.stringify(own[i]), JSON.stringify(counted[i])];
    if (a !== b) return `row ${i}: ${a?.slice(0, 200)} is read, ${b?.slice(0, 200)} counted`;
  }
  return undefined;
}

/** A refusal must be true. */
function refusalFault({ code, where, message }: Refusal, bytes: Buffer): string | undefined {
  const counts = DIALECTS.flatMap((dialect) => countCsv(bytes, dialect, true) ?? []);
  const some = (holds: (count: CsvCount) => boolean) => counts.some(holds);
  switch (code) {
    case 'unclosed-quote':
      if (some(({ unclosed }) => unclosed === where.row)) return undefined;
      break;
    case 'nul-bytes':
      if (some(({ nul }) => nul === where.row)) return undefined;
      break;
    case 'no-rows':
    case 'header-too-wide':
      return undefined;
    case 'not-utf-8':
      if (decoded(bytes, 'utf-8') === undefined) return undefined;
      break;
    case 'not-utf-16':
      if (decoded(bytes, 'utf-16le') === undefined || decoded(bytes, 'utf-16be') === undefined) {
        return undefined;
      }
      break;
    case 'not-text':
      if (bytes.some((byte) => byte < 0x20 && !SPACES.includes(byte))) return undefined;
      break;
    case 'empty-file':
      if (bytes.length === 0) return undefined;
  }
  return `refused without cause: ${code}: ${message} ${JSON.stringify(where)}`;
}

/** Tab, line feed and their kin. */
const SPACES = [9, 10, 11, 12, 13];

const DIALECTS = (['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const).flatMap((encoding) =>
  ([',', ';', '\t', '|'] as const).map(
    (delimiter): CsvDialect => ({ kind: 'csv', encoding, delimiter }),
  ),
);
