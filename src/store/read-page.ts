import { type Column, columnType } from '../model/column.ts';
import type { Frame } from '../model/frame.ts';
import type { PackedTexts } from '../model/packed-texts.ts';
import type { Connection } from './connection.ts';
import { type Segment, segmentChecksum } from './segment-check.ts';
import { decodeNumbers, isEncoding, SEGMENT_ROWS } from './segment-codec.ts';
import { decodeTexts } from './segment-texts.ts';
import type { StoredTable } from './tables.ts';

type Stored = Segment & { checksum: number };

/**
 * Some rows of a table, from one up to another, as its segments hold them: no more of these is read than
 * they stand in. Undefined when a segment is not what it should be.
 */
export function readPage(
  db: Connection,
  table: StoredTable,
  from: number,
  to: number,
): Frame | undefined {
  const end = Math.min(to, table.rows);
  const types = ['codes' as const, ...table.variables.map(({ kind }) => columnType(kind))];
  const columns: Column[] = [];
  for (const [at, type] of types.entries()) {
    const read = readColumn(db, table, at, type, from, end);
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

function readColumn(
  db: Connection,
  { id, version }: StoredTable,
  at: number,
  type: Column['type'],
  from: number,
  to: number,
): Column | undefined {
  const header = db
    .prepare('SELECT reasons FROM attune_column WHERE table_id = ? AND column = ? AND version = ?')
    .pluck()
    .get(id, at, version);
  if (header === undefined) return undefined;
  const select = db.prepare(
    `SELECT part, segment, rows, encoding, low, high, content, checksum FROM attune_segment
     WHERE table_id = ? AND column = ? AND part = ? AND segment = ?`,
  );
  const segmentAt = (part: Segment['part'], nth: number): Stored | undefined => {
    const found = select.get(id, at, part, nth) as Stored | undefined;
    return found && segmentChecksum(id, at, found) === found.checksum ? found : undefined;
  };
  const reasons = JSON.parse(String(header)) as string[];
  const missing = new Uint8Array(to - from);
  if (!readRows((nth) => segmentAt('missing', nth), missing, from, to)) return undefined;
  const values = MAKE[type](to - from);
  if (!readRows((nth) => segmentAt('values', nth), values, from, to)) return undefined;
  if (values instanceof Float64Array) return { type: 'numbers', values, missing, reasons };
  if (values instanceof Int32Array) return { type: 'days', values, missing, reasons };
  if (at === 0) return { type: 'codes', codes: values, dictionary: [], missing, reasons };
  const texts = textsBy(db, id, at, (nth) => segmentAt('texts', nth));
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
    if (!segment || !isEncoding(segment.encoding)) return false;
    const { rows, encoding, low, content } = segment;
    const all = new Float64Array(rows);
    if (!decodeNumbers({ encoding, low, content }, all, 0, rows)) return false;
    const first = at - nth * SEGMENT_ROWS;
    const some = all.subarray(first, Math.min(rows, first + to - at));
    if (some.length === 0) return false;
    into.set(some, at - from);
    at += some.length;
  }
  return true;
}

/** Gives the text of a code, from the segment that holds it. */
function textsBy(
  db: Connection,
  tableId: number,
  column: number,
  segmentAt: (nth: number) => Stored | undefined,
): (code: number) => string {
  const sizes = db
    .prepare(
      `SELECT rows FROM attune_segment
       WHERE table_id = ? AND column = ? AND part = 'texts' ORDER BY segment`,
    )
    .pluck()
    .all(tableId, column) as number[];
  const read = new Map<number, PackedTexts>();
  return (code) => {
    let nth = 0;
    let before = 0;
    while (nth < sizes.length && code >= before + (sizes[nth] as number)) {
      before += sizes[nth++] as number;
    }
    let texts = read.get(nth);
    if (!texts) {
      const segment = segmentAt(nth);
      texts = segment && decodeTexts([{ n: segment.rows, content: segment.content }]);
      if (!texts) throw new Error(`a text of column ${column} cannot be read`);
      read.set(nth, texts);
    }
    return texts.text(code - before);
  };
}
