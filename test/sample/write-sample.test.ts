import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import Excel from 'exceljs';
import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { evaluation as evaluationSchema } from '../../src/contract/schemas/evaluation.ts';
import { SAMPLE } from '../../src/sample/about.ts';
import { FAULT_KINDS, type Fault } from '../../src/sample/fault.ts';
import { nhsCheckDigit } from '../../src/sample/nhs-number.ts';
import { type ExtractRow, readExtract } from './read-extracts.ts';
import { sampleFolder } from './sample-folder.ts';

const HEADER_ROWS: Record<string, number> = { Adults: 5, Infants: 4, PRFQ: 1, '': 1 };
let sample: Awaited<ReturnType<typeof sampleFolder>>;
let faults: Fault[];
const extracts = new Map<string, ExtractRow[]>();

const rowsOf = (file: string, sheet = '') => extracts.get(`${file}/${sheet}`) ?? [];

beforeAll(async () => {
  sample = await sampleFolder();
  faults = JSON.parse(readFileSync(sample.faults, 'utf8'));
  for (const [file, sheet] of [
    ['service users.xlsx', 'Adults'],
    ['service users.xlsx', 'Infants'],
    ['outcomes PRFQ.xlsx', 'PRFQ'],
    ['referrals.csv', ''],
    ['appointments.csv', ''],
    ['outcomes MORS-SF.csv', ''],
    ['outcomes LOAF.csv', ''],
  ] as const) {
    const rows = await readExtract(sample.folder, file, sheet, HEADER_ROWS[sheet]);
    extracts.set(`${file}/${sheet}`, rows);
  }
});

describe('the written files', () => {
  test('are the same bytes every time', async () => {
    const again = await sampleFolder();
    const paths = [...sample.files, sample.faults, sample.evaluation];
    const twins = [...again.files, again.faults, again.evaluation];
    paths.forEach((path, i) => {
      expect(readFileSync(path).equals(readFileSync(twins[i] ?? '')), basename(path)).toBe(true);
    });
  });

  test('come as a trust would send them', async () => {
    const referrals = readFileSync(sample.files.find((f) => f.endsWith('referrals.csv')) ?? '');
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(referrals)).toThrow();
    for (const byte of [0xa3, 0xe9, 0x96]) expect(referrals.includes(byte)).toBe(true);
    expect(referrals.toString('latin1').split('\r\n')[0]).toMatch(/^Referral ID;Client ID;/);

    const diary = readFileSync(sample.files.find((f) => f.endsWith('appointments.csv')) ?? '');
    expect([...diary.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(
      rowsOf('appointments.csv').filter(({ by }) => by.Note?.includes('\n')).length,
    ).toBeGreaterThan(50);

    const workbook = new Excel.Workbook();
    await workbook.xlsx.readFile(sample.files.find((f) => f.endsWith('users.xlsx')) ?? '');
    const adults = workbook.getWorksheet('Adults');
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Adults', 'Infants']);
    expect(adults?.getCell('B4').isMerged && adults.getCell('G4').isMerged).toBe(true);
    const ids = Array.from({ length: 415 }, (_, i) => adults?.getCell(6 + i, 1));
    expect(
      ids.some((cell) => cell?.value === cell?.text && /^0\d{4}$/.test(cell?.text ?? '')),
    ).toBe(true);
    expect(ids.some((cell) => typeof cell?.value === 'number' && cell.numFmt === '00000')).toBe(
      true,
    );
    expect(adults?.getCell('D6').value).toBeInstanceOf(Date);
  });

  test('hold NHS numbers of the made-up range only', () => {
    const everything = [...extracts.values()].flat().flatMap(({ fields }) => fields);
    const numbers = everything.flatMap((text) => text.match(/\b\d{3} ?\d{3} ?\d{4}\b/g) ?? []);
    expect(numbers.length).toBeGreaterThan(415);
    for (const number of numbers.map((text) => text.replaceAll(' ', ''))) {
      expect(number).toMatch(/^999/);
      expect(nhsCheckDigit(number.slice(0, 9))).toBe(Number(number[9]));
    }
  });
});

describe('faults.json', () => {
  test('knows every kind of fault', () => {
    const kinds = new Set(faults.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(Object.keys(FAULT_KINDS).sort());
  });

  test('finds every fault at its place', () => {
    for (const fault of faults) {
      const label = `${fault.file} row ${fault.row} ${fault.column ?? ''}`;
      if (fault.kind === 'ambiguous-dates') {
        expect(fault.row, label).toBe(1);
        continue;
      }
      const row = rowsOf(fault.file, fault.sheet).find((one) => one.row === fault.row);
      expect(row, label).toBeDefined();
      if (fault.column !== undefined) expect(row?.by[fault.column], label).toBe(fault.was);
      else {
        const trailing = /[ |]+$/;
        const found = row?.fields.join(' | ').replace(trailing, '');
        expect(found, label).toBe(fault.was.replace(trailing, ''));
      }
    }
  });

  test('says the truth about what it lists', () => {
    const rowAt = (fault: Fault) =>
      rowsOf(fault.file, fault.sheet).find((one) => one.row === fault.row);
    const known = new Set(rowsOf('service users.xlsx', 'Adults').map(({ fields }) => fields[0]));
    const received = new Map(
      rowsOf('referrals.csv').map(({ by }) => [by['Referral ID'], by.Received]),
    );
    for (const fault of faults) {
      const row = rowAt(fault);
      const above = rowsOf(fault.file, fault.sheet)
        .filter(({ row: at }) => at < fault.row)
        .at(-1);
      if (fault.kind === 'duplicate-row') expect(row?.fields).toEqual(above?.fields);
      if (fault.kind === 'orphan') expect(known.has(fault.was)).toBe(false);
      if (fault.kind === 'impossible-date') expect(isRealDate(fault.was)).toBe(false);
      if (fault.kind === 'lost-zeros') expect(fault.was.padStart(5, '0')).toBe(fault.instead);
      if (fault.kind === 'ragged-row') expect(row?.fields.length).not.toBe(above?.fields.length);
      if (fault.kind === 'before-referral') {
        const [d, m, y] = (received.get(row?.by['Referral ID'] ?? '') ?? '').split('/');
        expect(fault.was < `${y}-${m}-${d}`).toBe(true);
      }
    }
    expect(faults.some(({ was }) => was === '31/02/2021')).toBe(true);
  });

  test('leaves nothing out: no other date is impossible, no other id unknown', () => {
    const listed = new Set(faults.map(({ file, row, column }) => `${file}/${row}/${column ?? ''}`));
    const isListed = (file: string, row: number, column: string) =>
      listed.has(`${file}/${row}/${column}`) || listed.has(`${file}/${row}/`);
    const known = new Set(rowsOf('service users.xlsx', 'Adults').map(({ fields }) => fields[0]));
    for (const [key, rows] of extracts) {
      const file = key.split('/')[0] ?? '';
      for (const { row, by } of rows) {
        for (const [column, text] of Object.entries(by)) {
          if (/^\d{4}-\d\d-\d\d$|^\d\d\/\d\d\/\d{4}$/.test(text) && !isRealDate(text)) {
            expect(isListed(file, row, column), `${key} ${row} ${column} ${text}`).toBe(true);
          }
          if (/^client.id/i.test(column) && text !== '' && !known.has(text)) {
            expect(isListed(file, row, column), `${key} ${row} ${column} ${text}`).toBe(true);
          }
        }
      }
    }
  });
});

test('the Start page counts what is there', () => {
  const byLabel = new Map<string, number>();
  for (const { kind } of faults) byLabel.set(kind, (byLabel.get(kind) ?? 0) + 1);
  const kinds = [
    'spelling',
    'missing-code',
    'person-type',
    'duplicate-row',
    'orphan',
    'out-of-range',
    'impossible-date',
    'before-referral',
    'default-date',
    'identifier-in-text',
    'duplicate-person',
    'ambiguous-dates',
  ];
  expect(SAMPLE.faults.map(({ n }) => n)).toEqual(kinds.map((kind) => byLabel.get(kind)));

  const wrong = new Set(
    faults
      .filter(({ kind }) =>
        [
          'duplicate-row',
          'duplicate-person',
          'person-type',
          'footer',
          'orphan',
          'ragged-row',
        ].includes(kind),
      )
      .map(({ file, sheet, row }) => `${file}/${sheet ?? ''}/${row}`),
  );
  const right = (file: string, sheet = '') =>
    rowsOf(file, sheet).filter(({ row }) => !wrong.has(`${file}/${sheet}/${row}`));
  const isGroup = ({ by }: ExtractRow) => /^(together|tt)/i.test(by.Activity ?? '');
  const diary = right('appointments.csv');
  const prfq = right('outcomes PRFQ.xlsx', 'PRFQ').flatMap(({ by }) => [by.Date_T1, by.Date_T2]);
  const mors = new Set(right('outcomes MORS-SF.csv').map(({ by }) => `${by.client_id} ${by.date}`));
  const forms =
    prfq.filter((date) => date !== '').length + mors.size + right('outcomes LOAF.csv').length;
  expect(SAMPLE.contains.map(({ n }) => n)).toEqual([
    sample.files.length,
    right('service users.xlsx', 'Adults').length,
    right('referrals.csv').length,
    diary.filter((row) => !isGroup(row)).length,
    diary.filter(isGroup).length,
    forms,
  ]);
});

test('evaluation.json has the shape of an evaluation', () => {
  const written = JSON.parse(readFileSync(sample.evaluation, 'utf8'));
  const result = v.safeParse(evaluationSchema, written);
  expect(result.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBeUndefined();
});

function isRealDate(text: string): boolean {
  const uk = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text);
  const iso = uk ? `${uk[3]}-${uk[2]}-${uk[1]}` : text;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === iso;
}
