import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { loadFile } from '../../src/import/load-file.ts';
import { loadStack, sheetReadings, stackReading } from '../../src/import/load-stack.ts';
import { previewFile } from '../../src/import/preview-file.ts';
import { UNWATCHED } from '../../src/model/project.ts';
import { fileOf, refusalOf, valuesOf } from './fixtures.ts';

const A = 'Title,,\n\nid,seen,score\nHB1,03/04/2021,1\nHB2,05/06/2021,2\nTotal,,3\n';
const B = 'ID;Score;note;seen\nHB7;1,5;x;25/04/2022\n\nHB8;2,5;y;26/04/2022\nHB9;3\n';

describe('several files as one table', () => {
  const files = () => [
    { file: fileOf(A, 'a.csv') },
    { file: fileOf(Buffer.from(B.replace('x', 'caf\xe9'), 'latin1'), 'b.csv') },
  ];

  test('columns by heading, kinds over all rows, where each row came from', async () => {
    const readings = files();
    const loaded = await loadStack(readings);
    expect(loaded.frame.variables.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'id identifier',
      'seen date',
      'score decimal',
      'note text',
      'source_file category',
      'source_row integer',
    ]);
    // Day first is proven by the second file only.
    expect(valuesOf(loaded, 'seen')).toEqual([
      '2021-04-03',
      '2021-06-05',
      '2022-04-25',
      '2022-04-26',
    ]);
    expect(valuesOf(loaded, 'score')).toEqual([1, 2, 1.5, 2.5]);
    expect(valuesOf(loaded, 'note')).toEqual([null, null, 'café', 'y']);
    expect(valuesOf(loaded, 'source_row')).toEqual([4, 5, 2, 4]);
    expect(
      valuesOf(loaded, 'source_file').map((name) => String(name).replace(/^\d+-/, '')),
    ).toEqual(['a.csv', 'a.csv', 'b.csv', 'b.csv']);
  });

  test('the receipt adds up as a whole and for each file, and tells what is blank', async () => {
    const { receipt } = await loadStack(files());
    expect(receipt).toMatchObject({ read: 11, loaded: 4, quarantined: 1, skipped: 4, blank: 2 });
    expect(
      receipt.parts?.map(({ read, loaded, quarantined, skipped, blank }) => [
        read,
        loaded,
        quarantined,
        skipped,
        blank,
      ]),
    ).toEqual([
      [6, 2, 0, 3, 1],
      [5, 2, 1, 1, 1],
    ]);
    const texts = receipt.notices?.map(({ text }) => text.replace(/\d+-(?=[ab]\.csv)/g, ''));
    expect(texts).toEqual(['a.csv has no column “note”: blank in its 2 rows.']);
    expect(receipt.quarantine[0]?.reason).toMatch(/b\.csv: too few fields: 2 instead of 4$/);
  });

  test('preview and contract do the same', async () => {
    const readings = files();
    const loaded = await loadStack(readings);
    const shown = await previewFile(stackReading(readings), UNWATCHED);
    expect(shown.receipt).toEqual(loaded.receipt);
    expect(shown.decisions).toEqual(loaded.decisions);
    const data = shown.rows.filter(({ role }) => role === 'data');
    expect(data.map(({ cells }) => cells[0]?.value)).toEqual(['HB1', 'HB2', 'HB7', 'HB8']);
    const contract = JSON.parse(JSON.stringify(loaded.decisions));
    const [first, ...rest] = readings;
    const again = await loadFile({ file: first?.file ?? '', contract, stack: rest }, UNWATCHED);
    expect(again).toEqual(loaded);
  });

  test('a contradiction between files is asked', async () => {
    const month = fileOf('id,seen\nHB1,04/25/2021\n');
    const day = fileOf('id,seen\nHB2,25/04/2021\n');
    const refusal = await refusalOf(loadStack([{ file: month }, { file: day }]));
    expect(refusal.code).toBe('unanswered-question');
  });

  test('the same file twice is told; equal names are told apart by their folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'attune-'));
    const paths = ['north', 'south'].map((name) => {
      mkdirSync(join(folder, name));
      const path = join(folder, name, 'data.csv');
      writeFileSync(path, 'id,n\nHB1,1\nHB2,2\n');
      return path;
    });
    const loaded = await loadStack(paths.map((file) => ({ file })));
    expect(new Set(valuesOf(loaded, 'source_file'))).toEqual(
      new Set(['north/data.csv', 'south/data.csv']),
    );
    expect(loaded.receipt.notices?.map(({ text }) => text)).toEqual([
      'south/data.csv holds the same bytes as north/data.csv: its rows are in the table twice.',
    ]);
  });

  test('a column of its own called source_file keeps its name', async () => {
    const loaded = await loadStack([
      { file: fileOf('source_file,n\nx,1\ny,2\n') },
      { file: fileOf('source_file,n\nz,3\n') },
    ]);
    expect(loaded.frame.variables.map(({ name }) => name)).toEqual([
      'source_file',
      'n',
      'source_file (2)',
      'source_row',
    ]);
  });
});

describe('sheets of a workbook as one table', () => {
  async function book() {
    const workbook = new ExcelJS.Workbook();
    for (const [name, n] of [
      ['April', 2],
      ['May', 3],
    ] as const) {
      const sheet = workbook.addWorksheet(name);
      sheet.addRow(['id', 'when', 'n']);
      for (let i = 0; i < n; i++)
        sheet.addRow([`HB-${name}-${i}`, new Date(Date.UTC(2021, 3, 1 + i)), i]);
    }
    workbook.addWorksheet('Old', { state: 'hidden' }).addRows([['id'], ['HB0']]);
    return fileOf(new Uint8Array(await workbook.xlsx.writeBuffer()), 'book.xlsx');
  }

  test('visible sheets, with the sheet of each row', async () => {
    const readings = await sheetReadings({ file: await book() });
    expect(readings.map(({ changes }) => changes?.sheet)).toEqual(['April', 'May']);
    const loaded = await loadStack(readings);
    expect(valuesOf(loaded, 'source_sheet')).toEqual(['April', 'April', 'May', 'May', 'May']);
    expect(valuesOf(loaded, 'source_row')).toEqual([2, 3, 2, 3, 4]);
    expect(loaded.frame.variables.map(({ kind }) => kind).slice(1, 3)).toEqual(['date', 'integer']);
    expect(loaded.receipt.parts?.map(({ sheet, loaded: n }) => [sheet, n])).toEqual([
      ['April', 2],
      ['May', 3],
    ]);
  });
});
