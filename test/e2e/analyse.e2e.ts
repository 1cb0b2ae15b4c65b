import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AttuneWindow, axeFindings, downloaded, openWindow } from './attune-window.ts';
import { sampleProject } from './sample-project.ts';

let sample: Awaited<ReturnType<typeof sampleProject>>;
let attune: AttuneWindow;
let page: Page;

beforeAll(async () => {
  sample = await sampleProject();
  attune = await openWindow({ project: sample.project });
  page = attune.page;
  await page
    .getByRole('button', { name: /^Analyse/ })
    .first()
    .click();
});
afterAll(async () => {
  expect(attune.complaints).toEqual([]);
  await attune.close();
  sample.remove();
});

const results = () => page.getByRole('listbox', { name: 'Results' }).getByRole('option');
const card = () => page.getByRole('region', { name: /^Result:/ });
const press = (key: string) => page.keyboard.press(key);

/** By words, with the keyboard alone. */
async function choose(words: string, title: string): Promise<void> {
  await page.getByRole('button', { name: 'New analysis' }).click();
  const found = page.getByRole('listbox', { name: 'Analyses' }).getByRole('option');
  await press('Control+f');
  await page.keyboard.type(words);
  await expect.poll(async () => (await found.first().innerText()).startsWith(title)).toBe(true);
  await press('ArrowDown');
  await press('Enter');
  await page.getByRole('region', { name: 'Options' }).waitFor();
}

async function useTable(label: string): Promise<void> {
  await page
    .getByRole('button', { name: /Table$/ })
    .first()
    .click();
  await page.locator('.popover').getByRole('option', { name: label }).first().click();
}

async function pick(name: string, variable: string): Promise<void> {
  await page.getByRole('combobox', { name, exact: true }).fill(variable);
  await page.locator('.popover').getByRole('option', { name: variable }).first().click();
}

describe('analyses of four kinds', () => {
  test('do groups differ: the result follows the options, and is kept when somebody says so', async () => {
    await results().first().waitFor();
    const before = await results().count();
    await choose('welch', 'Independent t-test');
    await useTable('Adults');
    await pick('Outcomes', 'Age at first contact');
    await pick('Groups', 'Sex');
    await card().getByText('Female', { exact: false }).first().waitFor();
    expect(await page.getByText('not kept yet').isVisible()).toBe(true);
    expect(await results().count()).toBe(before);
    expect(await card().getByRole('button', { name: 'Export to Word' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Keep result' }).click();
    await card().getByRole('button', { name: 'Export to Word' }).waitFor();
    expect(await results().count()).toBe(before + 1);
    expect(await axeFindings(page)).toEqual([]);
  });

  test('the chart is read with the arrow keys, opened large, and handed over', async () => {
    const chart = card().getByRole('listbox').first();
    await chart.focus();
    await press('ArrowRight');
    await card()
      .getByText(/median .* · +1 of 2/)
      .waitFor();
    await press('End');
    await card()
      .getByText(/2 of 2/)
      .waitFor();
    await card().getByRole('button', { name: 'Open large' }).first().click();
    await page.getByRole('dialog').locator('.main-svg').first().waitFor();
    await press('Escape');
    const save = (format: string) =>
      downloaded(page, () =>
        card()
          .getByRole('button', { name: `Export this chart to ${format}` })
          .first()
          .click(),
      );
    expect((await save('PNG')).bytes.subarray(1, 4).toString()).toBe('PNG');
    expect((await save('SVG')).bytes.toString()).toContain('<svg');
    expect((await save('CSV')).bytes.toString()).toContain('Median');
  });

  test('how many: the table is sorted by a heading, and back', async () => {
    await choose('how many of each kind', 'Frequencies');
    await pick('Variables', 'Ethnic category');
    const table = card().getByRole('table').first();
    const heading = table.getByRole('columnheader', { name: /^n/ }).first();
    const first = async () => (await table.locator('tbody tr').first().innerText()).split('\t');
    await heading.waitFor();
    const order = await first();
    await heading.getByRole('button').click();
    expect(await heading.getAttribute('aria-sort')).toBe('ascending');
    expect(await first()).not.toEqual(order);
    await heading.getByRole('button').click();
    await heading.getByRole('button').click();
    expect(await first()).toEqual(order);
  });

  test('did scores change: another level is in every number at once', async () => {
    await choose('paired t', 'Paired t-test');
    await useTable('PRFQ before and after');
    await pick('Before', 'Pre-mentalizing modes, T1');
    await pick('After', 'Pre-mentalizing modes, T2');
    await card().getByText('d', { exact: false }).first().waitFor();
    const level = page.getByRole('textbox', { name: 'Confidence level, %' });
    await level.fill('99');
    await press('Tab');
    await card().getByText(/99.%/).first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  test('are these related: from the question to the chart', async () => {
    await choose('related correlation', 'Correlation');
    await pick('Variable', 'Pre-mentalizing modes, T1');
    await pick('With', 'Interest and curiosity, T1');
    await card().getByRole('listbox').first().waitFor();
  });
});
