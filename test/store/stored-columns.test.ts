import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { frameColumns } from '../../src/columns/hot/frame-columns.ts';
import { type HotColumn, numberOf } from '../../src/columns/hot/hot-column.ts';
import { openHotTable } from '../../src/columns/hot/hot-table.ts';
import { PlainKernel } from '../../src/columns/kernel/plain-kernel.ts';
import { isoDate } from '../../src/model/calendar.ts';
import { missingReason, type Value, valueAt } from '../../src/model/column.ts';
import type { Frame } from '../../src/model/frame.ts';
import { UNWATCHED } from '../../src/model/project.ts';
import { Refusal } from '../../src/model/refusal.ts';
import {
  closeProjectFile,
  createProjectFile,
  type ProjectFile,
} from '../../src/store/project-file.ts';
import { SEGMENT_ROWS } from '../../src/store/segment-codec.ts';
import { storedColumns } from '../../src/store/stored-columns.ts';
import { tableNamed } from '../../src/store/tables.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { writeTable } from '../../src/store/write-table.ts';
import { frameOf } from '../columns/frames.ts';

const ROWS = SEGMENT_ROWS + 777;

const list = (of: (row: number) => Value) => Array.from({ length: ROWS }, (_, row) => of(row));

/** A second segment of its own sort in every column: wider, missing throughout, of finer decimals. */
const frame: Frame = frameOf({
  ward: { kind: 'category', values: list((row) => (row % 5 === 0 ? null : `ward ${row % 7}`)) },
  person: { kind: 'identifier', values: list((row) => `P-${row}`) },
  score: {
    kind: 'integer',
    values: list((row) => (row < SEGMENT_ROWS ? row % 28 : 100_000 + row)),
  },
  late: { kind: 'integer', values: list((row) => (row < SEGMENT_ROWS ? 2000 + (row % 9) : null)) },
  seen: {
    kind: 'date',
    values: list((row) => (row % 11 === 0 ? null : isoDate(19_000 + (row % 3000)))),
  },
  rate: {
    kind: 'decimal',
    values: list((row) => (row < SEGMENT_ROWS ? (row % 1000) / 10 : (row % 1000) / 1000)),
  },
  root: { kind: 'decimal', values: list((row) => Math.sqrt(row % 300)) },
  huge: { kind: 'integer', values: list((row) => 2 ** 40 * (row % 3)) },
  mixed: {
    kind: 'decimal',
    values: list((row) => (row < SEGMENT_ROWS ? (row % 50) / 10 : Math.sqrt(row % 30))),
  },
  far: {
    kind: 'decimal',
    values: list((row) => (row < SEGMENT_ROWS ? 1e9 + (row % 9) / 10 : (row % 9) / 1e6)),
  },
  never: { kind: 'decimal', values: list(() => null) },
});

let project: ProjectFile;

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-hot-'));
  project = createProjectFile(join(folder, 'p.attune'), 'P');
  const table = { name: 'visits', label: 'Visits', unit: 'visits', frame, notes: [] };
  await inTransaction(project, () =>
    writeTable(project.db, { ...table, origin: { made: 'import', files: [] } }, UNWATCHED),
  );
  return () => closeProjectFile(project);
});

function cellOf(column: HotColumn, row: number): Value | { reason: string | undefined } {
  const code = column.codes[row] as number;
  if (code < column.floor) return { reason: column.reasons[code] };
  if (column.scale.by === 'text') return column.texts()[code - column.floor] ?? null;
  const number = numberOf(column, code);
  return column.variable.kind === 'date' ? isoDate(number) : number;
}

const columnsOf = () => storedColumns(project.db, tableNamed(project.db, 'visits')) ?? [];

test.each([
  ['WebAssembly', undefined],
  ['TypeScript', (rows: number) => new PlainKernel(rows)],
])('every cell comes out of its segments as it went in (%s)', (_, makeKernel) => {
  const columns = columnsOf();
  expect(columns.map(({ variable }) => variable.name)).toEqual(
    frame.variables.map(({ name }) => name),
  );
  for (const source of [columns, frameColumns(frame)]) {
    const table = openHotTable(ROWS, source, makeKernel);
    for (const [at, { name }] of frame.variables.entries()) {
      const hot = table.column(name);
      const cold = frame.columns[at] as (typeof frame.columns)[number];
      for (let row = 0; row < ROWS; row++) {
        const reason = missingReason(cold, row);
        const found = cellOf(hot, row);
        const wanted = reason === null ? valueAt(cold, row) : { reason };
        const isSame = reason === null ? found === wanted : Object(found).reason === reason;
        if (!isSame) expect({ name, row, found }).toEqual({ name, row, found: wanted });
      }
    }
  }
});

test('codes are no wider than they need be, and never wider than was said', () => {
  const table = openHotTable(ROWS, columnsOf());
  const widths = frame.variables.map(({ name }) => table.column(name).codes.BYTES_PER_ELEMENT);
  expect(widths).toEqual([1, 4, 4, 1, 2, 4, 2, 1, 1, 1, 1]);
  expect(widths.reduce((sum: number, each) => sum + each, 0)).toBeLessThanOrEqual(
    table.plan.bytesPerRow,
  );
});

test('columns are read by turns, and a piece is whole until the next one', () => {
  const [first, second] = [columnsOf()[4], columnsOf()[4]].map((column) =>
    column?.pieces()[Symbol.iterator](),
  );
  const seen: number[] = [];
  for (;;) {
    const [one, other] = [first?.next().value, second?.next().value];
    if (!one || !other) break;
    expect(one.values).toEqual(other.values);
    expect(one.missing).toEqual(other.missing);
    seen.push(one.rows);
  }
  expect(seen).toEqual([SEGMENT_ROWS, ROWS - SEGMENT_ROWS]);
});

test.each([
  [
    'one too few',
    `DELETE FROM attune_segment WHERE column = 1 AND part = 'values' AND segment = 1`,
  ],
  ['one without its reasons', `DELETE FROM attune_segment WHERE column = 1 AND part = 'missing'`],
  [
    'one too many',
    `INSERT INTO attune_segment
     SELECT table_id, column, part, 2, rows, encoding, low, high, checksum, content
     FROM attune_segment WHERE column = 1 AND segment = 1`,
  ],
  [
    'reasons of another column',
    `UPDATE attune_segment SET content =
       (SELECT content FROM attune_segment WHERE column = 5 AND part = 'missing' AND segment = 0)
     WHERE column = 1 AND part = 'missing' AND segment = 0`,
  ],
])('segments that do not make up the column are refused: %s', (_, sql) => {
  project.db.prepare(sql).run();
  expect(() => openHotTable(ROWS, columnsOf()).column('ward')).toThrow(Refusal);
});

test('a damaged segment is refused, and columns of another version are not given', () => {
  const { db } = project;
  db.prepare(
    `UPDATE attune_segment SET content = zeroblob(length(content))
     WHERE column = 1 AND part = 'values' AND segment = 0`,
  ).run();
  expect(() => openHotTable(ROWS, columnsOf()).column('ward')).toThrow(Refusal);
  db.prepare('UPDATE attune_column SET version = version + 1').run();
  expect(storedColumns(db, tableNamed(db, 'visits'))).toBeUndefined();
});
