import { describe, expect, test } from 'vitest';
import { valueAt } from '../../src/model/column.ts';
import type { LoadedFile } from '../../src/model/importing.ts';
import { bookOf, fileOf, load, preview, sheetRow } from './fixtures.ts';

const MESSY = `Harbour referrals;;;;;
Run 29/02/2024

ID;Site;Received;Score;Seen;Note
HB-0001;007;03/04/2021;1,5;Yes;plain
HB-0002;012;25/04/2021;2,5;No;"two
lines ""quoted"""
HB-0003;007;31/02/2021;NK;Y; spaced 
HB-0004;007;2021-05-06;3,25;no;

HB-0005;007;01/01/2021;9;no
HB-0006;007;01/01/2021;9;no;b
Total;;;6;;
`;

/** Sums that hold for every load, counted from the frame and not from the receipt. */
function expectSums({ frame, notes, receipt }: LoadedFile): void {
  const { read, loaded, quarantined, skipped, blank, cells } = receipt;
  expect(loaded + quarantined + skipped + blank).toBe(read);
  expect(frame.rows).toBe(loaded);
  expect(receipt.quarantine).toHaveLength(quarantined);
  let present = 0;
  for (const column of frame.columns) {
    expect(column.missing).toHaveLength(frame.rows);
    for (let row = 0; row < frame.rows; row++) if (valueAt(column, row) !== null) present++;
  }
  expect(cells.typed).toBe(present);
  expect(cells.total).toBe(frame.rows * frame.columns.length);
  expect(cells.typed + cells.missing + cells.empty + cells.asText).toBe(cells.total);
  expect(notes.filter(({ kind }) => kind === 'problem')).toHaveLength(cells.asText);
  expect(notes.filter(({ kind }) => kind === 'missing-code')).toHaveLength(cells.missing);
}

describe('receipt', () => {
  test('adds up for a messy file', async () => {
    const loaded = await load(fileOf(MESSY));
    expectSums(loaded);
    expect(loaded.receipt).toMatchObject({
      read: 12,
      loaded: 5,
      quarantined: 1,
      skipped: 4,
      blank: 2,
    });
    expect(loaded.receipt.cells).toEqual({ total: 30, typed: 27, missing: 1, empty: 1, asText: 1 });
  });

  test('the hash is that of the bytes', async () => {
    const { receipt } = await load(fileOf('a,b\n1,2\n'));
    expect(receipt.sha256).toBe('492d5ea496056f1a6a6592241032fab764c321596317930b4fa0e1e8bc3b7470');
    expect(receipt.bytes).toBe(8);
  });
});

describe('preview and load', () => {
  const books = {
    text: () => fileOf(MESSY),
    workbook: () =>
      bookOf({
        rows: sheetRow(1, ['id', 'n']) + [2, 3, 4].map((i) => sheetRow(i, [`HB-${i}`, i])).join(''),
      }),
  };

  test.each(Object.entries(books))('are the same for a %s', async (_, make) => {
    const file = make();
    const shown = await preview(file);
    const loaded = await load(file);
    expect(shown.decisions).toEqual(loaded.decisions);
    expect(shown.receipt).toEqual(loaded.receipt);
    const data = shown.rows.filter(({ role }) => role === 'data');
    expect(data.map(({ row }) => row)).toEqual([...loaded.frame.origin]);
    for (const [row, { cells }] of data.entries()) {
      const values = loaded.frame.columns.map((column) => valueAt(column, row));
      expect(cells.map(({ value }) => value)).toEqual(
        values.map((value) => (value === null ? null : String(value))),
      );
    }
    expect(shown.columns.map(({ evidence }) => evidence)).toEqual(
      loaded.frame.variables.map(({ evidence }) => evidence),
    );
  });

  test('rows with problems are shown however far down they stand', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => `${i},${i === 4321 ? 'many' : i}`);
    const shown = await preview(fileOf(`id,n\n${rows.join('\n')}\n`));
    const last = shown.rows.at(-1);
    expect(last).toMatchObject({ row: 4323, role: 'data' });
    expect(last?.cells[1]).toEqual({
      raw: 'many',
      value: null,
      state: 'problem',
      reason: 'not a whole number: “many”',
    });
    expect(shown.rows).toHaveLength(102);
  });
});
