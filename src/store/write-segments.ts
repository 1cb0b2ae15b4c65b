import {
  type Column,
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
import type { CellNote } from '../model/receipt.ts';
import type { Connection } from './connection.ts';
import { encodeKeyed } from './keyed-segment.ts';
import { columnChecksum, type Segment, segmentChecksum } from './segment-check.ts';
import { encodeBytes, encodeNumbers, SEGMENT_ROWS } from './segment-codec.ts';
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
  const columns = [originColumn(frame), ...frame.columns];
  const room = stretchRoom(Math.min(frame.rows, SEGMENT_ROWS));
  for (const [at, column] of columns.entries()) {
    const { stretch, texts } = sourceOf(column);
    const missing = storedMissing(column, problems.get(at - 1) ?? []);
    const reasons = JSON.stringify(missing.reasons);
    const checksum = columnChecksum(column.type, reasons, texts.size);
    insertColumn.run(id, at, version, column.type, reasons, texts.size, checksum);
    const insert = ({ part, segment, rows, encoding, low, high, content }: Segment) => {
      const kept = { part, segment, rows, encoding, low, high, content };
      const sum = segmentChecksum(id, at, kept);
      insertSegment.run(id, at, part, segment, rows, encoding, low, high, sum, content);
    };
    for (let nth = 0, from = 0; from < frame.rows; nth++, from += SEGMENT_ROWS) {
      const to = Math.min(frame.rows, from + SEGMENT_ROWS);
      const { values, missing: gaps } = stretch(from, to, room);
      const why = missing.stretch(values, gaps, from);
      const place = { segment: nth, rows: to - from };
      const kept = encodeBytes(why, missing.reasons.length);
      const isFull = kept.encoding === 'same' && kept.high === 0;
      insert({ part: 'values', ...place, ...encodeNumbers(values, isFull ? undefined : why) });
      insert({ part: 'missing', ...place, ...kept });
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

function originColumn({ origin, rows }: Frame): Column {
  return {
    type: 'codes',
    codes: origin,
    dictionary: [],
    missing: new Uint8Array(rows),
    reasons: [],
  };
}

/** What is missing in a stretch of rows, and why. */
interface StoredMissing {
  reasons: readonly string[];
  /** @param from the row of the first value */
  stretch(values: Stretch['values'], missing: Uint8Array, from: number): Uint8Array;
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
    stretch: (values, missing, from) => {
      if (misfit === 0 && empty === 0) return missing;
      const codes = missing.slice();
      for (; next < problems.length; next++) {
        const at = (problems[next] as CellNote).row - from;
        if (at >= codes.length) break;
        if (codes[at] !== 0) codes[at] = misfit;
      }
      for (let i = 0; empty > 0 && i < codes.length; i++) {
        if (Number.isNaN(values[i]) && codes[i] === 0) codes[i] = empty;
      }
      return codes;
    },
  };
}

function hasNaN({ values, missing }: NumberColumn): boolean {
  return values.some((value, row) => Number.isNaN(value) && missing[row] === 0);
}
