import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type AttuneWindow, axeFindings, downloaded, openWindow, tabTo } from './attune-window.ts';
import { visitsProject } from './visits-project.ts';

// A messy table is cleaned as a person does it: by keyboard, by mouse, with a step changed afterwards.

const folder = mkdtempSync(join(tmpdir(), 'attune-e2e-cleaning-'));
let attune: AttuneWindow;
let page: Page;

beforeAll(async () => {
  attune = await openWindow({ project: await visitsProject(folder) });
  page = attune.page;
  page.setDefaultTimeout(15_000);
  await page.getByRole('heading', { name: 'Data' }).waitFor();
});
afterAll(async () => {
  expect(attune.complaints).toEqual([]);
  await attune.close();
  rmSync(folder, { recursive: true });
});
afterEach(async () => {
  while ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape');
});

const dialog = () => page.locator('.step-dialog');
const preview = () => dialog().locator('.preview');
const said = (at: number) => page.locator('.steps li').nth(at).locator('.said');
const soon = <T>(value: () => Promise<T>) => expect.poll(value, { timeout: 15_000 });
const keep = async (name: 'Add the step' | 'Keep the change') => {
  const button = dialog().getByRole('button', { name });
  await soon(() => button.isDisabled()).toBe(false);
  await button.click();
  await dialog().waitFor({ state: 'detached' });
};

async function command(words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

async function addStep(kind: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a step' }).click();
  await page.getByRole('button', { name: /What it does/ }).click();
  await page.getByRole('option', { name: new RegExp(`^${kind} `) }).click();
}

async function choose(label: string, variable: string): Promise<void> {
  await dialog().getByRole('combobox', { name: label, exact: true }).fill(variable);
  await page
    .getByRole('option', { name: new RegExp(`^${variable} `) })
    .first()
    .click();
}

test('spellings are merged by keyboard alone', async () => {
  await command('Show visits');
  await command('cleaning step');
  await soon(() => page.evaluate(() => document.activeElement?.textContent ?? '')).toContain(
    'Choose a step',
  );
  await page.keyboard.press('Enter');
  await page.keyboard.type('Merge');
  await page.keyboard.press('Enter');
  await tabTo(page, /^Variable/);
  await page.keyboard.type('site');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await dialog().getByText('All of them').waitFor();
  await tabTo(page, /All of them/);
  await page.keyboard.press('Space');
  await preview().getByText('Merged spellings: 3 of 11 values of site changed').waitFor();
  await soon(() => dialog().getByRole('button', { name: 'Add the step' }).isDisabled()).toBe(false);
  await tabTo(page, /Add the step/);
  await page.keyboard.press('Enter');
  await said(0)
    .getByText(/Merged spellings: 3 of 11/)
    .waitFor();
  await soon(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Add a step');
});

test('rows that are taken for the same are shown in their groups before they go', async () => {
  await addStep('Remove duplicates');
  await preview().getByText('Removed 1 of 12 rows that repeat another row.').waitFor();
  await choose('Rows agree in (optional)', 'born');
  await choose('And nearly in (optional)', 'name');
  await preview().getByText('2 groups of rows that are taken for the same').waitFor();
  const rows = await preview().locator('.groups tbody tr').allInnerTexts();
  expect(
    rows.map((row) =>
      row
        .split('\t')
        .slice(0, 3)
        .map((cell) => cell.trim()),
    ),
  ).toEqual([
    ['8 stays', '008', 'Isla Adams'],
    ['9 goes', '008', 'Isla Adams'],
    ['10 stays', '009', 'Grace Evans'],
    ['11 goes', '010', 'Grace Evens'],
  ]);
  await dialog().getByRole('button', { name: /Keep/ }).first().click();
  await page.getByRole('option', { name: 'The one with the most values' }).click();
  await soon(
    async () => (await preview().locator('.groups tbody tr').allInnerTexts())[2],
  ).toContain('Grace Evens');
  expect(await axeFindings(page)).toEqual([]);
  await keep('Add the step');
  await said(1)
    .getByText(/kept the fullest/)
    .waitFor();
});

test('the condition of a step is shown when the step is opened again, and changed in words', async () => {
  await addStep('Leave rows out');
  await dialog().getByRole('combobox', { name: 'In words' }).fill('site is Harbour');
  await dialog()
    .getByText(/site is Harbour: 4 of 10/)
    .waitFor();
  await dialog().getByRole('button', { name: 'And another' }).click();
  await dialog().getByRole('combobox', { name: 'In words' }).fill('age at least 100');
  await dialog().getByRole('textbox', { name: 'Reason' }).fill('no age');
  await preview()
    .getByText(/Left out 1 of 10 rows/)
    .waitFor();
  await keep('Add the step');
  await addStep('Rename a variable');
  await choose('Variable', 'site');
  await dialog().getByRole('textbox', { name: 'New variable' }).fill('Place');
  await keep('Add the step');
  await said(3).getByText(/Place/).waitFor();

  await said(2).click();
  await dialog().getByRole('button', { name: 'Change: site is Harbour' }).click();
  const words = dialog().getByRole('textbox', { name: 'In other words' });
  expect(await words.inputValue()).toBe('site is Harbour');
  await words.fill('site is Old Town');
  await dialog()
    .getByText(/site is Old Town and age is at least 100: 0 of 10/)
    .waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await words.fill('site is Riverside');
  await dialog()
    .getByText(/site is Riverside and age is at least 100: 0 of 10/)
    .waitFor();
  await dialog().getByRole('button', { name: 'Remove: age is at least 100' }).click();
  await dialog().getByRole('combobox', { name: 'In words' }).fill('age at least 40');
  await preview()
    .getByText(/Left out 2 of 10 rows \(no age\)/)
    .waitFor();
  await keep('Keep the change');
  await said(2)
    .getByText(/Left out 2 of 10/)
    .waitFor();
});

test('a step that is moved behind a renaming is told which step took its variable away', async () => {
  await page.getByRole('button', { name: 'Move step 4 up' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('It needs site, which step 3 renames or takes out, before it.').waitFor();
  await page.getByRole('button', { name: 'Back to the order that runs' }).click();
  await said(3).getByText(/Place/).waitFor();
});

test('corrections are a list of old and new when their step is opened again', async () => {
  await page.locator('.ag-row[row-index="0"] [col-id="c5"]').click();
  await page.getByRole('button', { name: 'Correct this cell' }).click();
  await page.getByLabel('Value (empty takes it out)').fill('33');
  await page.getByText(/Row with ref 001/).waitFor();
  await page.getByRole('button', { name: 'Correct', exact: true }).click();
  await said(4).getByText('Corrected 1 of 1 cells of age.').waitFor();
  await said(4).click();
  const cell = (words: string) => dialog().getByRole('textbox', { name: words });
  expect(await cell('ref of correction 1').inputValue()).toBe('001');
  expect(await cell('Old value of correction 1').inputValue()).toBe('32');
  await cell('New value of correction 1').fill('34');
  await cell('New value of correction 1').blur();
  await preview().getByText('34').waitFor();
  await keep('Keep the change');
});

test('what a step did to quality stands beside its counts', async () => {
  await page.getByRole('button', { name: 'What did step 2 do to quality?' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(/12 rows before, 10 after/).waitFor();
  const row = page.getByRole('row', { name: /repeats|in one row only/ }).first();
  expect((await row.innerText()).replace(/\s+/g, ' ')).toMatch(
    /1 of 12, 8\.3 % 0 of 10, 0\.0 % ▼ 1 fewer/,
  );
  expect(await axeFindings(page)).toEqual([]);
});

test('the history says what was done, step by step, and can be read as a text', async () => {
  await command('Go to History');
  await page
    .getByText(/\(1 step added\): 10 rows, before 12\. Step 2: Removed 2 of 12 rows/)
    .waitFor();
  const { bytes } = await downloaded(page, () =>
    page.getByRole('button', { name: 'Save as text' }).click(),
  );
  const text = bytes.toString('utf8');
  expect(text).toContain('Cleaning steps as they are now');
  expect(text).toMatch(/ {2}5\. Corrected 1 of 1 cells of age\./);
});
