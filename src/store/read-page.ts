import { type Column, columnType } from '../model/column.ts';
import type { Frame } from '../model/frame.ts';
import { isKeyedTexts } from '../model/keyed-texts.ts';
import type { PackedTexts } from '../model/packed-texts.ts';
import type { Connection } from './connection.ts';
import { type Segment, segmentChecksum } from './segment-check.ts';
import { decodeRows, SEGMENT_ROWS } from './segment-codec.ts';
import { decodeTexts } from './segment-texts.ts';
import { statement } from './statement.ts';
import type { StoredTable } from './tables.ts';

type Stored = Segment & { checksum: number };

/** Segments that were read for one page, for the next: pages beside each other stand in the same. */
export interface KeptSegments {
  /** As they are stored: a page needs some of their rows only. */
  numbers(key: string, read: () => Stored | undefined): Stored | undefined;
  texts(key: string, read: () => PackedTexts | undefined): PackedTexts | undefined;
}

/** Bytes that are kept; those that were not asked for longest go first. */
const MOST_KEPT = 2 ** 26;
/** What a segment takes beside its content, about. */
const SEGMENT_ITSELF = 500;

export function keepSegments(): KeptSegments {
  const numbers = keepRecent<Stored>(({ content }) => SEGMENT_ITSELF + content.byteLength);
  const texts = keepRecent<PackedTexts>(bytesOf);
  return { numbers, texts };
}

/** Those that are not written out take the room of their keys. */
function bytesOf(texts: PackedTexts): number {
  if (isKeyedTexts(texts)) return texts.keys.byteLength;
  return texts.bytes.byteLength + texts.ends.byteLength;
}

function keepRecent<T>(sizeOf: (value: T) => number) {
  const kept = new Map<string, T>();
  let bytes = 0;
  return (key: string, read: () => T | undefined): T | undefined => {
    const known = kept.get(key);
    const value = known ?? read();
    if (value === undefined) return undefined;
    kept.delete(key);
    kept.set(key, value);
    if (known === undefined) bytes += sizeOf(value);
    for (const [oldest, each] of kept) {
      if (bytes <= MOST_KEPT || oldest === key) break;
      kept.delete(oldest);
      bytes -= sizeOf(each);
    }
    return value;
  };
}

/**
 * Some rows of a table, from one up to another, as its segments hold them: no more of these is read than
 * they stand in. Undefined when a segment is not what it should be.
 */
export function readPage(
  db: Connection,
  table: StoredTable,
  from: number,
  to: number,
  kept: KeptSegments = keepSegments(),
): Frame | undefined {
  const end = Math.min(to, table.rows);
  const types = ['codes' as const, ...table.variables.map(({ kind }) => columnType(kind))];
  const columns: Column[] = [];
  const statements = prepared(db);
  for (const [at, type] of types.entries()) {
    const read = readColumn(statements, table, at, type, from, end, kept);
    if (!read) return undefined;
    columns.push(read);
  }
  const [origin, ...rest] = columns;
  if (origin?.type !== 'codes') return undefined;
  return {
    rows: end - from,
    variables: table.variables,
    columns: rest,
    origin: origin.codes,
  };
}

/** What is asked of every column. */
function prepared(db: Connection) {
  return {
    reasons: statement(
      db,
      'SELECT reasons FROM attune_column WHERE table_id = ? AND column = ? AND version = ?',
    ).pluck(),
    segment: statement(
      db,
      `SELECT part, segment, rows, encoding, low, high, content, checksum FROM attune_segment
       WHERE table_id = ? AND column = ? AND part = ? AND segment = ?`,
    ),
    sizes: statement(
      db,
      `SELECT rows FROM attune_segment
       WHERE table_id = ? AND column = ? AND part = 'texts' ORDER BY segment`,
    ).pluck(),
  };
}

function readColumn(
  statements: ReturnType<typeof prepared>,
  { id, version }: StoredTable,
  at: number,
  type: Column['type'],
  from: number,
  to: number,
  kept: KeptSegments,
): Column | undefined {
  const header = statements.reasons.get(id, at, version);
  if (header === undefined) return undefined;
  const segmentAt = (part: Segment['part'], nth: number): Stored | undefined => {
    const found = statements.segment.get(id, at, part, nth) as Stored | undefined;
    return found && segmentChecksum(id, at, found) === found.checksum ? found : undefined;
  };
  const reasons = JSON.parse(String(header)) as string[];
  const numbersAt = (part: 'missing' | 'values') => (nth: number) =>
    kept.numbers([id, version, at, part, nth].join(), () => segmentAt(part, nth));
  const missing = new Uint8Array(to - from);
  if (!readRows(numbersAt('missing'), missing, from, to)) return undefined;
  const values = MAKE[type](to - from);
  if (!readRows(numbersAt('values'), values, from, to)) return undefined;
  if (values instanceof Float64Array) return { type: 'numbers', values, missing, reasons };
  if (values instanceof Int32Array) return { type: 'days', values, missing, reasons };
  if (at === 0) return { type: 'codes', codes: values, dictionary: [], missing, reasons };
  const texts = textsBy(statements.sizes.all(id, at) as number[], at, (nth) =>
    kept.texts([id, version, at, nth].join(), () => {
      const segment = segmentAt('texts', nth);
      return segment && decodeTexts([segment]);
    }),
  );
  const dictionary: string[] = [];
  const known = new Map<string, number>();
  const codes = values.map((code, row) => {
    const text = missing[row] === 0 ? texts(code) : '';
    const own = known.get(text) ?? dictionary.push(text) - 1;
    known.set(text, own);
    return own;
  });
  return { type: 'codes', codes, dictionary, missing, reasons };
}

const MAKE = {
  numbers: (n: number) => new Float64Array(n),
  days: (n: number) => new Int32Array(n),
  codes: (n: number) => new Uint32Array(n),
};

/** Puts rows `from` up to `to` into an array; false when a segment is not what it should be. */
function readRows(
  segmentAt: (nth: number) => Stored | undefined,
  into: Uint8Array | Uint32Array | Int32Array | Float64Array,
  from: number,
  to: number,
): boolean {
  for (let at = from; at < to; ) {
    const nth = Math.floor(at / SEGMENT_ROWS);
    const segment = segmentAt(nth);
    if (!segment) return false;
    const first = at - nth * SEGMENT_ROWS;
    const n = Math.min(segment.rows - first, to - at);
    if (n <= 0 || !decodeRows(segment, first, n, into, at - from)) return false;
    at += n;
  }
  return true;
}

/** Gives the text of a code, from the segment that holds it. */
function textsBy(
  sizes: readonly number[],
  column: number,
  textsAt: (nth: number) => PackedTexts | undefined,
): (code: number) => string {
  const read = new Map<number, PackedTexts>();
  return (code) => {
    let nth = 0;
    let before = 0;
    while (nth < sizes.length && code >= before + (sizes[nth] as number)) {
      before += sizes[nth++] as number;
    }
    let texts = read.get(nth);
    if (!texts) {
      texts = textsAt(nth);
      if (!texts) throw new Error(`a text of column ${column} cannot be read`);
      read.set(nth, texts);
    }
    return texts.text(code - before);
  };
}
