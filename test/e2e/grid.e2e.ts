import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from './attune-window.ts';
import { openSampleWindow, type SampleWindow } from './sample-window.ts';

// The grid over the sample's tables, against what SQLite says about the same project.

let sample: SampleWindow;
let page: Page;
let db: Database.Database;

beforeAll(async () => {
  sample = await openSampleWindow();
  db = sample.db;
  page = sample.attune.page;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(() => sample.close());

const sql = (query: string, ...values: unknown[]) =>
  db
    .prepare(query)
    .raw()
    .all(...values) as (string | number | null)[][];

/** The text of the cells in view of some columns, in the order of the rows; signs and reasons are left out. */
async function cells(...columns: number[]): Promise<string[][]> {
  return page.evaluate((wanted) => {
    const rows = [...document.querySelectorAll('.ag-row[row-index]')];
    const at = (row: Element) => Number(row.getAttribute('row-index'));
    return rows
      .toSorted((a, b) => at(a) - at(b))
      .map((row) =>
        wanted.map((column) => {
          const cell = row.querySelector(`[col-id="c${column}"]`)?.cloneNode(true) as Element;
          for (const part of cell?.querySelectorAll('.mk,.unseen') ?? []) part.remove();
          return cell?.textContent?.trim() ?? '';
        }),
      );
  }, columns);
}

/** Waits for a value; the machine may be busy. */
const soon = <T>(value: () => Promise<T>) => expect.poll(value, { timeout: 15_000 });

async function show(table: string): Promise<void> {
  await page.locator('.tablepick button').click();
  await page.getByRole('option', { name: new RegExp(`^${table}`, 'i') }).click();
  await page.getByRole('heading', { name: 'Data' }).waitFor();
  await page.locator('.ag-cell[col-id="c0"]').first().waitFor();
}

const head = (label: string) => page.getByRole('columnheader', { name: label, exact: true });
const cell = (row: number, column: number) =>
  page.locator(`.ag-row[row-index="${row}"] [col-id="c${column}"]`);
const rowsSaid = () => page.locator('.key .shown').innerText();
const looks = async () => expect(await axeFindings(page)).toEqual([]);

test('rows stand in the order of two columns, as SQLite puts them', async () => {
  await show('Referrals, as received');
  await head('Received').click();
  await head('Referral ID').click({ modifiers: ['Shift'] });
  await head('Referral ID').click({ modifiers: ['Shift'] });
  const wanted = sql(
    `SELECT referral_id, received FROM referrals_received
     ORDER BY received IS NULL, received, referral_id DESC LIMIT 12`,
  );
  await soon(async () => (await cells(0, 3)).slice(0, 12)).toEqual(wanted);
  expect(await rowsSaid()).toBe('All 381 records');
  // The signs say which column sorts first.
  const signs = await page.locator('.ag-sort-order').allInnerTexts();
  expect(signs.filter((sign) => sign !== '')).toEqual(['2', '1']);
  expect(await page.locator('[aria-sort="ascending"], [aria-sort="descending"]').count()).toBe(2);
});

test('a text is found cell by cell, counted as SQLite counts it, and marked', async () => {
  const [[wanted]] = sql(
    `SELECT (SELECT sum((instr(coalesce(received, ''), '2021-03') > 0) + (instr(coalesce(allocation_meeting, ''), '2021-03') > 0)
               + (instr(coalesce(edd, ''), '2021-03') > 0) + (instr(coalesce(infant_dob, ''), '2021-03') > 0))
             FROM referrals_received)
          + (SELECT count(*) FROM attune_cell_note WHERE table_id = 3 AND instr(raw, '2021-03') > 0)`,
  ) as [[number]];
  await page.keyboard.press('Control+f');
  await page.keyboard.type('2021-03');
  const said = page.locator('.found');
  await soon(() => said.innerText()).toBe(`1 of ${wanted}`);
  await soon(() => page.locator('.is-here').innerText()).toContain('2021-03');
  await page.keyboard.press('Enter');
  await soon(() => said.innerText()).toBe(`2 of ${wanted}`);
  await page.keyboard.press('F3');
  await page.keyboard.press('F3');
  await page.keyboard.press('Shift+F3');
  await soon(() => said.innerText()).toBe(`3 of ${wanted}`);
  await page.keyboard.press('Shift+F3');
  await page.keyboard.press('Shift+F3');
  await page.keyboard.press('Shift+F3');
  await soon(() => said.innerText()).toBe(`${wanted} of ${wanted}`);
  await soon(() => page.locator('.is-hit').count()).toBeGreaterThan(0);
  await looks();

  const [[rows]] = sql(
    `SELECT count(*) FROM referrals_received WHERE instr(received || '', '2021-03')
       OR instr(allocation_meeting || '', '2021-03') OR instr(edd || '', '2021-03') OR instr(infant_dob || '', '2021-03')`,
  ) as [[number]];
  await page.getByRole('button', { name: 'Only these rows' }).click();
  await soon(rowsSaid).toBe(`${rows} shown of 381 records`);
  await page.getByRole('searchbox', { name: 'Find in these rows' }).fill('nobody wrote this');
  await page.getByRole('heading', { name: 'No row holds' }).waitFor();
  await looks();
  await page.getByRole('searchbox', { name: 'Find in these rows' }).fill('');
  await soon(rowsSaid).toBe('All 381 records');
});

test('a cell that did not fit has its sign, its reason aloud, and what stands in the file', async () => {
  const [[row, raw, reason]] = sql(
    `SELECT row, raw, reason FROM attune_cell_note WHERE table_id = 3 AND column = 3 AND kind = 'problem' LIMIT 1`,
  ) as [[number, string, string]];
  await show('Adults and their appointments');
  await show('Referrals, as received');
  await page.getByRole('textbox', { name: /Go to row/ }).fill(String(row));
  await page.keyboard.press('Enter');
  const wrong = cell(row - 1, 3);
  await wrong.waitFor();
  expect(await wrong.textContent()).toBe(`✕${raw} (does not fit: ${reason})`);
  await wrong.hover();
  await page.getByText(`${raw}: does not fit: ${reason}`, { exact: true }).waitFor();
  await wrong.click();
  const card = page.getByRole('region', { name: 'Selected cell' });
  await card.getByText(reason).waitFor();
  expect(await card.locator('.raw').innerText()).toBe(raw);
  // Beside what was read otherwise, the rest stands back.
  const colour = () => cell(row - 1, 0).evaluate((shown) => getComputedStyle(shown).color);
  const before = await colour();
  await page.getByRole('radio', { name: 'Raw text' }).click();
  expect(await wrong.textContent()).toContain(raw);
  expect(await colour()).not.toBe(before);
  await page.getByRole('radio', { name: 'Labels' }).click();
});

test('selected cells are copied with their headings, as they are shown', async () => {
  await show('Adults and their appointments');
  await cell(2, 0).click();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight'])
    await page.keyboard.press(`Shift+${key}`);
  await soon(() => page.locator('.in-range').count()).toBe(9);
  await page.keyboard.press('Control+c');
  await page.getByText('Copied 3 rows of 3 columns.').waitFor();
  const rows = sql('SELECT client_id, nhs_number, date_of_birth FROM people LIMIT 3 OFFSET 2');
  const lines = [['Client ID', 'NHS number', 'Date of birth'], ...rows];
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    lines.map((line) => line.join('\t')).join('\n'),
  );
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Selected cells alone' }).click();
  await page.getByText('Copied 415 rows of 17 columns.').waitFor();
  const all = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
  expect(all.length).toBe(415);
  const [[visits]] = sql('SELECT pip_appointments FROM people LIMIT 1 OFFSET 414') as [[number]];
  expect(all.at(-1)?.split('\t')[14]).toBe(String(visits));
});

test('columns stand under the tables they come from; hidden, pinned and moved ones stay so', async () => {
  await soon(() => page.locator('.ag-header-group-text').allInnerTexts()).toContain(
    'Service users, as received',
  );
  await page.getByRole('button', { name: /^Columns/ }).click();
  const chooser = page.getByRole('grid', { name: /^Columns/ });
  await looks();
  await page.getByRole('searchbox', { name: 'Find a column' }).fill('nhs');
  await chooser.getByRole('checkbox', { name: 'Show NHS number' }).click({ force: true });
  await page.getByRole('searchbox', { name: 'Find a column' }).fill('sex');
  await chooser.getByRole('button', { name: /^Pin Sex/ }).click();
  await page.getByRole('searchbox', { name: 'Find a column' }).fill('');
  await chooser.getByRole('row', { name: /Age at first/ }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Escape');
  const heads = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('.ag-header-cell .grid-head')].map((each) => each.textContent),
    );
  await soon(async () => (await heads()).slice(0, 4)).toEqual([
    'Sex',
    'Client ID',
    'Age at first contact',
    'Date of birth',
  ]);
  await page.reload();
  await page.locator('.tablepick button').waitFor();
  await show('Adults and their appointments');
  expect((await heads()).slice(0, 4)).toEqual([
    'Sex',
    'Client ID',
    'Age at first contact',
    'Date of birth',
  ]);
  expect(await page.getByRole('button', { name: 'Columns 16 of 17 shown' }).count()).toBe(1);
  await page.getByRole('button', { name: /^Columns/ }).click();
  await page.getByRole('button', { name: 'As in the table' }).click();
  await page.keyboard.press('Escape');
  await soon(async () => (await heads()).slice(0, 2)).toEqual(['Client ID', 'NHS number']);
});

test('a person is followed to their appointments by keyboard, and back to the cell', async () => {
  await page.getByRole('textbox', { name: /Go to row/ }).fill('300');
  await page.keyboard.press('Enter');
  await cell(299, 0).waitFor();
  await cell(299, 0).click();
  const id = (await cell(299, 0).innerText()).trim();
  const links = page.getByRole('region', { name: `Rows with Client ID ${id}` });
  const [[visits]] = sql('SELECT count(*) FROM appointments WHERE client_id = ?', id) as [[number]];
  expect(visits).toBeGreaterThan(1);
  const link = links.getByRole('button', { name: `Appointments made ${visits}` });
  await link.waitFor();
  await page.keyboard.press('Control+Enter');
  await soon(() => page.evaluate(() => document.activeElement?.closest('.links') !== null)).toBe(
    true,
  );
  await link.press('Enter');
  await page.getByText(`Only Client ID ${id}`, { exact: true }).waitFor();
  await soon(rowsSaid).toBe(`${visits} shown of 4,609 appointments`);
  const wanted = sql('SELECT appointment_id, client_id FROM appointments WHERE client_id = ?', id);
  await soon(() => cells(0, 1)).toEqual(wanted.slice(0, 40));
  await looks();
  // The cohort does not know of it.
  expect(await page.getByRole('region', { name: 'Cohort' }).innerText()).toContain(
    '4,609 of 4,609',
  );
  await page.getByRole('button', { name: /^Back to Adults/ }).click();
  await soon(() =>
    page.evaluate(() => document.activeElement?.textContent?.slice(0, 20).trim()),
  ).toBe(id);
  expect(await rowsSaid()).toBe('All 415 adults');
  await link.click();
  await page.getByRole('button', { name: /^Show all rows again/ }).click();
  await soon(rowsSaid).toBe('All 4,609 appointments');
});

test('three hundred columns of long names stand in their order, and are found', async () => {
  const wide = join(sample.folder, 'wide.csv');
  const names = Array.from(
    { length: 300 },
    (_, at) => `question ${at + 1} about how things have been lately and in full`,
  );
  const rows = Array.from({ length: 60 }, (_, row) =>
    names.map((_, at) => (row * 7 + at * 3) % 11).join(),
  );
  writeFileSync(wide, [names.join(), ...rows].join('\n'));
  sample.attune.chooses(wide);
  await page.keyboard.press('Control+i');
  await page.getByRole('heading', { name: 'Import', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Sources' }).waitFor();
  await page.getByRole('button', { name: /^Data/ }).click();
  await show('wide');
  await page.getByRole('button', { name: /^Columns/ }).click();
  await page.getByRole('searchbox', { name: 'Find a column' }).fill('question 291');
  await page.getByRole('button', { name: 'Hide 1 found' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Columns 299 of 300 shown' }).waitFor();
  await cell(0, 0).click();
  await page.keyboard.press('Control+ArrowRight');
  await cell(0, 299).waitFor();
  expect((await cell(0, 299).innerText()).trim()).toBe(String((299 * 3) % 11));
  expect(await page.locator('.ag-cell[col-id="c290"]').count()).toBe(0);
});
