import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/model/calendar.ts';
import type { FilePreview, LoadedFile, PreviewCell } from '../../src/model/importing.ts';
import { fileOf, load, preview, valuesOf } from './fixtures.ts';

/** More different values than are judged one by one. */
const MANY = 9_000;
const NAMES = ['code', 'seen', 'score', 'note'];

function rows(): (string | number)[][] {
  return Array.from({ length: MANY }, (_, i) => [
    `HB-${String(i * 7).padStart(6, '0')}`,
    isoDate(-20_000 + i * 4),
    (1_000 + i * 10 + (i % 9) + 1) / 100,
    `spoke to family ${i} about sleep – é`,
  ]);
}

async function workbook(all: readonly (string | number)[][]): Promise<string> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Data');
  sheet.addRow(NAMES);
  sheet.addRows(all.map((cells) => cells));
  return fileOf(new Uint8Array(await book.xlsx.writeBuffer()), 'many.xlsx');
}

const text = (all: readonly (string | number)[][]) =>
  fileOf([NAMES, ...all].map((cells) => cells.join(',')).join('\n'));

/** What the preview shows of a column, against what is loaded in the same rows. */
function differences(shown: FilePreview, loaded: LoadedFile, name: string): string[] {
  const values = valuesOf(loaded, name);
  const at = shown.decisions.columns.findIndex((column) => column.name === name);
  const lines = new Map(Array.from(loaded.frame.origin, (line, row) => [line, row]));
  return shown.rows.flatMap(({ row, role, cells }) => {
    const cell = cells[at] as PreviewCell;
    if (role !== 'data') return [];
    const value = String(values[lines.get(row) ?? -1]);
    return cell.value === value && cell.state === 'ok' ? [] : [`${row}: ${cell.value} ${value}`];
  });
}

describe('a column of more values than are judged one by one', () => {
  test.each([
    ['text file', async () => text(rows())],
    ['workbook', () => workbook(rows())],
  ])('the preview shows what is loaded: %s', async (_, make) => {
    const file = await make();
    const [shown, loaded] = [await preview(file), await load(file)];
    expect(shown.decisions.columns.map(({ kind }) => kind)).toEqual([
      'identifier',
      'date',
      'decimal',
      'text',
    ]);
    expect(shown.rows.filter(({ role }) => role === 'data').length).toBeGreaterThan(90);
    for (const name of NAMES) expect(differences(shown, loaded, name)).toEqual([]);
    expect(valuesOf(loaded, 'score')).toEqual(rows().map((cells) => cells[2]));
  });

  test('are as many as there are, also those beyond the first rows', async () => {
    const once = Array.from({ length: 15_000 }, (_, i) => [
      `HB-${String(i).padStart(6, '0')}`,
      isoDate(i),
      i + 10_000,
      '',
    ]);
    const { frame } = await load(text([...once, ...once.toReversed()]));
    expect(frame.variables.map(({ kind }) => kind)).toEqual([
      'identifier',
      'date',
      'integer',
      'text',
    ]);
    expect(frame.variables[0]?.evidence).toContain('15,000 different values in 30,000 cells');
    const [codes] = frame.columns;
    expect(codes?.type === 'codes' && codes.dictionary.length).toBe(15_000);
  });

  test('numbers that a workbook stores as numbers have no doubtful point', async () => {
    const cells = Array.from({ length: MANY }, (_, i) => 1 + (i * 10 + 1) / 1_000);
    const book = await workbook(cells.map((score) => ['', '', score, '']));
    expect((await preview(book)).questions).toEqual([]);
    const written = text(cells.map((score) => ['', '', score.toFixed(3), '']));
    expect((await preview(written)).questions.map(({ question }) => question)).toEqual([
      '“score”: does the point divide thousands or decimals?',
    ]);
  });

  test('errors of a workbook are the same among many values as among few', async () => {
    const notes = async (n: number) => {
      const cells = Array.from({ length: n }, (_, i) => [
        i === 40 ? { error: '#REF!' as const } : `HB-${String(i).padStart(6, '0')}`,
      ]);
      const book = new ExcelJS.Workbook();
      book.addWorksheet('Data').addRows([['code'], ...cells]);
      const file = fileOf(new Uint8Array(await book.xlsx.writeBuffer()), 'errors.xlsx');
      return {
        notes: (await load(file)).notes,
        columns: (await preview(file)).columns[0]?.problems,
      };
    };
    const few = await notes(100);
    expect(few.notes).toMatchObject([{ row: 40, raw: '#REF!' }]);
    expect(await notes(MANY)).toEqual(few);
  });
});
