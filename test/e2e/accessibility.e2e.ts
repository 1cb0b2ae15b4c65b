import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { messyExtract } from '../helpers/messy-extract.ts';
import { type AttuneWindow, axeFindings, openWindow } from './attune-window.ts';
import { sampleProject } from './sample-project.ts';

const folder = mkdtempSync(join(tmpdir(), 'attune-e2e-axe-'));
const messy = join(folder, 'outcomes T1 T2.csv');
const refused = join(folder, 'old.xls');
const codebook = join(folder, 'codebook.csv');
let sample: Awaited<ReturnType<typeof sampleProject>>;

beforeAll(async () => {
  writeFileSync(messy, messyExtract());
  writeFileSync(refused, Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old', 'latin1'));
  writeFileSync(codebook, 'variable,value,label\nSite,North,In the north\nSite,West,In the west\n');
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
    // Each window changes its project.
    const project = join(folder, `${theme}.attune`);
    copyFileSync(sample.project, project);
    attune = await openWindow({ project });
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

  test('Data, a condition in words: understood, nearest, of linked rows, in groups', async () => {
    await page.getByRole('button', { name: 'Add condition' }).click();
    const words = page.getByLabel('In words');
    await words.fill('elephants with decile');
    await page.getByRole('listbox', { name: 'Nearest conditions' }).waitFor();
    await look();
    await words.fill('');
    await page.getByRole('radio', { name: 'Linked rows' }).click();
    await page.getByRole('button', { name: /Rows in/ }).click();
    await page
      .getByRole('option', { name: /^Appointments/ })
      .first()
      .click();
    await page.getByRole('button', { name: /With the same/ }).waitFor();
    await look();
    await words.fill('imd decile 1 to 3');
    await page.getByText('IMD decile is between 1 and 3', { exact: false }).first().waitFor();
    await look();
    await page.getByRole('button', { name: 'And another' }).click();
    await page.getByRole('group', { name: 'IMD decile is between 1 and 3' }).waitFor();
    await words.fill('sex is female');
    await page.getByText('Sex is Female', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: 'And another' }).click();
    await page.getByRole('button', { name: /How these conditions hold together/ }).waitFor();
    await look();
    await page.keyboard.press('Escape');
    await words.waitFor({ state: 'detached' });
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
    await page.locator('.ask .check', { hasText: 'Day first' }).waitFor();
    await look();
    await page.getByRole('button', { name: 'Evidence' }).click();
    await page.getByText('Fields and lines').waitFor();
    await look();
  });

  test('an import page: one column, many columns, rows set aside', async () => {
    const view = (name: RegExp) => page.getByRole('radio', { name }).click();
    await view(/^Columns/);
    const columns = page.getByRole('grid', { name: 'Columns of the file' });
    await columns.getByText('Warmth before').click();
    await look();
    await page.keyboard.press('Control+a');
    await page.getByRole('heading', { name: '6 columns' }).waitFor();
    await look();
    await view(/^Set aside/);
    await look();
    await page.locator('.ask .check', { hasText: 'Day first' }).click();
    await page.getByText('✓ Ready').waitFor();
    await look();
  });

  test('a receipt with a row to correct, and a file that is known', async () => {
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: /^Correct row/ }).click();
    await page.getByRole('button', { name: 'Send back' }).waitFor();
    await look();
    await page.keyboard.press('Escape');
    await look();
    await page.keyboard.press('Control+i');
    await page.getByText('This file is in the project already.').waitFor();
    await look();
  });

  test('a comparison with a table, several tables that wait, a refused file', async () => {
    await page.locator('.ask .check', { hasText: 'Update by key' }).click();
    await page.getByRole('group', { name: 'Comparison with the table' }).waitFor();
    await look();
    attune.chooses([refused, codebook]);
    await page.keyboard.press('Control+i');
    await page.getByText('✕ refused').waitFor();
    await look();
    attune.chooses(codebook);
    await page.getByRole('button', { name: 'Codebook…' }).click();
    await page.getByRole('dialog', { name: /^Codebook/ }).waitFor();
    await look();
  });

  test('the place for a pasted table', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('menuitem').nth(1).waitFor();
    await page.keyboard.type('paste a table');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Paste a table' }).waitFor();
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
