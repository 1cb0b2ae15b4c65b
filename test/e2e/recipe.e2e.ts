import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type AttuneWindow, axeFindings, openWindow } from './attune-window.ts';
import { sampleProject } from './sample-project.ts';

// A recipe beside the rows: a step added with its preview, moved, undone; the cell's history; the page of it all.

const folder = mkdtempSync(join(tmpdir(), 'attune-e2e-recipe-'));
let attune: AttuneWindow;
let page: Page;

beforeAll(async () => {
  const sample = await sampleProject();
  const project = join(folder, 'recipe.attune');
  copyFileSync(sample.project, project);
  sample.remove();
  attune = await openWindow({ project });
  page = attune.page;
  page.setDefaultTimeout(20_000);
  await page.getByRole('heading', { name: 'Data' }).waitFor();
});
afterAll(async () => {
  expect(attune.complaints).toEqual([]);
  await attune.close();
  rmSync(folder, { recursive: true });
});

afterEach(async () => {
  // A dialog that a failure left open would fail the tests after it too.
  await page.keyboard.press('Escape');
});

const steps = () => page.locator('.steps li');
const said = (at: number) => steps().nth(at).locator('.said');

async function show(table: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(`Show ${table}`);
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Recipe' }).click();
  await page.getByRole('heading', { name: 'Recipe' }).waitFor();
}

test('a step is previewed, added, and stands in the list with what it did', async () => {
  await show('Referrals to psychotherapy');
  expect(await steps().count()).toBe(11);
  await page.getByRole('button', { name: 'Add a step' }).click();
  await page.getByRole('button', { name: /What it does/ }).click();
  await page.getByRole('option', { name: 'Compute a variable' }).click();
  await page.getByRole('textbox', { name: 'New variable' }).fill('Weekday');
  await page.getByRole('textbox', { name: 'Expression' }).fill('weekday(received');
  await page.getByText(/cannot be read at character 17/).waitFor();
  expect(await page.getByRole('button', { name: 'Add the step' }).isDisabled()).toBe(true);
  await page.getByRole('textbox', { name: 'Expression' }).fill('weekday(received)');
  await page.getByText(/known for 363 of 365 records/).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add the step' }).click();
  await said(11)
    .getByText(/Added Weekday/)
    .waitFor();
  expect(await axeFindings(page)).toEqual([]);
});

test('an order that does not run is told, and kept from the table', async () => {
  await page.getByRole('button', { name: 'Add a step' }).click();
  await page.getByRole('button', { name: /What it does/ }).click();
  await page.getByRole('option', { name: 'Put in bands' }).click();
  await page.getByRole('combobox', { name: 'Variable', exact: true }).fill('Weekday');
  await page.getByRole('option', { name: 'Weekday Whole number' }).click();
  await page.getByRole('textbox', { name: 'New variable' }).fill('Part of the week');
  await page
    .getByRole('textbox', { name: 'Bands' })
    .fill('Monday to Friday: 1 to 5\nWeekend: 6 to 7');
  await page.getByRole('textbox', { name: 'Bands' }).blur();
  await page
    .getByText(/Added Part of the week, 2 bands/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Add the step' }).click();
  await said(12)
    .getByText(/Part of the week/)
    .waitFor();
  await steps().nth(12).hover();
  await page.getByRole('button', { name: 'Move step 13 up' }).click();
  await page.getByText(/It needs weekday, which step 13 makes, after it/).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back to the order that runs' }).click();
  await said(12)
    .getByText(/Part of the week/)
    .waitFor();
});

test('Ctrl+Z takes back by name, Ctrl+Y does again', async () => {
  await page.keyboard.press('Control+z');
  await page.getByText(/^Undid: Changed the recipe of referrals \(1 step added\)/).waitFor();
  await page.waitForFunction(() => document.querySelectorAll('.steps li').length === 12);
  await page.keyboard.press('Control+y');
  await page.getByText(/^Did again: Changed the recipe/).waitFor();
  await page.waitForFunction(() => document.querySelectorAll('.steps li').length === 13);
});

test('the history lists it, undoes back to an entry, and keeps snapshots', async () => {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^History/ })
    .click();
  await page.getByText('Did again: Changed the recipe').first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByLabel('Name of the snapshot').fill('With weekdays');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByRole('button', { name: 'Bring back With weekdays' }).waitFor();
  await page.locator('.entries .done').nth(1).hover();
  await page.locator('.entries .done').nth(1).getByRole('button').click();
  await page.getByText(/^Undid: .* And 1 more\.$/).waitFor();
  await page.getByRole('button', { name: 'Bring back With weekdays' }).click();
  const asks = page.getByRole('alertdialog');
  await asks.getByText(/What was undone or done again since then \(2\)/).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await asks.getByRole('button', { name: 'Bring back' }).click();
  await page.getByText(/The project is as “With weekdays” has it/).waitFor();
  await show('Referrals to psychotherapy');
  await page.waitForFunction(() => document.querySelectorAll('.steps li').length === 13);
});

test('a cell is corrected by key, and tells how it came to be', async () => {
  await page.locator('.ag-row[row-index="0"] [col-id="c4"]').click();
  await page.getByRole('button', { name: 'Correct this cell' }).click();
  await page.getByLabel('Value (empty takes it out)').fill('GP');
  await page.getByText(/Row with Referral ID/).waitFor();
  await page.getByRole('button', { name: 'Correct', exact: true }).click();
  await said(13)
    .getByText(/Corrected 1 of 1 cells of Source of referral/)
    .waitFor();
  await page
    .locator('.story')
    .getByText(/Step 14: Corrected/)
    .waitFor();
  expect(await page.locator('.story').textContent()).toMatch(/Row 2 of referrals\.csv/);
});
