import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { messyExtract } from '../helpers/messy-extract.ts';
import { type AttuneWindow, axeFindings, openWindow } from './attune-window.ts';
import { sampleProject } from './sample-project.ts';

const folder = mkdtempSync(join(tmpdir(), 'attune-e2e-axe-'));
const messy = join(folder, 'outcomes T1 T2.csv');
let sample: Awaited<ReturnType<typeof sampleProject>>;

beforeAll(async () => {
  writeFileSync(messy, messyExtract());
  sample = await sampleProject();
});
afterAll(() => {
  sample.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['light', 'dark'])('axe finds nothing, %s', (theme) => {
  let attune: AttuneWindow;
  let page: Page;

  beforeAll(async () => {
    attune = await openWindow({ project: sample.project });
    page = attune.page;
    page.setDefaultTimeout(15_000);
    attune.chooses(messy);
    await page.evaluate((name) => localStorage.setItem('attune-theme', name), theme);
    await page.reload();
    await page.getByRole('heading', { name: 'Data' }).waitFor();
    expect(await page.locator('html').getAttribute('data-theme')).toBe(theme);
  });
  afterEach(async () => {
    // Whatever floats goes, a list before the form that it belongs to.
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Escape');
  });
  afterAll(async () => {
    expect(attune.complaints).toEqual([]);
    await attune.close();
  });

  async function look(): Promise<void> {
    await page.waitForFunction(() => document.querySelector('.skeleton') === null);
    expect(await axeFindings(page)).toEqual([]);
  }

  async function go(name: string): Promise<void> {
    await page
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click();
    await page.locator(`main.${VIEW_CLASS[name]}`).waitFor();
  }

  test('Start', async () => {
    await go('Start');
    await page.getByRole('grid', { name: 'Recent projects' }).waitFor();
    await look();
  });

  test('Sources', async () => {
    await go('Sources');
    await page.getByRole('grid', { name: 'Imported files' }).waitFor();
    await look();
  });

  test('Data, with a variable', async () => {
    await go('Data');
    const variables = page.getByRole('listbox', { name: 'Variables' });
    await variables.getByRole('option', { name: /IMD decile/ }).click();
    await page.getByRole('heading', { name: 'IMD decile' }).waitFor();
    await page.locator('.ag-row').first().waitFor();
    await look();
  });

  test('Data, adding a condition: empty, finding a variable, choosing values', async () => {
    await page.getByRole('button', { name: 'Add condition' }).click();
    const variable = page.getByRole('combobox', { name: 'Variable' });
    await variable.waitFor();
    await look();
    await variable.fill('sex');
    await page.getByRole('option', { name: 'Sex Category' }).waitFor();
    await look();
    await page.getByRole('option', { name: 'Sex Category' }).click();
    await page
      .getByRole('checkbox', { name: /^Female/ })
      .first()
      .waitFor();
    await look();
  });

  test('Measures: library, scoring, outcomes', async () => {
    await go('Measures');
    await page.getByRole('button', { name: 'Show change' }).click();
    await page.getByRole('region', { name: /^Result:/ }).waitFor();
    await look();
    for (const [name, pane] of [
      ['Library', 'Parental Reflective Functioning Questionnaire'],
      ['Scoring', 'Columns of the measure'],
    ] as const) {
      await page.getByRole('radio', { name, exact: true }).click();
      await page.getByRole('region', { name: pane, exact: true }).waitFor();
      await look();
    }
    await page.getByRole('radio', { name: 'Library', exact: true }).click();
    await page.getByRole('button', { name: 'New measure' }).click();
    await page.getByRole('region', { name: 'Edit the measure' }).waitFor();
    await look();
  });

  test('Analyse: choosing, the form, results of every kind', async () => {
    await go('Analyse');
    await page.getByRole('listbox', { name: 'Analyses' }).waitFor();
    await look();
    await page.getByRole('option', { name: /^Paired t-test/ }).click();
    await page.getByRole('combobox', { name: 'Before' }).waitFor();
    await look();
    await page
      .getByRole('button', { name: /use as Before/ })
      .first()
      .click();
    await page.getByRole('heading', { name: /^After/ }).waitFor();
    await look();
    const results = page.getByRole('listbox', { name: 'Results' });
    for (const name of [/^PRFQ before and after/, /^Ethnic group and outcome/]) {
      await results.getByRole('option', { name }).first().click();
      await page.getByRole('region', { name: /^Result:/ }).waitFor();
      await page.locator('.drawing img').first().waitFor();
      await look();
    }
  });

  test('Report, with a block selected', async () => {
    await go('Report');
    await page.getByRole('option', { name: /^Table 2/ }).click();
    await page.getByRole('heading', { name: 'Table 2' }).waitFor();
    await look();
    await page.getByRole('listbox', { name: 'Blocks of the report' }).press('Home');
    await look();
  });

  test('the palette', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Commands' }).waitFor();
    await look();
  });

  test('an import page', async () => {
    await page.keyboard.press('Control+i');
    await page.getByRole('radio', { name: /day first/i }).waitFor();
    await look();
  });
});

const VIEW_CLASS: Record<string, string> = {
  Start: 'start',
  Sources: 'sources',
  Data: 'data',
  Measures: 'measures',
  Analyse: 'analyse',
  Report: 'reportview',
};
