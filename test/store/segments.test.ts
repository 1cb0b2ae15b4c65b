import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { CellPattern } from '../../src/model/cell-pattern.ts';
import { type Column, missingReason, packedColumn, valueAt } from '../../src/model/column.ts';
import type { Frame } from '../../src/model/frame.ts';
import { keyedTexts } from '../../src/model/keyed-texts.ts';
import { UNWATCHED } from '../../src/model/project.ts';
import type { CellNote } from '../../src/model/receipt.ts';
import { KIND, type Kind, type Variable } from '../../src/model/variable.ts';
import { forgetChanges } from '../../src/store/changes.ts';
import { hideTable } from '../../src/store/hidden-tables.ts';
import { decodeKeyed, encodeKeyed } from '../../src/store/keyed-segment.ts';
import { createProjectFile, openProjectFile } from '../../src/store/project-file.ts';
import { readPage } from '../../src/store/read-page.ts';
import { readRows } from '../../src/store/read-rows.ts';
import { readSegments } from '../../src/store/read-segments.ts';
import { readFrame } from '../../src/store/read-table.ts';
import {
  decodeNumbers,
  decodeRows,
  encodeBytes,
  encodeNumbers,
  SEGMENT_ROWS,
} from '../../src/store/segment-codec.ts';
import { tableNamed, updateVariables } from '../../src/store/tables.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { writeTable } from '../../src/store/write-table.ts';

const ROWS = SEGMENT_ROWS + 1234;

const variable = (name: string, kind: Kind): Variable => ({
  name,
  label: name,
  kind,
  level: KIND[kind].level,
  values: [],
  missing: [],
  evidence: '',
});

/** Every seventh row empty, every eleventh not known. */
const missing = () =>
  Uint8Array.from({ length: ROWS }, (_, row) => (row % 7 === 0 ? 1 : row % 11 === 0 ? 2 : 0));
const reasons = ['empty', 'not known'];
const present = { missing: new Uint8Array(ROWS), reasons: [] as string[] };

const numbers = (of: (row: number) => number, gaps = missing()): Column => ({
  type: 'numbers',
  values: Float64Array.from({ length: ROWS }, (_, row) => (gaps[row] ? Number.NaN : of(row))),
  missing: gaps,
  reasons,
});

const codes = (distinct: number, text: (code: number) => string): Column => ({
  type: 'codes',
  codes: Uint32Array.from({ length: ROWS }, (_, row) => row % distinct),
  dictionary: Array.from({ length: distinct }, (_, code) => text(code)),
  ...present,
});

/** Texts that are written like an example, each once: its digits make a number between 0 and `high`. */
const keyed = (example: string, high: number): Column => {
  const pattern = CellPattern.of(Buffer.from(example)) as CellPattern;
  const keys = Float64Array.from({ length: ROWS }, (_, row) => (row * 149_621) % high);
  const texts = keyedTexts(pattern, example === '7' ? keys.map((_, row) => row + 1) : keys);
  return packedColumn({
    codes: Uint32Array.from({ length: ROWS }, (_, row) => row),
    ...present,
    texts,
  });
};

const COLUMNS: readonly [Kind, Column][] = [
  ['integer', numbers((row) => row % 200)],
  ['integer', numbers((row) => -5_000_000_000 + row)],
  ['integer', numbers((row) => (row - 3) * 40_000)],
  ['decimal', numbers((row) => (row - 100) / 8)],
  ['decimal', numbers((row) => (row === 1 ? -0 : row / 3))],
  ['decimal', numbers(() => 4)],
  ['decimal', numbers(() => 4, new Uint8Array(ROWS).fill(1))],
  ['integer', numbers((row) => (row % 2) * Number.MAX_SAFE_INTEGER)],
  ['yesno', numbers((row) => row % 2)],
  [
    'date',
    {
      type: 'days',
      values: Int32Array.from({ length: ROWS }, (_, row) => row - 30_000),
      ...present,
    },
  ],
  ['category', codes(3, (code) => ['Attended', '__proto__', 'café 😊'][code] ?? '')],
  ['identifier', codes(300, (code) => `HB-${code}`)],
  ['text', codes(ROWS, (code) => `note ${code}${code === 40_000 ? ' – é' : ''}`)],
  ['identifier', keyed('7', ROWS)],
  ['identifier', keyed('HB-000001', 999_983)],
  ['identifier', keyed('999 000 0000', 9_990_000_017)],
  ['datetime', codes(ROWS, (code) => `2024-01-01T${code}`)],
];

const NOTES: readonly CellNote[] = [
  { row: 7, column: 0, raw: 'x', kind: 'problem', reason: 'not a whole number: “x”' },
  { row: 2, column: 3, raw: '1.50', kind: 'raw', reason: '' },
];

const frame: Frame = {
  rows: ROWS,
  origin: Uint32Array.from({ length: ROWS }, (_, row) => row * 3 + 2),
  variables: COLUMNS.map(([kind], at) => variable(`v${at}`, kind)),
  columns: COLUMNS.map(([, column]) => column),
};

const firstColumns = (all: Frame, n: number): Frame => ({
  ...all,
  variables: all.variables.slice(0, n),
  columns: all.columns.slice(0, n),
});

/** Columns that something is done to; the others hold many texts, which take long to read from rows. */
const DAMAGED = 13;

const folder = mkdtempSync(join(tmpdir(), 'attune-'));
const [whole, narrow] = [join(folder, 'whole.attune'), join(folder, 'narrow.attune')];
/** What the rows of the whole table say. */
let rows: Frame;
let copies = 0;

async function write(path: string, table: Frame) {
  const file = createProjectFile(path, 'P');
  const about = { name: 't', label: 'T', unit: 'rows', notes: NOTES };
  await inTransaction(file, () =>
    writeTable(
      file.db,
      { ...about, frame: table, origin: { made: 'import', files: [] } },
      UNWATCHED,
    ),
  );
  return file;
}

beforeAll(async () => {
  const { db } = await write(whole, frame);
  rows = readRows(db, tableNamed(db, 't'));
  db.close();
  (await write(narrow, firstColumns(frame, DAMAGED))).db.close();
});

/** A project of its own, as it was written. */
function project(written = whole) {
  const path = join(folder, `${++copies}.attune`);
  copyFileSync(written, path);
  return openProjectFile(path);
}

/** The first cell that differs, which says more than two million cells side by side. */
function difference(one: Frame, other: Frame): string | undefined {
  if (one.rows !== other.rows) return `${one.rows} rows, ${other.rows} rows`;
  for (let row = 0; row < one.rows; row++) {
    if (one.origin[row] !== other.origin[row]) return `origin of row ${row}`;
  }
  for (const [at, column] of one.columns.entries()) {
    const twin = other.columns[at] as Column;
    for (let row = 0; row < one.rows; row++) {
      const [value, own] = [valueAt(column, row), valueAt(twin, row)];
      const isSame = value === own && missingReason(column, row) === missingReason(twin, row);
      if (isSame) continue;
      return `column ${at}, row ${row}: ${cellOf(column, row)} and ${cellOf(twin, row)}`;
    }
  }
  return undefined;
}

const cellOf = (column: Column, row: number) =>
  `${valueAt(column, row)} ${missingReason(column, row)}`;

function madeAgain(db: Database, damage: string, from: Frame): void {
  db.exec(damage);
  const table = tableNamed(db, 't');
  expect(readSegments(db, table)).toBeUndefined();
  expect(difference(readFrame(db, table), from)).toBeUndefined();
  const again = readSegments(db, table);
  expect(again && difference(again, from)).toBeUndefined();
}

describe('segments', () => {
  test.each([
    ['u8', (row: number) => row % 256],
    ['u8', (row: number) => 1e12 - (row % 256)],
    ['u16', (row: number) => -(row % 65_536)],
    ['u32', (row: number) => row * 60_000],
    ['f64', (row: number) => row * 4_000_000],
    ['f64', (row: number) => row / 7],
    ['u8/10', (row: number) => ((row % 9) - 4) / 10],
    ['u16/100', (row: number) => (row % 20_000) / 100],
    ['u32/1000', (row: number) => 1_000_000 - (row * 7) / 1_000],
    ['u8/1000000', (row: number) => (row % 200) / 1_000_000],
    ['f64', (row: number) => (row % 200) / 10_000_000],
    ['f64', (row: number) => 2 ** 50 + (row % 2) / 4],
    ['f64', (row: number) => (row === 700 ? Number.NaN : 0.5)],
    ['f64', (row: number) => (row === 700 ? Number.POSITIVE_INFINITY : 0.5)],
    ['same', () => -17],
    ['step', (i) => i - 40_000],
  ])('%s holds numbers exactly', (encoding, of) => {
    const values = Float64Array.from({ length: 70_000 }, (_, row) => of(row));
    const encoded = encodeNumbers(values.subarray(10, 65_010));
    expect(encoded.encoding).toBe(encoding);
    const back = new Float64Array(70_000);
    expect(decodeNumbers(encoded, back, 10, 65_000)).toBe(true);
    expect(back.subarray(10, 65_010).every((value, i) => Object.is(value, values[i + 10]))).toBe(
      true,
    );
    expect(decodeNumbers(encoded, back, 0, 1)).toBe(encoding === 'same' || encoding === 'step');
    for (const [first, n] of [
      [0, 3],
      [13, 1],
      [77, 1_000],
      [64_990, 10],
    ] as const) {
      const some = new Float64Array(n + 2);
      expect(decodeRows({ ...encoded, rows: 65_000 }, first, n, some, 1)).toBe(true);
      expect(some.subarray(1, n + 1)).toEqual(values.subarray(10 + first, 10 + first + n));
    }
  });

  test('hold texts that are written alike as the numbers of their digits', async () => {
    const { db } = project();
    const kept = db
      .prepare(
        `SELECT column, encoding, max(length(content)) AS bytes FROM attune_segment
         WHERE part = 'texts' AND encoding LIKE 'texts by key%' GROUP BY column, encoding`,
      )
      .all();
    expect(kept).toEqual([
      { column: 14, encoding: 'texts by key step', bytes: 8 },
      { column: 15, encoding: 'texts by key u32', bytes: 16 + SEGMENT_ROWS * 4 },
      { column: 16, encoding: 'texts by key f64', bytes: 16 + SEGMENT_ROWS * 8 },
    ]);
  });

  test.each([
    ['no content', { content: new Uint8Array(0) }],
    ['a template that does not end', { content: Uint8Array.of(0, 200, 65, 66) }],
    ['too few numbers', { content: new Uint8Array(8), rows: 3 }],
    ['an encoding that is none', { encoding: 'texts by key u12' }],
  ])('with keys of texts and %s are not read', (_, change) => {
    const texts = keyedTexts(
      CellPattern.of(Buffer.from('A-01')) as CellPattern,
      Float64Array.of(7, 9),
    );
    const encoded = { rows: 2, ...encodeKeyed(texts, 0, 2) };
    expect(decodeKeyed(encoded)?.all()).toEqual(['A-07', 'A-09']);
    expect(decodeKeyed({ ...encoded, ...change })).toBeUndefined();
  });

  test.each([
    ['bits', 2, (row: number) => (row % 3 === 0 ? 2 : 0)],
    ['bits', 255, (row: number) => (row === 64_999 ? 255 : 0)],
    ['u8', 2, (row: number) => row % 3],
    ['u8', 3, (row: number) => 2 + (row % 2)],
    ['same', 4, () => 3],
  ])('%s holds why values are missing', (encoding, most, of) => {
    for (const n of [64_993, 65_000]) {
      const values = Uint8Array.from({ length: n }, (_, row) => of(row + 65_000 - n));
      const encoded = encodeBytes(values, most);
      expect(encoded.encoding).toBe(encoding);
      const back = new Uint8Array(n + 20).fill(77);
      expect(decodeNumbers(encoded, back, 10, n)).toBe(true);
      expect(back.subarray(10, n + 10)).toEqual(values);
      const some = new Uint8Array(30);
      expect(decodeRows({ ...encoded, rows: n }, n - 33, 30, some, 0)).toBe(true);
      expect(some).toEqual(values.subarray(n - 33, n - 3));
      expect([...back.subarray(0, 10), ...back.subarray(n + 10)].every((v) => v === 77)).toBe(true);
    }
  });

  test.each(['u24', 'u8/7', 'f64/10', 'bits/10', 'toString', 'u8/10/10', ''])(
    'an encoding that there is not (%s) is not read',
    (encoding) => {
      const content = new Uint8Array(8);
      const numbers = { encoding, low: 0, high: 9, content };
      expect(decodeNumbers(numbers, new Float64Array(8), 0, 8)).toBe(false);
    },
  );

  test('give back every kind of column exactly as the rows do', async () => {
    const { db } = project();
    const table = tableNamed(db, 't');
    const segments = readSegments(db, table);
    expect(segments && difference(segments, rows)).toBeUndefined();
    expect(valueAt(rows.columns[12] as Column, 40_000)).toBe('note 40000 – é');
    const dictionaries = [rows, segments ?? rows].map(({ columns }) =>
      columns.map((column) => (column.type === 'codes' ? [...column.dictionary].sort() : [])),
    );
    expect(dictionaries[0]).toEqual(dictionaries[1]);
  });

  test.each([
    [0, 100],
    [SEGMENT_ROWS - 50, SEGMENT_ROWS + 50],
    [ROWS - 10, ROWS + 90],
    [ROWS, ROWS + 5],
  ])('give single pages, rows %i to %i', async (from, to) => {
    const { db } = project();
    const table = tableNamed(db, 't');
    const page = readPage(db, table, from, to);
    expect(page?.rows).toBe(Math.min(to, ROWS) - from);
    for (const [at, column] of (page?.columns ?? []).entries()) {
      const own = rows.columns[at] as Column;
      for (let row = from; row < Math.min(to, ROWS); row++) {
        expect(valueAt(column, row - from)).toBe(valueAt(own, row));
        expect(missingReason(column, row - from)).toBe(missingReason(own, row));
        expect(page?.origin[row - from]).toBe(rows.origin[row]);
      }
    }
  });

  test.each([
    [
      'a flipped bit',
      `UPDATE attune_segment SET content = zeroblob(length(content))
      WHERE column = 1 AND part = 'values' AND segment = 1`,
    ],
    [
      'a cut segment',
      `UPDATE attune_segment SET content = substr(content, 1, 100) WHERE column = 4`,
    ],
    ['an absent segment', `DELETE FROM attune_segment WHERE column = 10 AND segment = 1`],
    ['absent texts', `DELETE FROM attune_segment WHERE column = 13 AND part = 'texts'`],
    [
      'two segments in each other’s place',
      `UPDATE attune_segment SET segment = segment + 1000 WHERE column = 11 AND part = 'missing';
       UPDATE attune_segment SET column = 11 WHERE column = 12 AND part = 'missing';
       UPDATE attune_segment SET column = 12, segment = segment - 1000
       WHERE column = 11 AND part = 'missing' AND segment >= 1000`,
    ],
    ['another minimum', `UPDATE attune_segment SET low = low + 1 WHERE column = 2`],
    ['other reasons', `UPDATE attune_column SET reasons = '["x","y"]' WHERE column = 1`],
    ['an absent column', `DELETE FROM attune_column WHERE column = 5`],
  ])('with %s are made again from the rows', (_, damage) => {
    const { db, path } = project(narrow);
    madeAgain(db, damage, firstColumns(rows, DAMAGED));
    db.exec(damage);
    db.close();
    const readOnly = openProjectFile(path, { readOnly: true });
    const frameAgain = readFrame(readOnly.db, tableNamed(readOnly.db, 't'));
    expect(valueAt(frameAgain.columns[12] as Column, 3)).toBe('note 3');
  });

  test('of an older version are made again from the rows, whatever they hold', () => {
    const { db, path } = project();
    madeAgain(db, 'UPDATE attune_table SET version = version + 1', rows);
    db.exec('UPDATE attune_table SET version = version + 2');
    db.close();
    const readOnly = openProjectFile(path, { readOnly: true });
    expect(difference(readFrame(readOnly.db, tableNamed(readOnly.db, 't')), rows)).toBeUndefined();
  });

  test('outlive a change of labels and go with their table', async () => {
    const { db } = project();
    const table = tableNamed(db, 't');
    updateVariables(
      db,
      table,
      table.variables.map((v) => ({ ...v, label: `${v.name}!` })),
    );
    expect(readSegments(db, tableNamed(db, 't'))?.variables[0]?.label).toBe('v0!');
    hideTable(db, tableNamed(db, 't'));
    forgetChanges(db);
    for (const name of ['attune_column', 'attune_segment']) {
      expect(db.prepare(`SELECT count(*) FROM ${name}`).pluck().get()).toBe(0);
    }
  });

  test('of a removed table are never taken for those of the next', async () => {
    const file = project();
    const first = tableNamed(file.db, 't');
    hideTable(file.db, first);
    await inTransaction(file, () =>
      writeTable(
        file.db,
        { name: 't', label: 'T', unit: 'rows', frame, notes: [], origin: first.origin },
        UNWATCHED,
      ),
    );
    expect(tableNamed(file.db, 't').id).toBeGreaterThan(first.id);
  });
});
