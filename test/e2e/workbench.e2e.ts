import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messyExtract } from '../helpers/messy-extract.ts';
import { unzip, unzipText } from '../helpers/unzip.ts';
import { type AttuneWindow, axeFindings, downloaded, openWindow, tabTo } from './attune-window.ts';

const folder = mkdtempSync(join(tmpdir(), 'attune-e2e-'));
const messy = join(folder, 'outcomes T1 T2.csv');
writeFileSync(messy, messyExtract());

let attune: AttuneWindow;
let page: Page;

async function open(): Promise<void> {
  attune = await openWindow();
  page = attune.page;
  await page.getByRole('heading', { name: 'Start' }).waitFor();
}

async function close(): Promise<void> {
  expect(attune.complaints).toEqual([]);
  await attune.close();
}

async function choose(file: string, action: () => Promise<unknown>): Promise<void> {
  attune.chooses(file);
  await action();
}

async function pick(name: string, variable: string): Promise<void> {
  await page.getByRole('combobox', { name, exact: true }).fill(variable);
  await page
    .getByRole('option', { name: new RegExp(variable) })
    .first()
    .click();
}

describe('from a messy file to Word and Excel', () => {
  beforeAll(open);
  afterAll(close);

  test('the wizard asks what the file cannot say, and Continue waits for the answer', async () => {
    await choose(messy, () => page.getByRole('button', { name: /choose files/i }).click());
    await page.getByRole('heading', { name: 'Import', exact: true }).waitFor();
    const next = page.getByRole('button', { name: 'Continue' });
    await page.getByText('Question', { exact: false }).first().waitFor();
    expect(await next.isDisabled()).toBe(true);
    expect(await page.getByText('13 of 19 rows will load').isVisible()).toBe(true);
    expect(
      await page
        .getByText(/too few fields/)
        .first()
        .isVisible(),
    ).toBe(true);
    await page.getByText('Day first', { exact: false }).first().click();
    await page.getByRole('textbox', { name: 'rows are' }).fill('people');
    await expect.poll(() => next.isEnabled()).toBe(true);
    await next.click();
    await page.getByRole('heading', { name: 'Sources' }).waitFor();
  });

  test('the receipt adds up: 19 read = 13 loaded + 1 quarantined + 4 skipped + 1 blank', async () => {
    const row = page.getByRole('row', { name: /outcomes T1 T2/ });
    const cells = await row.getByRole('gridcell').allInnerTexts();
    expect(cells.slice(1, 6)).toEqual(['19', '13', '1', '4', '1']);
  });

  test('the grid shows ids with their zeros, dates as they were answered, and what did not fit', async () => {
    await page.getByRole('button', { name: /^Data/ }).click();
    const grid = page.getByRole('region', { name: 'Rows' });
    await grid.getByText('0001', { exact: true }).waitFor();
    expect(await grid.getByText('2023-04-01').first().isVisible()).toBe(true);
    expect(await grid.getByText('31/02/2023').isVisible()).toBe(true);
    expect(await grid.getByText('café').first().isVisible()).toBe(true);
    await grid.getByText('Warmth before').click();
    await grid.getByText('Warmth before').click();
    await expect
      .poll(async () => (await grid.getByRole('row').nth(1).innerText()).includes('35'))
      .toBe(true);
  });

  test('a paired t-test gives the numbers of R', async () => {
    await page.getByRole('button', { name: /^Analyse/ }).click();
    await page.getByText('Paired t-test').first().click();
    await pick('Before', 'Warmth before');
    await pick('After', 'Warmth after');
    await page.getByText('n = 12 of 13', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Keep result' }).click();
    const card = page.getByRole('region', { name: /^Result:/ });
    await card.getByText('t(11) = 3.68, p = .004', { exact: false }).first().waitFor();
    const text = await card.innerText();
    expect(text).toContain('2.58');
    expect(text).toContain('[1.04, 4.13]');
    expect(text).toContain('0.46');
    expect(text).toMatch(/12 of 13 people/);
  });

  test('Word and Excel hold the same numbers when they are opened again', async () => {
    const card = page.getByRole('region', { name: /^Result:/ });
    const button = (name: string) => card.getByRole('button', { name });
    const word = await downloaded(page, () => button('Export to Word').click());
    const document = await unzipText(word.bytes, 'word/document.xml');
    const words = document.replace(/<[^>]+>/g, '');
    for (const number of ['3.68', '.004', '2.58', '[1.04, 4.13]', '0.46'])
      expect(words).toContain(number);
    expect(words).toContain('How this was made');

    const excel = await downloaded(page, () => button('Export to Excel').click());
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(excel.bytes.buffer as ArrayBuffer);
    const values: unknown[] = [];
    book.eachSheet((sheet) =>
      sheet.eachRow((row) => row.eachCell((cell) => values.push(cell.value))),
    );
    expect(values.join(' ')).toContain('[1.04, 4.13]');
    expect(
      values.some((value) => typeof value === 'number' && Math.abs(value - 0.00360224) < 1e-6),
    ).toBe(true);
  });

  test('the result goes into the report, and the report into Word', async () => {
    await page.getByRole('button', { name: 'Add to report' }).click();
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^Report/ })
      .click();
    await page.getByText('Table 1', { exact: false }).first().waitFor();
    const word = await downloaded(page, () =>
      page.getByRole('main').getByRole('button', { name: 'Export to Word' }).click(),
    );
    expect(word.name).toMatch(/\.docx$/);
    const parts = await unzip(word.bytes);
    expect([...parts.keys()].some((name) => name.startsWith('word/charts/'))).toBe(true);
  });

  test('a reload finds everything where it was', async () => {
    await page.reload();
    await page.getByRole('button', { name: /^Data/ }).click();
    await page.getByRole('region', { name: 'Rows' }).getByText('0001', { exact: true }).waitFor();
  });
});

describe('the same with the keyboard alone', () => {
  beforeAll(open);
  afterAll(close);

  /** Runs the first command that has these words. */
  async function command(words: string): Promise<void> {
    await page.keyboard.press('Control+k');
    await page.getByRole('menuitem').nth(1).waitFor();
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Commands' }).waitFor({ state: 'detached' });
  }

  /** Waits until the field of this name has the focus, without giving it. */
  async function focused(name: string): Promise<void> {
    const field = page.getByLabel(name, { exact: true }).and(page.locator('input'));
    await field.waitFor();
    await expect.poll(() => field.evaluate((it) => it === document.activeElement)).toBe(true);
  }

  test('import, look, analyse, export', async () => {
    const press = (key: string) => page.keyboard.press(key);
    await choose(messy, () => press('Control+i'));
    await page.getByRole('heading', { name: 'Import', exact: true }).waitFor();

    await tabTo(page, /day first/i);
    await press('Space');
    await page.getByText('✓ Ready').waitFor();
    await tabTo(page, /^Continue/);
    await press('Enter');
    await page.getByRole('heading', { name: 'Sources' }).waitFor();

    await command('to data');
    await page.getByRole('region', { name: 'Rows' }).getByText('0001', { exact: true }).waitFor();

    await command('change scores');
    await focused('Before');
    await page.keyboard.type('Warmth before');
    await press('ArrowDown');
    await press('Enter');
    await tabTo(page, /^After/);
    await page.keyboard.type('Warmth after');
    await press('ArrowDown');
    await press('Enter');
    await page.getByText('n = 12 of 13', { exact: true }).waitFor();
    await tabTo(page, /^Keep result/);
    await press('Enter');
    const card = page.getByRole('region', { name: /^Result:/ });
    await card.getByText('t(11) = 3.68', { exact: false }).first().waitFor();

    expect(await page.getByRole('heading', { name: 'Paired t-test: Warmth' }).count()).toBe(1);

    await tabTo(page, /Export to Word/);
    const word = await downloaded(page, () => press('Enter'));
    expect(word.name).toMatch(/\.docx$/);
    await tabTo(page, /Export to Excel/);
    const excel = await downloaded(page, () => press('Enter'));
    expect(excel.name).toMatch(/\.xlsx$/);

    await tabTo(page, /^Add to report/);
    await press('Enter');
    await page.getByText(/Added to the report/).waitFor();
    const report = await downloaded(page, () => command('report word'));
    expect(report.name).toMatch(/\.docx$/);
  });

  test('a condition is found, added, applied and taken back', async () => {
    const press = (key: string) => page.keyboard.press(key);
    await command('add condition');
    await focused('In words');
    await tabTo(page, /^Variable/);
    await page.keyboard.type('Site');
    await press('ArrowDown');
    await press('Enter');
    await tabTo(page, /^South/);
    await press('Space');
    await tabTo(page, /^Add condition/);
    await press('Enter');
    await page.getByText('not applied yet').waitFor();
    await tabTo(page, /^Apply/);
    await press('Enter');
    await page.getByText(/Applied, and saved as the cohort/).waitFor();
    await expect
      .poll(() => page.getByRole('region', { name: 'Cohort' }).innerText())
      .toMatch(/8 of 13 rows/);
    await press('Control+z');
    await page.getByText('not applied yet').waitFor();
    await tabTo(page, /^Clear/);
    await press('Enter');
    await expect
      .poll(() => page.getByRole('region', { name: 'Cohort' }).innerText())
      .toMatch(/13 of 13 rows/);
  });

  test('a condition is typed in words, said before it is added, and changed by keyboard alone', async () => {
    const press = (key: string) => page.keyboard.press(key);
    const bar = () => page.getByRole('region', { name: 'Cohort' }).innerText();
    await command('add condition');
    await focused('In words');
    await page.keyboard.type('site south');
    await page.getByText('Site is South').waitFor();
    await press('Enter');
    await expect.poll(bar).toMatch(/would be 8 of 13 rows/);
    await tabTo(page, /^Change the condition Site is South/);
    await press('Enter');
    await tabTo(page, /^Not: Site is South/);
    await press('Enter');
    await tabTo(page, /^Change condition/);
    await press('Enter');
    await expect.poll(bar).toMatch(/would be 5 of 13 rows/);
    await tabTo(page, /^Clear/);
    await press('Enter');
    await expect.poll(bar).toMatch(/13 of 13 rows/);
  });

  test('what is not understood has its nearest in a list of the field', async () => {
    const press = (key: string) => page.keyboard.press(key);
    await command('add condition');
    await focused('In words');
    const field = page.getByRole('combobox', { name: 'In words' });
    expect(await field.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.type('site is soth');
    const nearest = page.getByRole('listbox', { name: 'Nearest conditions' });
    await nearest.waitFor();
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    expect(await field.getAttribute('aria-controls')).toBe(await nearest.getAttribute('id'));
    const active = () =>
      field.evaluate(
        (input) =>
          document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent,
      );
    expect(await active()).toBeUndefined();
    await press('ArrowDown');
    await expect.poll(active).toBe('rows where Site is not missing');
    expect(await axeFindings(page)).toEqual([]);
    await focused('In words');
    await press('Enter');
    await expect
      .poll(() => page.getByRole('region', { name: 'Cohort' }).innerText())
      .toContain('Site is not missing');
    await tabTo(page, /^Clear/);
    await press('Enter');
  });

  test('F6 goes from pane to pane', async () => {
    const panes = new Set<string>();
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press('F6');
      panes.add(
        await page.evaluate(() => {
          const pane = document.activeElement?.closest(
            'nav, header, main, aside, section, [role=region], [role=complementary]',
          );
          return pane ? `${pane.tagName} ${pane.getAttribute('aria-label') ?? ''}` : '';
        }),
      );
    }
    expect(panes.size).toBeGreaterThan(4);
    expect(panes).not.toContain('');
  });
});

describe('bad input in the window', () => {
  beforeAll(open);
  afterAll(close);
  const projects = () => readdirSync(join(attune.home, 'Projects'));

  test.each([
    ['empty.csv', ''],
    ['old.xls', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old workbook'],
    ['photo.csv', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
    ['headers only.csv', 'id,name\n'],
    ['cut.xlsx', 'PK\x03\x04\x14\0\x08\0\x08\0'],
  ])('%s gets a clear refusal', async (name, content) => {
    const file = join(folder, name);
    writeFileSync(file, Buffer.from(content, 'latin1'));
    await choose(file, () => page.keyboard.press('Control+i'));
    await page.getByRole('button', { name: /copy details/i }).waitFor();
    expect(await page.getByRole('main').innerText()).toContain(name);
    expect(await page.getByRole('button', { name: 'Continue' }).count()).toBe(0);
    await page.getByRole('button', { name: /leave this file out/i }).click();
    await page.getByRole('heading', { name: 'Start' }).waitFor();
    expect(projects()).toEqual([]);
  });

  test('a project file that is not one', async () => {
    const file = join(folder, 'not one.attune');
    writeFileSync(file, 'my thesis');
    await choose(file, () => page.keyboard.press('Control+o'));
    await page
      .getByText(/not an Attune project/)
      .first()
      .waitFor();
    expect(projects()).toEqual([]);
  });
});
