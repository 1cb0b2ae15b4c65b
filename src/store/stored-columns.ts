import type { ColumnFacts, Piece, StoredColumn } from '../columns/hot/stored-column.ts';
import { columnType } from '../model/column.ts';
import { once } from '../model/once.ts';
import type { PackedTexts } from '../model/packed-texts.ts';
import { Refusal } from '../model/refusal.ts';
import type { Variable } from '../model/variable.ts';
import type { Connection } from './connection.ts';
import { type ColumnRow, distinctTexts, firstTexts, readTexts } from './read-segments.ts';
import { columnChecksum, type Segment, segmentChecksum } from './segment-check.ts';
import { contentLength, layoutOf, putBits, SEGMENT_ROWS, viewOf } from './segment-codec.ts';
import { TEXTS_AGAIN } from './segment-texts.ts';
import type { StoredTable } from './tables.ts';

type Stored = Segment & { checksum: number };

/**
 * The columns of a table as its segments keep them, for the column engine: nothing but what they say of
 * themselves is read before it is asked for. Undefined where the segments are not of this table's version.
 */
export function storedColumns(db: Connection, table: StoredTable): StoredColumn[] | undefined {
  const headers = db
    .prepare('SELECT * FROM attune_column WHERE table_id = ? AND column > 0 ORDER BY column')
    .all(table.id) as ColumnRow[];
  if (headers.length !== table.variables.length) return undefined;
  const ask = questionsOf(db, table.id);
  const columns: StoredColumn[] = [];
  for (const [at, header] of headers.entries()) {
    const { column, version, type, reasons, texts, checksum } = header;
    const variable = table.variables[at] as Variable;
    if (column !== at + 1 || version !== table.version) return undefined;
    if (type !== columnType(variable.kind)) return undefined;
    if (columnChecksum(type, reasons, texts) !== checksum) return undefined;
    columns.push(storedColumn(ask, table, header, variable));
  }
  return columns;
}

/** What is asked of the segments, prepared once for all columns of a table. */
interface Questions {
  /** Those of one part, in order. */
  part(column: number, part: Segment['part']): Iterable<Stored>;
  /** The two of some rows: why values are missing, and the values. */
  both(column: number, segment: number): Stored[];
  repeatsTexts(column: number): boolean;
  numberFacts(column: number): ColumnFacts;
}

function questionsOf(db: Connection, tableId: number): Questions {
  const everything = 'part, segment, rows, encoding, low, high, content, checksum';
  const part = db.prepare(
    `SELECT ${everything} FROM attune_segment
     WHERE table_id = ? AND column = ? AND part = ? ORDER BY segment`,
  );
  const both = db.prepare(
    `SELECT ${everything} FROM attune_segment
     WHERE table_id = ? AND column = ? AND part IN ('missing', 'values') AND segment = ?
     ORDER BY part`,
  );
  const again = db.prepare(
    `SELECT count(*) FROM attune_segment
     WHERE table_id = ? AND column = ? AND part = 'texts' AND encoding = ?`,
  );
  const ranges = db.prepare(
    `SELECT v.encoding, v.low, v.high, m.encoding AS missing, m.low AS reason
     FROM attune_segment v JOIN attune_segment m USING (table_id, column, segment)
     WHERE table_id = ? AND column = ? AND v.part = 'values' AND m.part = 'missing'`,
  );
  return {
    part: (column, name) => part.iterate(tableId, column, name) as Iterable<Stored>,
    both: (column, segment) => both.all(tableId, column, segment) as Stored[],
    repeatsTexts: (column) => again.pluck().get(tableId, column, TEXTS_AGAIN) !== 0,
    numberFacts: (column) => numberFacts(ranges.all(tableId, column) as SegmentRange[]),
  };
}

function storedColumn(
  ask: Questions,
  { id: tableId, rows }: StoredTable,
  header: ColumnRow,
  variable: Variable,
): StoredColumn {
  const { column, type, texts: size } = header;
  const parts = (part: Segment['part']) => ask.part(column, part);
  let known: ReturnType<typeof readAll>;
  const readAll = () => {
    const found = readTexts(tableId, column, parts('texts'), size);
    if (!found) return damaged(variable);
    return found.repeats ? distinctTexts(found.texts) : { texts: found.texts, places: undefined };
  };
  const texts = () => {
    known ??= readAll();
    return known;
  };
  let again: boolean | undefined;
  const hasRepeats = () => {
    again ??= type === 'codes' && ask.repeatsTexts(column);
    return again;
  };
  let first: PackedTexts | undefined;
  /** Of a dictionary that nobody has asked for whole, its first segment answers for the texts in it. */
  const someText = (at: number) => {
    if (known === undefined && !hasRepeats()) {
      first ??= firstTexts(tableId, column, parts('texts'));
      if (first && at < first.size) return first.text(at);
    }
    return texts().texts.text(at);
  };
  return {
    variable,
    reasons: JSON.parse(header.reasons) as string[],
    facts: type === 'codes' ? textFacts(size) : ask.numberFacts(column),
    texts: type === 'codes' ? () => texts().texts.all() : undefined,
    text: type === 'codes' ? someText : undefined,
    *pieces() {
      const places = hasRepeats() ? texts().places : undefined;
      const room = new Uint8Array(SEGMENT_ROWS);
      let read = 0;
      for (let nth = 0; ; nth++) {
        const found = ask.both(column, nth);
        if (found.length === 0) break;
        const [gap, segment] = found;
        const isWhole = found.every(
          (each) => segmentChecksum(tableId, column, each) === each.checksum,
        );
        if (!isWhole || !gap || gap.rows !== segment?.rows) return damaged(variable);
        const numbers = withPlaces(numbersOf(segment, variable, room), segment.rows, places);
        read += segment.rows;
        try {
          yield { ...numbers, rows: segment.rows, missing: gapsOf(gap, variable, room) };
        } finally {
          for (const { content } of found) letGo(content);
        }
      }
      if (read !== rows) damaged(variable);
    },
  };
}

/**
 * Gives the memory of bytes back at once, for those that are read next: collected later, those of a column
 * lie about in as many places as it has segments.
 */
function letGo({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}

function textFacts(size: number): ColumnFacts {
  return { low: 0, high: size - 1, divisor: 1 };
}

interface SegmentRange {
  encoding: string;
  low: number;
  high: number;
  missing: string;
  reason: number;
}

/** Least and greatest of all segments, but for those in which every row is missing. */
function numberFacts(segments: readonly SegmentRange[]): ColumnFacts {
  const filled = segments.filter(({ missing, reason }) => missing !== 'same' || reason === 0);
  const divisors = filled.map(({ encoding }) => {
    const layout = layoutOf(encoding);
    return layout?.kind === 'f64' ? undefined : layout?.divisor;
  });
  return {
    low: Math.min(...filled.map(({ low }) => low)),
    high: Math.max(...filled.map(({ high }) => high)),
    divisor: divisors.includes(undefined) ? undefined : Math.max(1, ...(divisors as number[])),
  };
}

type Numbers = Pick<Piece, 'low' | 'divisor' | 'values'>;

const steps = once(() => Uint16Array.from({ length: SEGMENT_ROWS }, (_, i) => i));

/** @param room for numbers that are not laid out as they are used */
function numbersOf(segment: Segment, variable: Variable, room: Uint8Array): Numbers {
  const { encoding, low, rows, content } = segment;
  const layout = layoutOf(encoding);
  const isWhole = layout && content.length === contentLength(layout.kind, rows);
  if (!isWhole || rows > SEGMENT_ROWS) return damaged(variable);
  const { kind, divisor } = layout;
  switch (kind) {
    case 'same':
      return { low, divisor, values: null };
    case 'step':
      return { low, divisor, values: steps().subarray(0, rows) };
    case 'bits':
      return { low: 0, divisor, values: putBits(content, segment.high, room, rows) };
    case 'f64':
      return { low: 0, divisor, values: viewOf(content, kind) };
    default:
      return { low: Math.round(low * divisor), divisor, values: viewOf(content, kind) };
  }
}

function gapsOf(segment: Stored, variable: Variable, room: Uint8Array): Uint8Array | null {
  const { low, values } = numbersOf(segment, variable, room);
  if (!values) return low === 0 ? null : new Uint8Array(segment.rows).fill(low);
  return low === 0 && values instanceof Uint8Array
    ? values
    : Uint8Array.from(values, (value) => value + low);
}

/** The same text in several places becomes one code. */
function withPlaces(
  { low, divisor, values }: Numbers,
  rows: number,
  places: Uint32Array | undefined,
): Numbers {
  if (!places) return { low, divisor, values };
  const own = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    own[row] = places[low + (values ? (values[row] as number) : 0)] ?? 0;
  }
  return { low: 0, divisor, values: own };
}

function damaged(variable: Variable): never {
  throw new Refusal('segment-damaged', `The kept column of ${variable.label} is damaged.`, {
    hint: 'Check the project: the rows themselves are kept apart, and the columns are made anew from them.',
    where: { column: variable.name },
  });
}
