import { describe, expect, test } from 'vitest';
import { codeColumn, dayColumn, numberColumn } from '../../src/columns/build.ts';
import { valueAt } from '../../src/model/column.ts';
import type { CellNote } from '../../src/model/receipt.ts';
import { Refusal } from '../../src/model/refusal.ts';
import { KIND, type Kind, type Variable } from '../../src/model/variable.ts';
import type { Sheet } from '../../src/reimport/sheet.ts';
import { stackSheets } from '../../src/reimport/stack-sheets.ts';
import { updateSheet } from '../../src/reimport/update-sheet.ts';

type Cells = readonly (string | number | null)[];

const variable = (name: string, kind: Kind): Variable => ({
  name,
  label: name,
  kind,
  level: KIND[kind].level,
  values: [],
  missing: [],
  evidence: '',
});

/** A sheet of columns; its rows come from rows 2, 3, 4 … of a file. */
function sheetOf(
  columns: readonly [string, Kind, Cells][],
  notes: readonly CellNote[] = [],
): Sheet {
  const rows = columns[0]?.[2].length ?? 0;
  return {
    frame: {
      rows,
      variables: columns.map(([name, kind]) => variable(name, kind)),
      columns: columns.map(([, kind, cells]) => {
        const numbers = cells as (number | null)[];
        if (kind === 'integer' || kind === 'decimal') return numberColumn(numbers);
        return kind === 'date' ? dayColumn(numbers) : codeColumn(cells as (string | null)[]);
      }),
      origin: Uint32Array.from({ length: rows }, (_, row) => row + 2),
    },
    notes,
  };
}

const cellsOf = ({ frame }: Sheet) =>
  Array.from({ length: frame.rows }, (_, row) => frame.columns.map((each) => valueAt(each, row)));

const TABLE = sheetOf(
  [
    ['id', 'identifier', ['a', 'b', 'c']],
    ['score', 'integer', [1, 2, 3]],
    ['site', 'category', ['North', 'South', null]],
  ],
  [{ row: 1, column: 1, raw: '2.0', kind: 'raw', reason: '' }],
);

function update(file: Sheet, blanksOverwrite = false, key = ['id']) {
  return updateSheet(stackSheets(TABLE, file), { key, blanksOverwrite }, { table: 't' });
}

function refusalOf(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('stacking', () => {
  test('columns are matched by name, cells that a side lacks are blank, origins stay', () => {
    const file = sheetOf(
      [
        ['Site', 'text', ['South', 'West']],
        ['weight', 'decimal', [3.5, null]],
        ['ID', 'identifier', ['c', 'd']],
      ],
      [{ row: 1, column: 1, raw: 'heavy', kind: 'problem', reason: 'not a number' }],
    );
    const stacked = stackSheets(TABLE, file);
    expect(stacked.frame.variables.map(({ name }) => name)).toEqual([
      'id',
      'score',
      'site',
      'weight',
    ]);
    expect(cellsOf(stacked)).toEqual([
      ['a', 1, 'North', null],
      ['b', 2, 'South', null],
      ['c', 3, null, null],
      ['c', null, 'South', 3.5],
      ['d', null, 'West', null],
    ]);
    expect([...stacked.frame.origin]).toEqual([2, 3, 4, 2, 3]);
    expect(stacked.notes.map(({ row, column }) => [row, column])).toEqual([
      [1, 1],
      [4, 3],
    ]);
    expect([stacked.added, stacked.lacking]).toEqual([['weight'], ['score']]);
  });

  test('a date does not become a number', () => {
    const file = sheetOf([['score', 'date', [18_000]]]);
    expect(refusalOf(() => stackSheets(TABLE, file))).toMatchObject({
      code: 'kind-differs',
      message: 'In the table score is whole number, in this file date.',
    });
  });
});

describe('update by key', () => {
  const file = sheetOf(
    [
      ['id', 'identifier', ['c', 'b', 'd']],
      ['score', 'integer', [30, 2, 4]],
      ['site', 'category', ['West', null, 'East']],
    ],
    [{ row: 2, column: 2, raw: ' East', kind: 'raw', reason: '' }],
  );

  test('new, changed, unchanged and gone rows, and every changed cell', () => {
    const { sheet, comparison } = update(file);
    expect(comparison).toEqual({
      new: 1,
      changed: 1,
      unchanged: 1,
      gone: 1,
      cellsChanged: 2,
      blanksKept: 1,
      changes: [
        { key: ['c'], row: 3, fileRow: 2, variable: 'score', from: '3', to: '30' },
        { key: ['c'], row: 3, fileRow: 2, variable: 'site', from: '', to: 'West' },
      ],
    });
    expect(cellsOf(sheet)).toEqual([
      ['a', 1, 'North'],
      ['b', 2, 'South'],
      ['c', 30, 'West'],
      ['d', 4, 'East'],
    ]);
    expect([...sheet.frame.origin]).toEqual([2, 3, 4, 4]);
    expect(sheet.notes.map(({ row, column, raw }) => [row, column, raw])).toEqual([
      [1, 1, '2.0'],
      [3, 2, ' East'],
    ]);
  });

  test('blanks overwrite when they are told to', () => {
    const { sheet, comparison } = update(file, true);
    expect(comparison).toMatchObject({ changed: 2, unchanged: 0, cellsChanged: 3, blanksKept: 0 });
    expect(comparison.changes[2]).toMatchObject({
      key: ['b'],
      variable: 'site',
      from: 'South',
      to: '',
    });
    expect(cellsOf(sheet)[1]).toEqual(['b', 2, null]);
  });

  test('the same file again changes nothing', () => {
    const { sheet, comparison } = update(TABLE, true);
    expect(comparison).toMatchObject({ new: 0, changed: 0, unchanged: 3, gone: 0, changes: [] });
    expect(cellsOf(sheet)).toEqual(cellsOf(TABLE));
    expect(sheet.notes).toEqual(TABLE.notes);
  });

  test('a text that does not fit and a missing code overwrite, and say what they are', () => {
    const next = sheetOf(
      [
        ['id', 'identifier', ['a', 'b']],
        ['score', 'integer', [null, null]],
      ],
      [
        { row: 0, column: 1, raw: 'x', kind: 'problem', reason: 'not a whole number' },
        { row: 1, column: 1, raw: '99', kind: 'missing-code', reason: 'refused' },
      ],
    );
    const { sheet, comparison } = update(next);
    expect(comparison.changes.map(({ from, to }) => [from, to])).toEqual([
      ['1', 'x (did not fit)'],
      ['2', '99 (refused)'],
    ]);
    expect(sheet.notes.map(({ row, raw }) => [row, raw])).toEqual([
      [0, 'x'],
      [1, '99'],
    ]);
    const again = updateSheet(stackSheets(sheet, next), { key: ['id'], blanksOverwrite: true }, {});
    expect(again.comparison.cellsChanged).toBe(0);
  });

  test('two variables can make the key', () => {
    const long = sheetOf([
      ['id', 'identifier', ['a', 'a']],
      ['time', 'category', ['before', 'after']],
      ['score', 'integer', [1, 2]],
    ]);
    const next = sheetOf([
      ['id', 'identifier', ['a', 'b']],
      ['time', 'category', ['after', 'before']],
      ['score', 'integer', [5, 6]],
    ]);
    const options = { key: ['id', 'time'], blanksOverwrite: false };
    const { comparison } = updateSheet(stackSheets(long, next), options, {});
    expect(comparison).toMatchObject({ new: 1, changed: 1, gone: 1 });
    const refusal = refusalOf(() =>
      updateSheet(stackSheets(long, next), { ...options, key: ['id'] }, {}),
    );
    expect(refusal).toMatchObject({
      code: 'key-repeats',
      message: 'id is no key of the table: it repeats in a (rows 1, 2).',
      details: { side: 'table', repeated: 1, duplicates: [{ key: ['a'], rows: [1, 2] }] },
    });
  });

  test('the key must be one in the file too', () => {
    const twice = sheetOf([['id', 'identifier', ['d', 'e', 'd', 'd']]]);
    expect(refusalOf(() => update(twice)).message).toBe(
      'id is no key of the file: it repeats in d (rows 2, 4, 5).',
    );
    const blank = sheetOf([['id', 'identifier', ['d', null]]]);
    expect(refusalOf(() => update(blank))).toMatchObject({
      code: 'key-blank',
      message: 'id has no value in row 3 of the file.',
    });
    expect(refusalOf(() => update(file, false, [])).code).toBe('no-key');
    expect(refusalOf(() => update(file, false, ['nhs'])).code).toBe('unknown-variable');
    const other = sheetOf([['score', 'integer', [1]]]);
    expect(refusalOf(() => update(other)).message).toBe('The key id is not in this file.');
  });

  test('only the first 200 changed cells are listed, all are counted', () => {
    const n = 500;
    const ids = Array.from({ length: n }, (_, i) => `p${i}`);
    const make = (by: number) =>
      sheetOf([
        ['id', 'identifier', ids],
        ['score', 'integer', ids.map((_, i) => i * by)],
      ]);
    const stacked = stackSheets(make(1), make(2));
    const { comparison } = updateSheet(stacked, { key: ['id'], blanksOverwrite: false }, {});
    expect(comparison.changes).toHaveLength(200);
    expect(comparison).toMatchObject({ changed: 499, unchanged: 1, cellsChanged: 499 });
  });
});
