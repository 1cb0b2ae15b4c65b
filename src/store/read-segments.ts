import { type Column, columnType, packedColumn } from '../model/column.ts';
import type { Frame } from '../model/frame.ts';
import { mergeTexts } from '../model/merge-texts.ts';
import { PACKED_FROM, type PackedTexts, packedTexts } from '../model/packed-texts.ts';
import type { Connection } from './connection.ts';
import { columnChecksum, type Segment, segmentChecksum } from './segment-check.ts';
import { decodeNumbers } from './segment-codec.ts';
import { decodeTexts, decodeUtf8, TEXTS_AGAIN } from './segment-texts.ts';
import type { StoredTable } from './tables.ts';

export interface ColumnRow {
  column: number;
  version: number;
  type: Column['type'];
  reasons: string;
  texts: number;
  checksum: number;
}

/**
 * A table as its segments hold it; undefined when any of them is absent, damaged, of another version
 * of the table, or does not belong to its variables.
 */
export function readSegments(db: Connection, table: StoredTable): Frame | undefined {
  const headers = db
    .prepare('SELECT * FROM attune_column WHERE table_id = ? ORDER BY column')
    .all(table.id) as ColumnRow[];
  const types = ['codes', ...table.variables.map(({ kind }) => columnType(kind))];
  if (headers.length !== types.length) return undefined;
  const select = db.prepare(
    `SELECT part, segment, rows, encoding, low, high, content, checksum FROM attune_segment
     WHERE table_id = ? AND column = ? AND part = ? ORDER BY segment`,
  );
  const columns: Column[] = [];
  for (const [at, header] of headers.entries()) {
    const { column, version, type, reasons, texts, checksum } = header;
    if (column !== at || version !== table.version || type !== types[at]) return undefined;
    if (columnChecksum(type, reasons, texts) !== checksum) return undefined;
    const parts = (part: string) =>
      select.iterate(table.id, at, part) as Iterable<Segment & { checksum: number }>;
    const read = readColumn(table, header, parts);
    if (!read) return undefined;
    columns.push(read);
  }
  const [origin, ...rest] = columns;
  if (origin?.type !== 'codes') return undefined;
  return { rows: table.rows, variables: table.variables, columns: rest, origin: origin.codes };
}

type Parts = (part: Segment['part']) => Iterable<Segment & { checksum: number }>;

function readColumn(table: StoredTable, header: ColumnRow, parts: Parts): Column | undefined {
  const { id, rows } = table;
  const { column: at, type } = header;
  const missing = new Uint8Array(rows);
  if (readNumbers(id, at, parts('missing'), missing) === undefined) return undefined;
  const reasons = JSON.parse(header.reasons) as string[];
  if (type === 'codes') {
    const codes = new Uint32Array(rows);
    const high = readNumbers(id, at, parts('values'), codes);
    if (high === undefined) return undefined;
    if (at === 0) return { type, codes, dictionary: [], missing, reasons };
    const read = readTexts(id, at, parts('texts'), header.texts);
    if (!read || high > Math.max(0, read.texts.size - 1)) return undefined;
    const texts = read.repeats ? withoutRepeats(read.texts, codes) : read.texts;
    if (texts.size >= PACKED_FROM) return packedColumn({ codes, missing, reasons, texts });
    return { type, codes, dictionary: texts.all(), missing, reasons };
  }
  const values = type === 'numbers' ? new Float64Array(rows) : new Int32Array(rows);
  if (readNumbers(id, at, parts('values'), values) === undefined) return undefined;
  const none = type === 'numbers' ? Number.NaN : 0;
  for (let row = 0; row < rows; row++) if (missing[row] !== 0) values[row] = none;
  return values instanceof Float64Array
    ? { type: 'numbers', values, missing, reasons }
    : { type: 'days', values, missing, reasons };
}

/** Fills `into`; gives the greatest number, or undefined when a segment is not what it should be. */
function readNumbers(
  tableId: number,
  column: number,
  segments: Iterable<Segment & { checksum: number }>,
  into: Uint8Array | Uint32Array | Int32Array | Float64Array,
): number | undefined {
  let at = 0;
  let nth = 0;
  let most = 0;
  for (const segment of segments) {
    const { rows, high } = segment;
    if (segment.segment !== nth++ || at + rows > into.length) return undefined;
    if (segmentChecksum(tableId, column, segment) !== segment.checksum) return undefined;
    if (!decodeNumbers(segment, into, at, rows)) return undefined;
    most = Math.max(most, high);
    at += rows;
  }
  return at === into.length ? most : undefined;
}

export function readTexts(
  tableId: number,
  column: number,
  segments: Iterable<Segment & { checksum: number }>,
  size: number,
): { texts: PackedTexts; repeats: boolean } | undefined {
  const parts: Segment[] = [];
  let repeats = false;
  let n = 0;
  for (const segment of segments) {
    if (segment.segment !== parts.length) return undefined;
    if (segmentChecksum(tableId, column, segment) !== segment.checksum) return undefined;
    parts.push(segment);
    n += segment.rows;
    repeats ||= segment.encoding === TEXTS_AGAIN;
  }
  const texts = n === size ? decodeTexts(parts) : undefined;
  return texts && { texts, repeats };
}

/** The texts of the first segment; undefined when it is damaged. */
export function firstTexts(
  tableId: number,
  column: number,
  segments: Iterable<Segment & { checksum: number }>,
): PackedTexts | undefined {
  for (const segment of segments) {
    if (segmentChecksum(tableId, column, segment) !== segment.checksum) return undefined;
    return decodeTexts([segment]);
  }
  return undefined;
}

/** Each text once; the codes follow. */
function withoutRepeats(texts: PackedTexts, codes: Uint32Array): PackedTexts {
  const { texts: own, places } = distinctTexts(texts);
  for (let row = 0; row < codes.length; row++) codes[row] = places[codes[row] as number] ?? 0;
  return own;
}

/** Each text once, and where each of the others went. */
export function distinctTexts(texts: PackedTexts): { texts: PackedTexts; places: Uint32Array } {
  const { bytes, ends, places } = mergeTexts([texts]);
  return { texts: packedTexts(bytes, ends, decodeUtf8), places: places[0] ?? new Uint32Array() };
}
