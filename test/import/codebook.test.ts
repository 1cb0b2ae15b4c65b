import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { applyCodebook } from '../../src/import/apply-codebook.ts';
import { loadFile } from '../../src/import/load-file.ts';
import { readCodebook } from '../../src/import/read-codebook.ts';
import { withCodebook } from '../../src/import/with-codebook.ts';
import { UNWATCHED } from '../../src/model/project.ts';
import { fileOf, load, preview, refusalOf, valuesOf } from './fixtures.ts';

const REDCAP = `"Variable / Field Name","Form Name","Section Header","Field Type","Field Label","Choices, Calculations, OR Slider Labels","Field Note","Text Validation Type OR Show Slider Number"
record_id,base,,text,"Record ID",,,
q1,base,,radio,"<b>How</b> often, if ever?","1, Never | 2, Sometimes, rarely | 3, Often | -99, Not known",,
q7,base,,checkbox,"Which?","1, Sleep | 2, Feeding | -99, None",,
dob,base,,text,"Date of birth",,,date_dmy
weight,base,,text,Weight,,,number_comma_decimal
phone,base,,text,Phone,,,phone
consent,base,,yesno,"Consent given",,,
shown,base,,descriptive,"Only a text",,,
gone,base,,truefalse,"Not exported",,,
`;

async function workbook(sheets: Record<string, readonly (readonly unknown[])[]>) {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
  }
  return fileOf(new Uint8Array(await book.xlsx.writeBuffer()), 'codebook.xlsx');
}

async function loadWith(file: string, codebook: string) {
  const asked = await withCodebook({ file }, await readCodebook(codebook), UNWATCHED);
  return { loaded: await loadFile(asked.reading, UNWATCHED), unmatched: asked.unmatched };
}

describe('REDCap data dictionary', () => {
  const data = `record_id,q1,q7___1,q7___2,q7____99,dob,weight,phone,consent,base_complete,extra
1,1,0,1,0,2020-01-02,"3,2",02079460001,1,2,a
2,2,1,1,0,2021-05-06,"4,1",02079460002,0,2,b
3,9,1,0,0,2021-05-07,"2,9",02079460003,1,0,c
`;

  test('choices, checkboxes, validations, and what does not match, both ways', async () => {
    const { loaded, unmatched } = await loadWith(fileOf(data), fileOf(REDCAP));
    const kinds = loaded.frame.variables.map(({ name, kind, label }) => `${name} ${kind} ${label}`);
    expect(kinds).toEqual([
      'record_id identifier Record ID',
      'q1 category How often, if ever?',
      'q7___1 yesno Which?: Sleep',
      'q7___2 yesno Which?: Feeding',
      'q7____99 yesno Which?: None',
      'dob date Date of birth',
      'weight decimal Weight',
      'phone identifier Phone',
      'consent yesno Consent given',
      'base_complete category base: status of the form',
      'extra text extra',
    ]);
    expect(loaded.frame.variables[1]?.values).toEqual([
      { value: '1', label: 'Never' },
      { value: '2', label: 'Sometimes, rarely' },
      { value: '3', label: 'Often' },
      { value: '-99', label: 'Not known' },
    ]);
    expect(valuesOf(loaded, 'q1')).toEqual(['1', '2', '9']);
    expect(valuesOf(loaded, 'q7___2')).toEqual([1, 1, 0]);
    expect(valuesOf(loaded, 'weight')).toEqual([3.2, 4.1, 2.9]);
    expect(valuesOf(loaded, 'phone')[0]).toBe('02079460001');
    expect(unmatched.variables).toEqual({ codebookOnly: ['gone'], fileOnly: ['extra'] });
    expect(unmatched.values.find(({ variable }) => variable === 'q1')).toEqual({
      variable: 'q1',
      unlabelled: [{ value: '9', n: 1 }],
      unused: [
        { value: '3', label: 'Often' },
        { value: '-99', label: 'Not known' },
      ],
    });
    expect(loaded.receipt.cells.asText).toBe(0);
  });

  test('an export of labels instead of codes comes to the same values', async () => {
    const labels = 'record_id,q1\n1,Never\n2,"Sometimes, rarely"\n3,often\n';
    const { loaded, unmatched } = await loadWith(fileOf(labels), fileOf(REDCAP));
    expect(valuesOf(loaded, 'q1')).toEqual(['1', '2', '3']);
    expect(loaded.notes.filter(({ column }) => column === 1)).toEqual([]);
    expect(unmatched.values[0]?.unlabelled).toEqual([]);
  });

  test('the order of dates that the cells leave open is answered by the dictionary', async () => {
    const open = 'record_id,dob\n1,03/04/2021\n2,05/06/2021\n';
    expect((await preview(fileOf(open))).questions).toHaveLength(1);
    const { loaded } = await loadWith(fileOf(open), fileOf(REDCAP));
    expect(valuesOf(loaded, 'dob')).toEqual(['2021-04-03', '2021-06-05']);
  });
});

describe('table of values', () => {
  const CODEBOOK = [
    ['Codebook of the spring extract'],
    ['Variable', 'Value', 'Label', 'Missing?', 'Type'],
    ['q1', null, 'How do you feel today?', null, null],
    [null, 1, 'Low', 'no', null],
    [null, 2, 'Middling', 'no', null],
    [null, 3, 'Good', 'no', null],
    [null, 99, 'Not answered', 'yes', null],
    ['age', -9, 'Refused', 'refused by the parent', 'numeric'],
    ['PersonID', null, 'Person', null, 'id'],
  ];

  test('a sheet with the name given once, title above, missing codes with their reasons', async () => {
    const book = await workbook({ About: [['Extract of March']], Labels: CODEBOOK });
    const file = fileOf('PersonID,Q1,age\n7,2,31\n8,99,-9\n9,1.0,40\n');
    const { loaded, unmatched } = await loadWith(file, book);
    expect(valuesOf(loaded, 'Q1')).toEqual(['2', null, '1']);
    expect(loaded.frame.variables[1]?.label).toBe('How do you feel today?');
    expect(valuesOf(loaded, 'age')).toEqual([31, null, 40]);
    const missing = loaded.notes.filter(({ kind }) => kind === 'missing-code');
    expect(missing.map(({ raw, reason }) => `${raw} ${reason}`)).toEqual([
      '99 Not answered',
      '-9 refused by the parent',
    ]);
    expect(unmatched.values).toEqual([
      { variable: 'Q1', unlabelled: [], unused: [{ value: '3', label: 'Good' }] },
    ]);
  });

  test('one row a variable, values in one cell', async () => {
    const codebook = fileOf(
      'variable;question;values;missing values\nsmoke;Do you smoke?;"1 = Yes\n2 = No";9 = Not asked\nkids;How many children?;;-1\n',
    );
    const read = await readCodebook(codebook);
    expect(read).toMatchObject({ format: 'table' });
    expect(read.variables).toEqual([
      {
        name: 'smoke',
        label: 'Do you smoke?',
        values: [
          { value: '1', label: 'Yes' },
          { value: '2', label: 'No' },
        ],
        missing: [{ code: '9', reason: 'Not asked' }],
      },
      {
        name: 'kids',
        label: 'How many children?',
        values: [],
        missing: [{ code: '-1', reason: 'missing code' }],
      },
    ]);
  });

  test('a scale with only its ends labelled stays a number', async () => {
    const codebook = fileOf('variable,value,label\nmood,1,Not at all\nmood,7,Extremely\n');
    const cells = Array.from({ length: 14 }, (_, i) => `p${i},${(i % 7) + 1}`).join('\n');
    const { loaded } = await loadWith(fileOf(`id,mood\n${cells}\n`), codebook);
    expect(loaded.frame.variables[1]).toMatchObject({
      kind: 'integer',
      values: [
        { value: '1', label: 'Not at all' },
        { value: '7', label: 'Extremely' },
      ],
    });
  });

  test('without the cells only variables are compared', async () => {
    const { decisions } = await load(fileOf('id,q1\na1,1\na2,2\n'));
    const codebook = await readCodebook(fileOf('variable,value,label\nq1,1,Low\nq2,1,High\n'));
    const applied = applyCodebook(decisions, codebook);
    expect(applied.unmatched).toEqual({
      variables: { codebookOnly: ['q2'], fileOnly: ['id'] },
      values: [],
    });
    expect(applied.decisions.columns[1]?.values).toEqual([{ value: '1', label: 'Low' }]);
  });

  test('a file that is no codebook is refused', async () => {
    const refusal = await refusalOf(readCodebook(fileOf('site,n\nNorth,3\n')));
    expect(refusal).toMatchObject({ code: 'no-codebook', where: { file: expect.any(String) } });
  });
});

test('XLSForm: lists of choices, groups, several answers, English labels', async () => {
  const form = await workbook({
    survey: [
      ['type', 'name', 'label::Deutsch (de)', 'label::English (en)'],
      ['begin_group', 'base', 'Basis', 'Basics'],
      ['select_one yn', 'first', 'Erstes Kind?', 'First child?'],
      ['select_multiple help', 'q7', 'Hilfe', 'What helped?'],
      ['integer', 'age', 'Alter', 'Age'],
      ['note', 'thanks', 'Danke', 'Thank you'],
      ['end_group', 'base', '', ''],
    ],
    choices: [
      ['list_name', 'name', 'label::Deutsch (de)', 'label::English (en)'],
      ['yn', 1, 'Ja', 'Yes'],
      ['yn', 2, 'Nein', 'No'],
      ['help', 'talk', 'Gespräch', 'Talking'],
      ['help', 'play', 'Spiel', 'Playing'],
    ],
  });
  const data =
    'base/first,base/q7,base/q7/talk,base/q7/play,base/age\n1,talk play,1,1,31\n2,play,0,1,28\n';
  const { loaded, unmatched } = await loadWith(fileOf(data), form);
  expect(loaded.frame.variables.map(({ kind, label }) => `${kind}: ${label}`)).toEqual([
    'category: First child?',
    'text: What helped?',
    'yesno: What helped?: Talking',
    'yesno: What helped?: Playing',
    'integer: Age',
  ]);
  expect(loaded.frame.variables[0]?.values).toEqual([
    { value: '1', label: 'Yes' },
    { value: '2', label: 'No' },
  ]);
  expect(unmatched).toEqual({ variables: { codebookOnly: [], fileOnly: [] }, values: [] });
});

describe('labels in the cells themselves', () => {
  const cells = ['1 = Agree', '2 = Not sure', '3 = Disagree', '1 = Agree', '2 = Not sure'];
  const rows = [...cells, ...cells, '99 = Not known', '99 = Not known'];
  const file = () => fileOf(`id,q1\n${rows.map((cell, i) => `p${i},${cell}`).join('\n')}\n`);

  test('the code is the value, labels in the order of the codes', async () => {
    const loaded = await load(file());
    expect(loaded.frame.variables[1]).toMatchObject({
      kind: 'category',
      values: [
        { value: '1', label: 'Agree' },
        { value: '2', label: 'Not sure' },
        { value: '3', label: 'Disagree' },
        { value: '99', label: 'Not known' },
      ],
    });
    expect(valuesOf(loaded, 'q1').slice(0, 3)).toEqual(['1', '2', '3']);
    expect(loaded.notes).toEqual([]);
  });

  test('as a number, as text, with a missing code', async () => {
    const number = await load(file(), { columns: [{ position: 1, kind: 'integer' }] });
    expect(valuesOf(number, 'q1').slice(0, 3)).toEqual([1, 2, 3]);
    const text = await load(file(), { columns: [{ position: 1, kind: 'text' }] });
    expect(valuesOf(text, 'q1')[0]).toBe('1 = Agree');
    const missing = [{ code: '99', reason: 'not known' }];
    const loaded = await load(file(), { columns: [{ position: 1, missing }] });
    expect(valuesOf(loaded, 'q1').at(-1)).toBeNull();
    expect(loaded.receipt.cells.missing).toBe(2);
  });

  test('file names, addresses and dates are none', async () => {
    const names = Array.from({ length: 30 }, (_, i) => `p${i},${i % 3}-part.csv`).join('\n');
    const files = await preview(fileOf(`id,name\n${names}\n`));
    expect(files.decisions.columns[1]?.values).toBeUndefined();
    const streets = Array.from({ length: 30 }, (_, i) => `p${i},${i} - Road ${i}`).join('\n');
    const shown = await preview(fileOf(`id,address\n${streets}\n`));
    expect(shown.decisions.columns[1]?.values).toBeUndefined();
  });
});
