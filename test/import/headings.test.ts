import { describe, expect, test } from 'vitest';
import { bookOf, fileOf, load, preview, sheetRow, valuesOf } from './fixtures.ts';

const ROWS = Array.from({ length: 8 }, (_, i) => `HB${i},${i},${i + 1},${i + 2},${i + 3}`).join(
  '\n',
);

async function headers(file: string) {
  const { decisions } = await preview(file);
  return [decisions.header, ...decisions.columns.map(({ header }) => header)];
}

describe('rows of group headings', () => {
  test('repeated names over repeated headings', async () => {
    const file = fileOf(`,Before,Before,After,After\nID,Q1,Q2,Q1,Q2\n${ROWS}\n`);
    expect(await headers(file)).toEqual([
      { row: 1, rows: 2 },
      'ID',
      'Before – Q1',
      'Before – Q2',
      'After – Q1',
      'After – Q2',
    ]);
    expect(valuesOf(await load(file), 'After – Q2').slice(0, 2)).toEqual([3, 4]);
  });

  test('a name over the first column of its group', async () => {
    const file = fileOf(`Person,Before,,After,\nID,Q1,Q2,Q3,Q4\n${ROWS}\n`);
    expect((await headers(file))[0]).toEqual({ row: 1, rows: 2 });
    expect((await headers(file))[3]).toBe('Before – Q2');
  });

  test('three rows', async () => {
    const file = fileOf(
      `Extract of March,,,,\n\nPerson,At start,,At end,\n,PRFQ,MORS,PRFQ,MORS\nID,1,2,1,2\n${ROWS}\n`.replace(
        'ID,1,2,1,2',
        'ID,Sum a,Sum b,Sum a,Sum b',
      ),
    );
    expect((await headers(file))[0]).toEqual({ row: 3, rows: 3 });
    expect((await headers(file))[5]).toBe('At end – MORS – Sum b');
  });

  test('merged cells over three rows', async () => {
    const rows =
      sheetRow(1, ['Person', 'At start', null, 'At end', null]) +
      sheetRow(2, [null, 'PRFQ', null, 'PRFQ', null]) +
      sheetRow(3, ['ID', 'Q1', 'Q2', 'Q1', 'Q2']) +
      [4, 5, 6].map((i) => sheetRow(i, [`HB${i}`, 1, 2, 3, 4])).join('');
    const merges = ['B1:C1', 'D1:E1', 'B2:C2', 'D2:E2'];
    const after = `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
    const found = await headers(bookOf({ rows, after }));
    expect(found[0]).toEqual({ row: 1, rows: 3 });
    expect(found[5]).toBe('At end – PRFQ – Q2');
  });

  test.each([
    ['a blank heading over words', 'id,name,,\nHB1,Ann,x,3\nHB2,Bo,y,4\nHB3,Cy,x,5\n', 1],
    ['data whose first row has no numbers', 'id,score,\nHB1,NK,late\nHB2,12,\nHB3,14,\n', 1],
    ['answers that repeat', 'Q1,,Q2,\nYes,No,Yes,No\nNo,No,Yes,Yes\nYes,Yes,No,No\n', 1],
    ['a title of two texts', 'Extract,,Run 2024,,\nid,site,n,x,y\nHB1,North,3,a,b\n', 1],
  ])('%s: one row', async (_, text, rows) => {
    expect((await preview(fileOf(text))).decisions.header.rows).toBe(rows);
  });
});

describe('names', () => {
  test('question texts get a short name and keep the whole text as label', async () => {
    const long = [
      'Q7. Overall, how satisfied are you with the support that you and your baby received?',
      '[q8_2] Please tick everything that you found helpful in the last three months: play',
      'How often in the past two weeks did you feel that you could not cope with your baby?',
      'How often in the past two weeks did you feel that you could not cope with your partner?',
    ];
    const quoted = long.map((text) => `"${text}"`).join(',');
    const loaded = await load(fileOf(`id,${quoted}\n1,2,3,4,5\n2,3,4,5,6\n`));
    expect(loaded.frame.variables.map(({ name }) => name)).toEqual([
      'id',
      'Q7',
      'q8_2',
      'How often in the past two weeks did you',
      'How often in the past two weeks did you (2)',
    ]);
    expect(loaded.frame.variables.slice(1).map(({ label }) => label)).toEqual(long);
    expect(loaded.receipt.notices?.map(({ code }) => code)).toEqual([
      'column-named',
      'column-named',
      'column-named',
      'column-named',
    ]);
  });

  test('empty and repeated headings are told', async () => {
    const { receipt } = await load(fileOf('Score,Score,,__proto__\n1,2,3,4\n2,3,4,5\n'));
    expect(receipt.notices?.map(({ text }) => text)).toEqual([
      'The heading “Score” stands more than once: this one is called “Score (2)”.',
      'Column 3 has no heading: it is called “Column 3”.',
    ]);
  });

  test('a label can be written by a person and stays in the contract', async () => {
    const file = fileOf('q1,q2\n1,2\n3,4\n');
    const loaded = await load(file, { columns: [{ position: 0, label: 'How are you?' }] });
    expect(loaded.frame.variables[0]?.label).toBe('How are you?');
    expect(loaded.decisions.columns[0]).toMatchObject({ label: 'How are you?', header: 'q1' });
  });
});
