import { describe, expect, test } from 'vitest';
import {
  changeColumn,
  changeReading,
  columnLetter,
  lastLine,
  tableLabelFrom,
  tableNameFrom,
  toggleRequired,
  waitingCells,
  withGaps,
} from '../../renderer/import-changes.ts';
import type { PreviewRow } from '../../src/model/importing.ts';

const row = (at: number): PreviewRow => ({ row: at, role: 'data', cells: [] });

describe('changes to what is proposed', () => {
  test('a second change of a column keeps the first', () => {
    const first = changeColumn({}, { position: 3, kind: 'text' });
    const second = changeColumn(first, { position: 3, name: 'site' });
    expect(second.columns).toEqual([{ position: 3, kind: 'text', name: 'site' }]);
  });

  test('columns stay in the order of the file', () => {
    const later = changeColumn({}, { position: 9, keep: false });
    const both = changeColumn(later, { position: 2, keep: false });
    expect(both.columns?.map(({ position }) => position)).toEqual([2, 9]);
  });

  test('another header row drops what was decided about the columns, not the encoding', () => {
    const changes = changeColumn(
      { encoding: 'windows-1252', required: ['id'] },
      { position: 0, name: 'id' },
    );
    expect(changeReading(changes, { header: { row: 4, rows: 1 } })).toEqual({
      encoding: 'windows-1252',
      header: { row: 4, rows: 1 },
    });
  });

  test('a column that a row needs can be made optional again', () => {
    const needed = toggleRequired({}, [], 'id');
    expect(needed.required).toEqual(['id']);
    expect(toggleRequired(needed, ['id'], 'id').required).toEqual([]);
  });
});

test('rows that the preview leaves out are named as gaps', () => {
  expect(withGaps([row(1), row(2), row(6), row(8)])).toEqual([
    row(1),
    row(2),
    { from: 3, to: 5 },
    row(6),
    { from: 7, to: 7 },
    row(8),
  ]);
});

test('a record that runs over several lines leaves no gap behind it', () => {
  const long: PreviewRow = {
    row: 7,
    role: 'data',
    cells: [{ raw: 'one\r\ntwo\nthree', value: null, state: 'ok' }],
  };
  expect(withGaps([row(6), long, row(10)], true)).toEqual([
    { from: 1, to: 5 },
    row(6),
    long,
    row(10),
  ]);
  expect(withGaps([row(7), row(10)], true)).toContainEqual({ from: 8, to: 9 });
  expect(lastLine(long)).toBe(9);
});

test('cells that wait for an answer are told apart from those kept as text', () => {
  const cells = { total: 30, typed: 10, missing: 1, empty: 2, asText: 17 };
  const problems = [{ column: 'Age', reason: 'not a number', n: 5, firstRow: 9 }];
  expect(waitingCells({ cells, problems })).toBe(12);
});

describe('names of a new table', () => {
  test('the label comes from the sheet where there is one', () => {
    expect(tableLabelFrom('outcomes.xlsx', 'prfq_items')).toBe('Prfq items');
    expect(tableLabelFrom('referrals_2024.csv', null)).toBe('Referrals 2024');
  });

  test('the name is unlike those taken', () => {
    expect(tableNameFrom('Referrals (2024)', [])).toBe('referrals_2024');
    expect(tableNameFrom('Referrals', ['referrals', 'referrals_2'])).toBe('referrals_3');
    expect(tableNameFrom('!!!', [])).toBe('table');
  });
});

test('columns have the letters a spreadsheet gives them', () => {
  expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});
