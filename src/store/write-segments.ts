import { type Column, EMPTY } from '../model/column.ts';
import type { Frame } from '../model/frame.ts';
import type { CellNote } from '../model/importing.ts';
import type { Connection } from './connection.ts';
import { DID_NOT_FIT } from './read-rows.ts';
import { columnChecksum, type Segment, segmentChecksum } from './segment-check.ts';
import { encodeNumbers, SEGMENT_ROWS } from './segment-codec.ts';
import { encodeTexts } from './segment-texts.ts';

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
  for (const [at, column] of columns.entries()) {
    const missing = storedMissing(column, problems.get(at - 1) ?? []);
    const reasons = JSON.stringify(missing.reasons);
    const texts = column.type === 'codes' ? (column.texts ?? column.dictionary) : [];
    const size = 'size' in texts ? texts.size : texts.length;
    const checksum = columnChecksum(column.type, reasons, size);
    insertColumn.run(id, at, version, column.type, reasons, size, checksum);
    for (const segment of segmentsOf(column, missing.codes, frame.rows, texts, size)) {
      const { part, segment: nth, rows, encoding, low, high, content } = segment;
      const sum = segmentChecksum(id, at, segment);
      insertSegment.run(id, at, part, nth, rows, encoding, low, high, sum, content);
      yield;
    }
  }
}

function* segmentsOf(
  column: Column,
  missing: Uint8Array,
  rows: number,
  texts: Parameters<typeof encodeTexts>[0],
  size: number,
): Generator<Segment> {
  const values = column.type === 'codes' ? column.codes : column.values;
  for (let nth = 0, from = 0; from < rows; nth++, from += SEGMENT_ROWS) {
    const to = Math.min(rows, from + SEGMENT_ROWS);
    const at = { segment: nth, rows: to - from };
    yield { part: 'values', ...at, ...encodeNumbers(values, from, to, missing) };
    yield { part: 'missing', ...at, ...encodeNumbers(missing, from, to) };
  }
  for (let nth = 0, from = 0; from < size; nth++, from += SEGMENT_ROWS) {
    const to = Math.min(size, from + SEGMENT_ROWS);
    const content = encodeTexts(texts, from, to);
    const at = { segment: nth, rows: to - from };
    yield { part: 'texts', ...at, encoding: 'texts', low: 0, high: 0, content };
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

/**
 * What is missing and why, as the rows and their notes say it: a cell that did not fit is missing for
 * that reason, and a number that is none is empty.
 */
function storedMissing(
  column: Column,
  problems: readonly CellNote[],
): { codes: Uint8Array; reasons: readonly string[] } {
  const hasNaN =
    column.type === 'numbers' &&
    column.values.some((value, row) => Number.isNaN(value) && column.missing[row] === 0);
  if (problems.length === 0 && !hasNaN) return { codes: column.missing, reasons: column.reasons };
  const codes = column.missing.slice();
  const reasons = [...column.reasons];
  const codeOf = (reason: string) => {
    const at = reasons.indexOf(reason);
    return Math.min(255, at >= 0 ? at + 1 : reasons.push(reason));
  };
  const misfit = problems.length > 0 ? codeOf(DID_NOT_FIT) : 0;
  for (const { row } of problems) if (codes[row] !== 0) codes[row] = misfit;
  if (hasNaN) {
    const empty = codeOf(EMPTY);
    for (const [row, value] of column.values.entries()) {
      if (Number.isNaN(value) && codes[row] === 0) codes[row] = empty;
    }
  }
  return { codes, reasons };
}
