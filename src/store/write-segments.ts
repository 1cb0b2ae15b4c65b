import {
  type Column,
  type ColumnSource,
  DID_NOT_FIT,
  EMPTY,
  type NumberColumn,
  type SourceTexts,
  type Stretch,
  sourceOf,
  stretchRoom,
} from '../model/column.ts';
import type { Frame } from '../model/frame.ts';
import { isKeyedTexts } from '../model/keyed-texts.ts';
import { lastOf } from '../model/last-of.ts';
import type { CellNote } from '../model/receipt.ts';
import type { Connection } from './connection.ts';
import { encodeKeyed } from './keyed-segment.ts';
import { columnChecksum, type Segment, segmentChecksum } from './segment-check.ts';
import {
  codedNumbers,
  type EncodedNumbers,
  encodeBytes,
  encodeCodes,
  encodeNumbers,
  SEGMENT_ROWS,
} from './segment-codec.ts';
import { encodeTexts, TEXTS, TEXTS_AGAIN } from './segment-texts.ts';

/**
 * Writes the columns of a frame as segments, in place of those that a table has. Yields after each
 * column's segment of rows, so that the caller can pause. Runs inside the caller's transaction.
 */
export function* writeSegments(
  db: Connection,
  table: { id: number; version: number },
  frame: Frame,
  notes: readonly CellNote[],
): Generator<void> {
  const { id, version } = table;
  for (const name of ['attune_column', 'attune_segment']) {
    db.prepare(`DELETE FROM ${name} WHERE table_id = ?`).run(id);
  }
  const insertColumn = db.prepare(
    `INSERT INTO attune_column (table_id, column, version, type, reasons, texts, checksum)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertSegment = db.prepare(
    `INSERT INTO attune_segment
       (table_id, column, part, segment, rows, encoding, low, high, checksum, content)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const problems = Map.groupBy(
    notes.filter(({ kind }) => kind === 'problem'),
    ({ column }) => column,
  );
  const columns = [ORIGIN, ...frame.columns];
  const room = stretchRoom(Math.min(frame.rows, SEGMENT_ROWS));
  for (const [at, column] of columns.entries()) {
    const source = at === 0 ? originSource(frame) : sourceOf(column);
    const { texts } = source;
    const missing = storedMissing(column, problems.get(at - 1) ?? []);
    const reasons = JSON.stringify(missing.reasons);
    const checksum = columnChecksum(column.type, reasons, texts.size);
    insertColumn.run(id, at, version, column.type, reasons, texts.size, checksum);
    const insert = ({ part, segment, rows, encoding, low, high, content }: Segment) => {
      const kept = { part, segment, rows, encoding, low, high, content };
      const sum = segmentChecksum(id, at, kept);
      insertSegment.run(id, at, part, segment, rows, encoding, low, high, sum, content);
    };
    const encode = rowsEncoder(source, missing, room);
    for (let nth = 0, from = 0; from < frame.rows; nth++, from += SEGMENT_ROWS) {
      const to = Math.min(frame.rows, from + SEGMENT_ROWS);
      const { values, gaps } = encode(from, to);
      const place = { segment: nth, rows: to - from };
      insert({ part: 'values', ...place, ...values });
      insert({ part: 'missing', ...place, ...gaps });
      yield;
    }
    for (const segment of textSegments(texts)) {
      insert(segment);
      yield;
    }
  }
}

/** The texts of a column; what stands in several places is for the reader to bring together. */
function* textSegments({ repeats, parts }: SourceTexts): Generator<Segment> {
  const encoding = repeats ? TEXTS_AGAIN : TEXTS;
  let segment = 0;
  for (const texts of parts()) {
    const size = 'size' in texts ? texts.size : texts.length;
    for (let from = 0; from < size; from += SEGMENT_ROWS, segment++) {
      const to = Math.min(size, from + SEGMENT_ROWS);
      const encoded =
        isKeyedTexts(texts) && !repeats
          ? encodeKeyed(texts, from, to)
          : { encoding, low: 0, high: 0, content: encodeTexts(texts, from, to) };
      yield { part: 'texts', segment, rows: to - from, ...encoded };
    }
  }
}

/** Encodes a segment of rows; what it gives is valid until the next call. */
type RowsEncoder = (from: number, to: number) => Record<'values' | 'gaps', EncodedNumbers>;

function rowsEncoder(source: ColumnSource, missing: StoredMissing, room: Stretch): RowsEncoder {
  const most = missing.reasons.length;
  const numbersOf = lastOf(codedNumbers);
  return (from, to) => {
    const coded = source.coded?.(from, to);
    const numbers = coded && numbersOf(coded.meaning);
    if (numbers) {
      const { gaps, ...values } = encodeCodes(coded.pieces, numbers);
      return { values, gaps: gaps ? encodeBytes(missing.ofRows(gaps, from), most) : NONE };
    }
    const { values, missing: given } = source.stretch(from, to, room);
    const why = missing.ofRows(given, from, values);
    const gaps = encodeBytes(why, most);
    const isFull = gaps.encoding === 'same' && gaps.high === 0;
    return { values: encodeNumbers(values, isFull ? undefined : why), gaps };
  };
}

const NONE = encodeBytes(new Uint8Array(1), 0);

/** The line of each row. */
function originSource({ origin }: Frame): ColumnSource {
  const meaning = { values: 0, missing: undefined };
  return {
    ...sourceOf(ORIGIN),
    coded: (from, to) => ({ pieces: [origin.subarray(from, to)], meaning }),
  };
}

const ORIGIN: Column = {
  type: 'codes',
  codes: new Uint32Array(0),
  dictionary: [],
  missing: new Uint8Array(0),
  reasons: [],
};

/** What is missing in a stretch of rows, and why. */
interface StoredMissing {
  reasons: readonly string[];
  /** @param from the row of the first value */
  ofRows(missing: Uint8Array, from: number, values?: Stretch['values']): Uint8Array;
}

/**
 * What is missing and why, as the rows and their notes say it: a cell that did not fit is missing for
 * that reason, and a number that is none is empty.
 */
function storedMissing(column: Column, problems: readonly CellNote[]): StoredMissing {
  const reasons = [...column.reasons];
  const codeOf = (reason: string) => {
    const at = reasons.indexOf(reason);
    return Math.min(255, at >= 0 ? at + 1 : reasons.push(reason));
  };
  const misfit = problems.length > 0 ? codeOf(DID_NOT_FIT) : 0;
  // A column that is read from a file has no number that is none.
  const empty = column.type === 'numbers' && !column.source && hasNaN(column) ? codeOf(EMPTY) : 0;
  let next = 0;
  return {
    reasons,
    ofRows: (missing, from, values) => {
      if (misfit === 0 && empty === 0) return missing;
      const codes = missing.slice();
      for (; next < problems.length; next++) {
        const at = (problems[next] as CellNote).row - from;
        if (at >= codes.length) break;
        if (codes[at] !== 0) codes[at] = misfit;
      }
      for (let i = 0; empty > 0 && values && i < codes.length; i++) {
        if (Number.isNaN(values[i]) && codes[i] === 0) codes[i] = empty;
      }
      return codes;
    },
  };
}

function hasNaN({ values, missing }: NumberColumn): boolean {
  return values.some((value, row) => Number.isNaN(value) && missing[row] === 0);
}
