import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AttuneWindow, downloaded, openWindow } from './attune-window.ts';

const folder = mkdtempSync(join(tmpdir(), 'attune-e2e-import-'));
let attune: AttuneWindow;
let page: Page;

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

async function choose(
  files: string | readonly string[],
  action: () => Promise<unknown> = () => page.keyboard.press('Control+i'),
): Promise<void> {
  attune.chooses(files);
  await action();
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const next = () => button('Continue');
const sum = () => page.getByRole('region', { name: 'Receipt' });
const panel = () => page.getByRole('complementary', { name: 'Selected columns' });
const head = (name: string) => page.locator('[data-column]').filter({ hasText: name });
const way = (words: string) => page.locator('.ask .check', { hasText: words });

/** The import page shows this file, and nothing is left to be settled. */
async function ready(name: string | RegExp): Promise<void> {
  await page.getByRole('region', { name: 'How the file is read' }).getByText(name).waitFor();
  await sum().getByText('✓ Ready').waitFor();
}

async function load(): Promise<void> {
  await next().click();
  await page.getByRole('heading', { name: 'Sources' }).waitFor();
}

async function go(name: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();
}

async function cellsOf(row: Locator): Promise<string[]> {
  await row.first().waitFor();
  return row.getByRole('gridcell').allInnerTexts();
}

/** Lets files fall on whatever page is shown, as a file manager does. */
async function drop(files: Readonly<Record<string, string>>): Promise<void> {
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const [name, text] of Object.entries(given)) data.items.add(new File([text], name));
    return data;
  }, files);
  await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
}

beforeAll(async () => {
  attune = await openWindow();
  page = attune.page;
  page.setDefaultTimeout(20_000);
  await page.getByRole('heading', { name: 'Start' }).waitFor();
});
afterAll(async () => {
  expect(attune.complaints).toEqual([]);
  await attune.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('several files', () => {
  test('are dropped anywhere, wait while another page is shown, and are stacked', async () => {
    await drop({
      'referrals Q1.csv': 'Ref,Source,Score\nA1,GP,1\nA2,Self,2\n',
      'referrals Q2.csv': 'Ref,Source,Score\nB1,GP,3\nB2,GP,99\nB3,Self,4\n',
    });
    await ready('referrals Q1.csv');
    const queue = page.getByRole('region', { name: 'Tables to import' });
    await queue.getByText('Both have the same headings.').waitFor();
    await head('Score').click();
    await panel().getByRole('textbox', { name: 'Label' }).fill('Score at referral');
    await page.keyboard.press('Enter');
    await button('Undo: label of Score').waitFor();

    await go('Start');
    await page.getByRole('heading', { name: 'Start' }).waitFor();
    await go('Sources');
    await button('Undo: label of Score').waitFor();

    await button('Stack as one table').click();
    await ready('2 files as one table');
    await load();
    const row = page.getByRole('row', { name: /referrals Q1\.csv \+ referrals Q2\.csv/ });
    expect((await cellsOf(row)).slice(1, 6)).toEqual(['7', '5', '0', '2', '0']);
    await go('Data');
    const grid = page.getByRole('region', { name: 'Rows' });
    await grid.getByText('referrals Q2.csv').first().waitFor();
    await expect.poll(() => grid.getByText('referrals Q1.csv').count()).toBe(2);
    await expect.poll(() => grid.getByText('referrals Q2.csv').count()).toBe(3);
  });

  test('a workbook lists its hidden sheets unticked, and ticked sheets wait as tables', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('PRFQ').addRows([['Ref', 'Total'], ...ids(6).map((ref) => [ref, 20])]);
    book.addWorksheet('MORS').addRows([['Ref', 'Warmth'], ...ids(4).map((ref) => [ref, 9])]);
    book.addWorksheet('Codes', { state: 'veryHidden' }).addRows([['a'], ['b']]);
    const path = join(folder, 'outcomes.xlsx');
    await book.xlsx.writeFile(path);
    await choose(path);
    await ready('outcomes.xlsx');
    const sheets = page.getByRole('group', { name: 'Sheets of the workbook' });
    expect(await sheets.getByText('very hidden').isVisible()).toBe(true);
    expect(await sheets.getByRole('checkbox', { name: 'Import Codes' }).isChecked()).toBe(false);
    await sheets.locator('.check', { hasText: 'Import MORS' }).click();
    const queue = page.getByRole('region', { name: 'Tables to import' });
    await queue.getByText('4 rows').waitFor();
    await next().click();
    await ready('outcomes.xlsx, MORS');
    await load();
    await expect.poll(() => page.getByRole('row', { name: /sheet (PRFQ|MORS)/ }).count()).toBe(2);
  });
});

describe('the next extract', () => {
  const march = ['Ref,Name,Site,Score', ...ids(9).map((ref, i) => `${ref},Person ${i},North,${i}`)];

  test('updates by key: compared first, then loaded, then undone', async () => {
    await choose(file('people.csv', march));
    await ready('people.csv');
    await load();
    const april = march
      .map((line) => line.replace('P003,Person 3,North,3', 'P003,Person 3,,8'))
      .filter((line) => !line.startsWith('P000'));
    await choose(file('people april.csv', [...april, 'P100,New person,North,5']));
    await page.getByText('What becomes of the 9 rows of People?').waitFor();
    expect(await next().isDisabled()).toBe(true);
    await way('Update by key').click();
    const comparison = page.getByRole('group', { name: 'Comparison with the table' });
    await comparison.waitFor();
    const words = (await comparison.innerText()).replace(/\s+/g, ' ');
    expect(words).toContain('9 in the file');
    expect(words).toContain('1 new');
    expect(words).toContain('1 changed');
    expect(words).toContain('7 unchanged');
    expect(words).toContain('1 of them are not in the file: they stay in the table.');
    expect(words).toContain('1 empty cell of the file left a value as it is.');
    expect(await comparison.getByRole('row').nth(1).innerText()).toMatch(
      /P003\s+4\s+\d\s+Score\s+3\s+8/,
    );
    await ready('people april.csv');
    await load();
    const rows = page.getByRole('row', { name: /people/ });
    await expect.poll(() => rows.count()).toBe(2);
    expect(await rows.first().innerText()).toContain('updated it by key');
    await expect
      .poll(() => page.getByRole('region', { name: 'Cohort' }).innerText())
      .toContain('10 rows');

    await button('Undo this import').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone: People has its 9 rows of before.').waitFor();
    await expect.poll(() => rows.count()).toBe(1);
  });

  test('replaces without a key where the proposed one repeats', async () => {
    await choose(file('people twice.csv', [...march, march[1] as string]));
    await page.getByText('What becomes of the 9 rows of People?').waitFor();
    await way('Replace').click();
    await sum().getByText('It cannot be compared').waitFor();
    expect(await next().isDisabled()).toBe(true);
    await button('replace without matching').click();
    await ready('people twice.csv');
    await button('Cancel').click();
    await page.getByRole('heading', { name: 'Sources' }).waitFor();
  });

  test('a file that is known is not loaded again unless a person says so', async () => {
    await choose(file('people again.csv', march));
    await page.getByText('This file is in the project already.').waitFor();
    await way('A table of its own').click();
    await sum().getByText('A known file').waitFor();
    expect(await next().isDisabled()).toBe(true);
    await page.locator('.ask .check', { hasText: 'Import it again all the same' }).click();
    await ready('people again.csv');
    await button('Cancel').click();
    await page.getByRole('heading', { name: 'Sources' }).waitFor();
  });

  test('decisions leave as a file, and what contradicts them has to be accepted', async () => {
    await page.getByRole('row', { name: /people/ }).click();
    const saved = await downloaded(page, () => button('Save decisions').click());
    const contract = join(folder, saved.name);
    writeFileSync(contract, saved.bytes);
    await choose(file('people new.csv', ['Ref,Name,Score', 'P500,Somebody,1', 'P501,Else,2']));
    await ready('people new.csv');
    await choose(contract, () => button('Use saved decisions').click());
    await page.getByText(/1 difference from the decisions of/).waitFor();
    await page
      .getByText(/“Site” is not there/)
      .or(page.getByText(/Site/))
      .first()
      .waitFor();
    expect(await next().isDisabled()).toBe(true);
    await page.locator('.ask .check', { hasText: 'Accept this and load it so' }).click();
    await ready('people new.csv');
    await load();

    await drop({
      'people newer.csv': 'Ref,Name,Score\nP600,Anybody,1\nP601,Other,2\n',
      [saved.name]: saved.bytes.toString(),
    });
    await page.getByText(/1 difference from the decisions of/).waitFor();
    await button('Cancel').click();
    await drop({ [saved.name]: saved.bytes.toString() });
    await page.getByText('Drop it together with the file').waitFor();
  });
});

test('lines that begin with # are rows where a person says so', async () => {
  const rows = ids(9).map((id, i) => `${id},${i}`);
  await choose(file('marked.csv', ['id,score', 'a1,1', '# no visits in May', ...rows]));
  await ready('marked.csv');
  expect(await sum().getByRole('button', { name: 'row 3' }).count()).toBe(0);
  await button(/^Evidence/).click();
  await button(/Lines that begin with #/).click();
  await page.getByRole('option', { name: 'Read as rows' }).click();
  await page.keyboard.press('Escape');
  await sum().getByRole('button', { name: 'row 3' }).waitFor();
  await button('Undo: lines that begin with #').click();
  await sum().getByRole('button', { name: 'row 3' }).waitFor({ state: 'detached' });
  await button('Cancel').click();
});

describe('rows and cells with problems', () => {
  test('are looked at before the load, and a row set aside is corrected and sent back', async () => {
    const lines = ['id,score,seen', 'a1,1,13/03/2024', 'a2,about two,14/03/2024', 'a3,3'];
    await choose(file('visits.csv', [...lines, ...ids(9).map((id, i) => `${id},${i},15/03/2024`)]));
    await ready('visits.csv');
    await sum().getByRole('button', { name: 'row 4' }).click();
    await page.getByText(/Quarantined: too few fields/).waitFor();
    await sum().getByRole('button', { name: 'kept as text' }).click();
    await page.getByRole('radio', { name: /^Problems/, checked: true }).waitFor();
    await load();
    const receipt = page.getByRole('complementary', { name: 'Receipt' });
    await receipt.getByText('about two').first().waitFor();
    await receipt.getByRole('button', { name: 'Correct row 4' }).click();
    await page.getByRole('textbox', { name: 'seen' }).fill('16/03/2024');
    await button('Send back').click();
    await page.getByText('Row 4 is in Visits, corrected.').waitFor();
    await receipt.getByText('corrected, and counted as loaded').waitFor();
    const row = page.getByRole('row', { name: /visits\.csv/ });
    await expect
      .poll(async () => (await cellsOf(row)).slice(1, 6))
      .toEqual(['13', '12', '0', '1', '0']);
  });
});

describe('many columns', () => {
  const items = Array.from({ length: 12 }, (_, i) => `q${i + 1}`);
  const survey = [
    ['id', ...items].join(','),
    ...ids(30).map((id, k) => [id, ...items.map((_, i) => (i + k) % 9 || 99)].join(',')),
  ];

  test('are selected with the keyboard and decided about at once, and one step takes it back', async () => {
    await choose(file('survey.csv', survey));
    await ready('survey.csv');
    await head('q1 to 12').click();
    await panel().getByRole('heading', { name: '12 columns' }).waitFor();
    await button('Show each').click();
    await button('Fold 12 alike').waitFor();
    await head('q1').first().click();
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowRight');
    await panel().getByRole('heading', { name: '4 columns' }).waitFor();
    await panel()
      .getByRole('button', { name: /^Accept 99 as missing in 4 columns/ })
      .click();
    await panel().getByText('in 4 of 4').waitFor();
    await page.getByRole('radio', { name: /^Columns/ }).click();
    await page.getByRole('grid', { name: 'Columns of the file' }).getByText('q7').click();
    await page.keyboard.press('Shift+ArrowDown');
    await panel().getByRole('heading', { name: '2 columns' }).waitFor();
    await panel().getByRole('button', { name: 'Leave all out' }).click();
    await panel().getByText('0 of 2 are loaded').waitFor();
    await page.keyboard.press('Control+z');
    await panel().getByText('2 of 2 are loaded').waitFor();
    await button('Undo: 99 as missing for 4 columns').waitFor();
  });

  test('take labels and missing codes from a codebook that says what it lacks', async () => {
    const codebook = file('codebook.csv', [
      'variable,variable label,value,label,missing',
      'q1,How warm,1,Never,',
      'q1,,2,Often,',
      'q1,,99,Not asked,yes',
      'weight,Birth weight,,,',
    ]);
    await choose(codebook, () => button('Codebook…').click());
    const dialog = page.getByRole('dialog', { name: 'Codebook codebook.csv' });
    await dialog.getByText('In the codebook, not in the file').waitFor();
    expect(await dialog.innerText()).toContain('weight');
    await dialog.getByRole('button', { name: 'Use it' }).click();
    await button('Undo: codebook codebook.csv').waitFor();
    await page.getByRole('grid', { name: 'Columns of the file' }).getByText('q1').first().click();
    await panel().getByText('1 Never').waitFor();
    await page.keyboard.press('Shift+ArrowDown');
    await panel()
      .getByRole('button', { name: /Value labels of all/ })
      .click();
    await page.getByRole('option', { name: /^q1/ }).click();
    await button('Undo: value labels of q1 for 2 columns').waitFor();
    await panel().getByText('2 of 2 have them').waitFor();
    await ready('survey.csv');
    await load();
  });
});

test('a table is pasted from the clipboard', async () => {
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData(
      'text/plain',
      'Ref\tSeen\tNote\nA1\t13/02/2024\t"two\nlines"\nA2\t14/02/2024\tcafé\n',
    );
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true });
    document.body.dispatchEvent(paste);
  });
  await ready(/^Pasted table/);
  expect(await page.getByText('2 of 3 rows will load').isVisible()).toBe(true);
  await load();
  await page.getByRole('row', { name: /Pasted table/ }).waitFor();
});

function ids(n: number): string[] {
  return Array.from({ length: n }, (_, i) => `P00${i}`);
}
