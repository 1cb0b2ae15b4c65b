import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UNWATCHED } from '../../src/model/project.ts';
import type { Rule } from '../../src/model/quality.ts';
import { createWorkbench, type OpenWorkbench } from '../../src/workbench.ts';
import { unzipText } from '../helpers/unzip.ts';

const HEAD = 'client_id,nhs_number,ethnic_category,received,seen,note';
const row = (i: number, ethnic = 'A', received = '2023-02-01', seen = '2023-03-01', note = '') =>
  `${String(i).padStart(5, '0')},,${ethnic},${received},${seen},${note}`;
const GOOD = Array.from({ length: 40 }, (_, i) =>
  row(
    i + 1,
    'ABNM'[i % 4],
    `2023-02-${10 + (i % 15)}`,
    `2023-03-${10 + (i % 15)}`,
    `Came ${i} times`,
  ),
);

let folder: string;
let workbench: OpenWorkbench;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-quality-'));
  workbench = createWorkbench(join(folder, 'p.attune'), { create: { title: 'P' } });
});
afterEach(() => workbench.close());

function write(name: string, lines: readonly string[]): string {
  const file = join(folder, name);
  writeFileSync(file, `${[HEAD, ...lines].join('\n')}\n`);
  return file;
}

const BAD = [
  row(41, 'm', '2023-02-10', '2023-03-01'),
  row(42, '99', '2023-02-12', '2023-02-01'),
  row(43, 'A', '2023-02-12', '2023-04-01', 'Call 07700 900142'),
];

const load = (lines: readonly string[], mode: 'new' | 'replace' = 'new') =>
  workbench.importFile(
    { file: write(`${mode}.csv`, lines), table: 'referrals', mode, again: true },
    UNWATCHED,
  );
const finding = (kind: string) =>
  workbench.quality({}).findings.find(({ rule }) => rule.test.kind === kind);

describe('quality of a project', () => {
  test('an import suggests rules, keeps them, runs them, and says how many found something', async () => {
    const { quality } = await load([...GOOD, ...BAD]);
    const check = workbench.quality({});
    expect(quality).toEqual({
      rules: check.rules,
      findings: check.findings.length,
      open: check.findings.filter((each) => !each.met && each.rule.severity !== 'info').length,
    });
    expect(finding('order')).toMatchObject({ n: 1, of: 43, before: null });
    expect(finding('code-list')).toMatchObject({ n: 1, of: 43 });
    expect(workbench.rules({}).length).toBe(check.rules);
    expect(
      workbench.failingRows({ rule: finding('order')?.rule.id ?? '', offset: 0, limit: 5 }),
    ).toMatchObject({
      n: 1,
      rows: [
        {
          row: 42,
          source: { file: 'new.csv', row: 43 },
          state: 'open',
          sentence: 'seen 1 February 2023 is 11 days before received, 12 February 2023.',
        },
      ],
    });
  });

  test('an excuse holds while the cells are what they were, through the next import', async () => {
    await load([...GOOD, ...BAD]);
    const rule = finding('order')?.rule.id ?? '';
    const reason = 'Seen first, referral written afterwards';
    const after = workbench.excuseRows({ rule, rows: [42], reason, until: null });
    const own = after.findings.find((each) => each.rule.id === rule);
    expect(own).toMatchObject({ n: 1, excused: 1, met: true });
    const score = after.scores.find(({ dimension }) => dimension === 'consistency');
    expect(score).toMatchObject({ good: 43, of: 43 });

    // The same row further up, and one more that is wrong.
    const worse = row(44, 'A', '2023-03-01', '2023-02-01');
    await load([...BAD, ...GOOD, worse], 'replace');
    expect(finding('order')).toMatchObject({ n: 2, excused: 1, met: false, before: 1 });
    const { rows } = workbench.failingRows({ rule, offset: 0, limit: 5 });
    expect(rows.map(({ row: at, state }) => [at, state])).toEqual([
      [2, 'excused'],
      [44, 'open'],
    ]);
    expect(
      workbench.unexcuseRows({ rule, rows: [2] }).findings.find((each) => each.rule.id === rule),
    ).toMatchObject({ excused: 0 });
    // Another date is another matter.
    workbench.excuseRows({ rule, rows: [44], reason, until: '2999-01-01' });
    await load([...GOOD, row(44, 'A', '2023-03-01', '2023-01-01')], 'replace');
    expect(finding('order')).toMatchObject({ n: 1, excused: 0 });
    // Nor does one hold after its last day.
    workbench.excuseRows({ rule, rows: [41], reason, until: '2020-01-01' });
    expect(finding('order')).toMatchObject({ n: 1, excused: 0 });
  });

  test('undoing the import takes its rules along', async () => {
    await load([...GOOD, ...BAD]);
    expect(workbench.rules({}).length).toBeGreaterThan(5);
    workbench.undo({});
    expect(workbench.project({}).tables).toEqual([]);
    expect(workbench.rules({})).toEqual([]);
    workbench.redo({});
    expect(finding('order')?.n).toBe(1);
  });

  test('rules are changed, written, shared and refused', async () => {
    await load([...GOOD, ...BAD]);
    const rule = finding('code-list')?.rule as Rule;
    workbench.saveRule({ rule: { ...rule, most: 0.05 } });
    expect(finding('code-list')).toMatchObject({ n: 1, met: true });
    const own: Rule = {
      id: 'referrals.own.range',
      table: 'referrals',
      test: { kind: 'at-most', n: 1, per: ['received'] },
      severity: 'low',
      dimension: 'uniqueness',
      from: 'person',
      on: true,
    };
    workbench.saveRule({ rule: own });
    expect(finding('at-most')?.n).toBeGreaterThan(10);
    const bad = { ...own, id: 'x', test: { kind: 'spelling', variable: 'nothing' } } as const;
    expect(() => workbench.saveRule({ rule: bad })).toThrow(
      'There is no variable called “nothing”',
    );

    const file = join(folder, 'rules.json');
    writeFileSync(file, workbench.exportRules({}).bytes);
    const before = workbench.rules({});
    workbench.removeRule({ id: own.id });
    expect(workbench.rules({}).length).toBe(before.length - 1);
    expect(workbench.importRules({ file })).toEqual(before);
  });

  test('a query list goes out without more identity than needed, and comes back with answers', async () => {
    await load([...GOOD, ...BAD]);
    const rule = finding('identifiers')?.rule.id ?? '';
    const sheet = await openSheet((await workbench.exportQueries({ rule })).bytes);
    const rows = sheet
      .getSheetValues()
      .flatMap((each) => (Array.isArray(each) ? [each.slice(1)] : []));
    const at = rows.findIndex((each) => each[0] === 'Query');
    expect(rows[at]).toEqual([
      'Query',
      'File',
      'Row of the file',
      'client_id',
      'note',
      'What is asked',
      'Answer',
    ]);
    expect(rows[at + 1]?.slice(0, 6)).toEqual([
      1,
      'new.csv',
      44,
      '00043',
      'Call 077•• ••••42',
      'note holds phone number “077•• ••••42”.',
    ]);
    expect(JSON.stringify(rows)).not.toContain('07700');
    sheet.getCell(sheet.rowCount, 7).value = '2023-04-05 taken out';
    const file = join(folder, 'answered.xlsx');
    await sheet.workbook.xlsx.writeFile(file);
    expect(await workbench.importAnswers({ file }, UNWATCHED)).toEqual({ answered: 1, unknown: 0 });
    expect(workbench.failingRows({ rule, offset: 0, limit: 5 }).rows[0]).toMatchObject({
      state: 'queried',
      answer: '2023-04-05 taken out',
    });
  });

  test('a variable in profile, with what MHSDS counts', async () => {
    await load([...GOOD, ...BAD, row(44, '', '2023-02-10', '2023-03-01')]);
    const profile = await workbench.profile(
      { table: 'referrals', variable: 'ethnic_category' },
      UNWATCHED,
    );
    expect(profile).toMatchObject({
      rows: 44,
      present: 43,
      distinct: 6,
      missing: [{ reason: 'empty', n: 1 }],
      vodim: { counts: { valid: 42, other: 0, default: 1, invalid: 0, missing: 1 } },
      years: [{ year: '2022/23', present: 43, of: 44 }],
    });
    const seen = await workbench.profile({ table: 'referrals', variable: 'seen' }, UNWATCHED);
    expect(seen.spread[0]).toEqual({ label: 'First', value: '1 February 2023' });
    // Quartiles 12 and 19 March by hand: what is before 1½ March or after 29½ March is far.
    expect(seen.outliers).toEqual({
      n: 4,
      examples: ['1 February 2023', '1 April 2023', '1 March 2023'],
    });
    const ids = await workbench.profile({ table: 'referrals', variable: 'client_id' }, UNWATCHED);
    expect(ids.patterns).toEqual([{ shape: '99999', n: 44, example: '00001' }]);
  });

  test('the report for Word has the scorecard and every finding', async () => {
    await load([...GOOD, ...BAD]);
    const { bytes, name } = await workbench.exportQuality({});
    expect(name).toBe('data quality.docx');
    const text = await unzipText(bytes, 'word/document.xml');
    expect(text).toContain('Rows without an open finding, in per cent');
    expect(text).toContain('seen is on or after received');
    expect(text).not.toContain('07700');
  });
});

async function openSheet(bytes: Uint8Array) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  const sheet = book.getWorksheet('Queries');
  if (!sheet) throw new Error('there is no sheet of queries');
  return sheet;
}
