import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UNWATCHED } from '../../src/model/project.ts';
import { createWorkbench, type OpenWorkbench } from '../../src/workbench.ts';

const HEAD = 'client_id,site,received,seen,note';
const row = (
  i: number,
  site: string,
  seen = `2023-03-${10 + (i % 15)}`,
  note = `Came ${i} times`,
) => `${String(i).padStart(5, '0')},${site},2023-02-${10 + (i % 15)},${seen},${note}`;
const LINES = [
  ...Array.from({ length: 120 }, (_, i) => row(i + 1, i % 2 ? 'Harbour' : 'Hill')),
  row(121, 'Harbour', '2023-01-01'),
  row(122, 'Hill', '2023-01-02'),
  row(123, 'Harbour', '2023-01-03'),
  row(124, '', '2023-04-01', 'Call 07700 900142'),
];

let folder: string;
let workbench: OpenWorkbench;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attune-senders-'));
  workbench = createWorkbench(join(folder, 'p.attune'), { create: { title: 'P' } });
  const file = join(folder, 'referrals.csv');
  writeFileSync(file, `${[HEAD, ...LINES].join('\n')}\n`);
  await workbench.importFile({ file, table: 'referrals' }, UNWATCHED);
});
afterEach(() => workbench.close());

const ruleOf = (kind: string) =>
  workbench.quality({}).findings.find(({ rule }) => rule.test.kind === kind)?.rule.id ?? '';
const accounts = () =>
  workbench
    .senders({})
    .accounts.map(({ sender, open, findings, asked, answered }) => [
      sender,
      open,
      findings,
      asked,
      answered,
    ]);

async function sheetOf(bytes: Uint8Array) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  const sheet = book.getWorksheet('Queries');
  if (!sheet) throw new Error('there is no sheet of queries');
  const rows = sheet
    .getSheetValues()
    .flatMap((each) => (Array.isArray(each) ? [each.slice(1)] : []));
  const at = rows.findIndex((each) => each[0] === 'Query');
  return { sheet, head: rows[at], rows: rows.slice(at + 1), all: JSON.stringify(rows) };
}

describe('who is asked about what', () => {
  test('nobody, a column of the table, a name for a finding, a name for a row', () => {
    // Three wrong orders, one phone number, one site that is not filled in.
    expect(accounts()).toEqual([[null, 5, 3, 0, 0]]);
    workbench.senderColumn({ table: 'referrals', variable: 'site' });
    expect(accounts()).toEqual([
      ['Harbour', 2, 1, 0, 0],
      ['Hill', 1, 1, 0, 0],
      [null, 2, 2, 0, 0],
    ]);
    workbench.assignSender({ rule: ruleOf('identifiers'), sender: 'Dr Okafor' });
    workbench.assignSender({ rule: ruleOf('order'), rows: [123], sender: 'Hill' });
    expect(accounts()).toEqual([
      ['Dr Okafor', 1, 1, 0, 0],
      ['Harbour', 1, 1, 0, 0],
      ['Hill', 2, 1, 0, 0],
      [null, 1, 1, 0, 0],
    ]);
    expect(
      workbench
        .failingRows({ rule: ruleOf('order'), offset: 0, limit: 5 })
        .rows.map(({ row: at, sender }) => [at, sender]),
    ).toEqual([
      [121, 'Harbour'],
      [122, 'Hill'],
      [123, 'Hill'],
    ]);
    workbench.undo({});
    expect(accounts().find(([sender]) => sender === 'Hill')).toEqual(['Hill', 1, 1, 0, 0]);
    workbench.senderColumn({ table: 'referrals', variable: null });
    expect(accounts()).toEqual([
      ['Dr Okafor', 1, 1, 0, 0],
      [null, 4, 2, 0, 0],
    ]);
  });

  test('excused and corrected rows are not open', async () => {
    workbench.senderColumn({ table: 'referrals', variable: 'site' });
    const reason = 'Seen first';
    workbench.excuseRows({ rule: ruleOf('order'), rows: [121], reason, until: null });
    const edits = [{ key: ['00123'], to: '2023-04-03' }];
    const steps = [{ op: 'edit-cells', variable: 'seen', key: ['client_id'], edits }];
    const definition = { name: 'clean', label: 'Clean', unit: 'rows', from: 'referrals', steps };
    await workbench.makeTable({ definition }, UNWATCHED);
    expect(accounts()).toEqual([
      ['Hill', 1, 1, 0, 0],
      [null, 2, 2, 0, 0],
    ]);
  });

  test('a list for one sender has nobody else’s rows, and its answers come back', async () => {
    workbench.senderColumn({ table: 'referrals', variable: 'site' });
    const { name, bytes } = await workbench.exportSenderQueries({ sender: 'Harbour' });
    expect(name).toBe('queries Harbour.xlsx');
    const list = await sheetOf(bytes);
    expect(list.head).toEqual([
      'Query',
      'Table',
      'File',
      'Row of the file',
      'Record',
      'What is asked',
      'Answer',
    ]);
    expect(list.rows.map((each) => each.slice(1, 5))).toEqual([
      ['referrals', 'referrals.csv', 122, '00121'],
      ['referrals', 'referrals.csv', 124, '00123'],
    ]);
    expect(list.all).not.toMatch(/Hill|07700|Came/);
    expect(accounts()[0]).toEqual(['Harbour', 2, 1, 2, 0]);
    list.sheet.getCell(list.sheet.rowCount, 7).value = 'It was 2024';
    const file = join(folder, 'answers.xlsx');
    await list.sheet.workbook.xlsx.writeFile(file);
    await workbench.importAnswers({ file }, UNWATCHED);
    const [harbour] = workbench.senders({}).accounts;
    expect(harbour).toMatchObject({ asked: 2, answered: 1 });
    expect(harbour?.askedAt).toMatch(/^20\d\d-/);
    expect((harbour?.answeredAt ?? '') >= (harbour?.askedAt ?? '')).toBe(true);
    const unnamed = await workbench.exportSenderQueries({ sender: null });
    expect((await sheetOf(unnamed.bytes)).rows).toHaveLength(2);
    await expect(workbench.exportSenderQueries({ sender: 'Nobody' })).rejects.toThrow(
      'Nothing is open that Nobody could be asked about.',
    );
  });

  test('a site that is spelt in several ways is one sender', async () => {
    const file = join(folder, 'visits.csv');
    const lines = Array.from({ length: 40 }, (_, i) => `V${100 + i},Quay,2023-03-${10 + (i % 15)}`);
    writeFileSync(
      file,
      `${['visit_id,site,day', ...lines, ...lines.map((line) => line.replace('V1', 'W1').replace('Quay', 'quay')), 'V140,quay,'].join('\n')}\n`,
    );
    await workbench.importFile({ file, table: 'visits' }, UNWATCHED);
    workbench.senderColumn({ table: 'visits', variable: 'site' });
    // Forty are spelt otherwise than the 41 others, and one day is missing.
    expect(accounts()).toEqual([
      ['quay', 41, 2, 0, 0],
      [null, 5, 3, 0, 0],
    ]);
  });

  test('a free name is no path', async () => {
    workbench.assignSender({ rule: ruleOf('order'), sender: '../../Trust: A/B' });
    const { name } = await workbench.exportSenderQueries({ sender: '../../Trust: A/B' });
    expect(name).toBe('queries Trust A B.xlsx');
  });
});
