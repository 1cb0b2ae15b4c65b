import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unzipText } from '../helpers/unzip.ts';
import { type AttuneWindow, axeFindings, downloaded, openWindow, tabTo } from './attune-window.ts';
import { sampleProject } from './sample-project.ts';

const PIP = 'Adults in parent–infant psychotherapy';
const TOGETHER = 'Adults in Together Time';

describe('kept cohorts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-e2e-cohorts-'));
  let attune: AttuneWindow;
  let page: Page;
  let truth: InstanceType<typeof Database>;

  beforeAll(async () => {
    const sample = await sampleProject();
    const [project, beside] = ['p.attune', 'truth.attune'].map((name) => join(folder, name));
    if (!project || !beside) throw new Error('two files');
    copyFileSync(sample.project, project);
    copyFileSync(sample.project, beside);
    sample.remove();
    truth = new Database(beside, { readonly: true });
    attune = await openWindow({ project });
    page = attune.page;
    page.setDefaultTimeout(15_000);
    await page.getByRole('heading', { name: 'Data' }).waitFor();
  });
  afterAll(async () => {
    expect(attune.complaints).toEqual([]);
    await attune.close();
    truth.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What SQLite says of the readable view. */
  function counted(where: string): { n: number; people: number } {
    const sql = `SELECT count(*) AS n, count(DISTINCT client_id) AS people FROM people WHERE ${where}`;
    return truth.prepare(sql).get() as { n: number; people: number };
  }
  const go = (name: string) =>
    page
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click();
  const row = (label: string): Locator =>
    page
      .getByRole('grid', { name: 'Cohorts' })
      .getByRole('row')
      .filter({ has: page.locator('b', { hasText: new RegExp(`^${label}$`) }) });
  const panel = () => page.locator('[data-pane="panel"]');
  const cells = (label: string) => row(label).getByRole('gridcell').allInnerTexts();

  test('the bar says on every page who is meant', async () => {
    const pages = ['Start', 'Sources', 'Data', 'Quality', 'Measures', 'Cohorts', 'Analyse'];
    for (const name of [...pages, 'Report', 'History']) {
      await go(name);
      await page
        .getByRole('region', { name: 'Cohort', exact: true })
        .getByText(/ of \d/)
        .waitFor();
    }
  });

  test('the list counts rows and people as SQLite does', async () => {
    await go('Cohorts');
    await page.getByRole('radio', { name: 'Kept' }).click();
    await row(TOGETHER).click();
    for (const [label, where] of [
      [PIP, "pip = 'Yes'"],
      [TOGETHER, "together_time = 'Yes'"],
    ] as const) {
      const { n, people } = counted(where);
      const [, rows, persons] = await cells(label);
      expect([rows, persons]).toEqual([`${n}\nof 415`, `${people}\nof 415`]);
    }
    await panel().getByText('PRFQ before and after').waitFor();
  });

  test('another condition is the next version, and the results say what changed', async () => {
    await row(PIP).click();
    await panel().getByRole('button', { name: 'Edit' }).click();
    await panel().getByRole('button', { name: 'Add another condition' }).click();
    await page.getByRole('combobox', { name: 'Variable' }).fill('sex');
    await page.getByRole('option', { name: 'Sex Category' }).click();
    await page.locator('.check', { hasText: 'Female' }).first().click();
    await page.getByRole('button', { name: 'Add condition', exact: true }).last().click();
    const { n } = counted("pip = 'Yes' AND sex = 'F'");
    const before = counted("pip = 'Yes'").n;
    await panel().getByText(`Would be ${n} of 415 adults, instead of ${before}.`).waitFor();
    await panel().getByRole('button', { name: 'Save as version 2' }).click();
    await panel().getByText('New: Sex is Female.').waitFor();
    await expect.poll(async () => (await cells(PIP))[1]).toBe(`${n}\nof 415`);
    await panel().getByRole('button', { name: 'Ethnic group', exact: true }).first().click();
    const origin = page.getByRole('complementary', { name: 'Where does this come from' });
    await origin.getByText(new RegExp(`${before - n} fewer: ${before} → ${n} adults`)).waitFor();
    await origin.getByRole('button', { name: 'Re-run' }).click();
    await origin.getByText('✓ kept, up to date').waitFor();
    await origin.getByText(`n = ${n}`, { exact: false }).first().waitFor();
  });

  test('a number leads to its rows, and back', async () => {
    const shown = page.locator('.shown');
    const back = page.getByRole('button', { name: /^Back to Ethnic group/ });
    const open = (title: RegExp) =>
      page.getByRole('listbox', { name: 'Results' }).getByRole('option', { name: title }).click();
    await open(/^Ethnic group and area deprivation/);
    await page.getByRole('button', { name: /^Ethnic group is missing: / }).click();
    await shown.getByText(`${counted('ethnic_group IS NULL').n} shown of 415 adults`).waitFor();
    await page.getByText('Only Ethnic group is missing').waitFor();
    await back.click();
    await open(/^Ethnic group Adults in parent/);
    const { n } = counted("pip = 'Yes' AND sex = 'F'");
    const cell = page.getByRole('button', { name: /^White.*: show these rows$/ }).first();
    await cell.waitFor();
    const white = counted("pip = 'Yes' AND sex = 'F' AND ethnic_group = 'White'").n;
    expect((await cell.innerText()).trim()).toBe(String(white));
    await cell.focus();
    await page.keyboard.press('Enter');
    await shown.getByText(`${white} shown of ${n} in the cohort, 415 adults`).waitFor();
    await page.getByText('Only Ethnic group is White').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const { name, bytes } = await downloaded(page, () =>
      page.getByRole('menuitem', { name: /^CSV/ }).click(),
    );
    expect(name).toBe('people pip-adults part.csv');
    expect(bytes.toString().trim().split('\r\n')).toHaveLength(white + 1);
    await back.click();
    const chart = page.getByRole('listbox', { name: /^Ethnic group/ });
    await chart.focus();
    await page.keyboard.press('ArrowRight');
    const first = (await chart.getByRole('option').first().getAttribute('aria-label')) ?? '';
    const [label = ''] = first.split(':');
    await page.keyboard.press('Enter');
    await page.getByText(`Only Ethnic group is ${label}`).waitFor();
    const of = truth
      .prepare("SELECT count(*) FROM people WHERE pip = 'Yes' AND sex = 'F' AND ethnic_group = ?")
      .pluck()
      .get(label);
    await shown.getByText(`${of} shown of ${n} in the cohort, 415 adults`).waitFor();
    await back.click();
    await page.getByText('✓ kept, up to date').waitFor();
  });

  test('the report marks what is out of date and computes it again at one click', async () => {
    await go('Report');
    await page.getByText(/results? out of date/).waitFor();
    const preview = page.getByRole('article', { name: 'Preview of the report' });
    expect(await preview.getByText('Out of date: The cohort').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: /^Re-run \d+$/ }).click();
    await page.getByText(/^Re-ran/).waitFor();
    await expect.poll(() => page.getByText(/results? out of date/).count()).toBe(0);
    expect(await preview.getByText('Out of date: The cohort').count()).toBe(0);
  });

  test('two are combined to a new one', async () => {
    await go('Cohorts');
    await row('Adults in both').click();
    await row(TOGETHER).click({ modifiers: ['Control'] });
    await panel().getByText('In one, but not in the others').click();
    await panel().locator('.pick').click();
    await page.getByRole('option', { name: TOGETHER }).click();
    await panel().getByRole('textbox', { name: 'Name of the cohort' }).fill('Only the group');
    const { n } = counted("together_time = 'Yes' AND coalesce(pip, '') <> 'Yes'");
    await panel().getByText(`${n} of 415 adults.`, { exact: false }).waitFor();
    await panel().getByRole('button', { name: 'Combine', exact: true }).click();
    await panel().getByRole('heading', { name: 'Combined from' }).waitFor();
    expect((await cells('Only the group'))[1]).toBe(`${n}\nof 415`);
    expect(await axeFindings(page)).toEqual([]);
  });

  test('side by side they are one result, which goes into Word with both in words', async () => {
    await row(PIP).click();
    await row(TOGETHER).click({ modifiers: ['Control'] });
    expect(await axeFindings(page)).toEqual([]);
    await panel().getByRole('button', { name: 'Compare, with the rest' }).click();
    const result = page.getByRole('region', { name: /^Result:/ });
    const sizes = [
      counted('1').n,
      counted("pip = 'Yes' AND sex = 'F'").n,
      counted("together_time = 'Yes'").n,
      counted(
        "NOT (coalesce(pip, '') = 'Yes' AND coalesce(sex, '') = 'F') AND coalesce(together_time, '') <> 'Yes'",
      ).n,
    ];
    const heads = result.locator('table.apa').first().locator('thead th');
    const shown = async () =>
      (await heads.allInnerTexts())
        .flatMap((text) => /n\s=\s(\d+)/.exec(text)?.[1] ?? [])
        .map(Number);
    await expect.poll(shown).toEqual(sizes);
    const both = counted("pip = 'Yes' AND sex = 'F' AND together_time = 'Yes'").n;
    await result.getByText(`${both} adults are both in`, { exact: false }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Keep result' }).click();
    await page.getByText('✓ kept, up to date').waitFor();
    const { bytes } = await downloaded(page, () =>
      page.getByRole('button', { name: 'Export to Word' }).click(),
    );
    const word = (await unzipText(bytes, 'word/document.xml')).replaceAll(/<[^>]+>/g, '');
    expect(word).toContain(`Compared: ${PIP}: ${sizes[1]} of 415 adults`);
    expect(word).toContain('the rest.');
  });

  test('rows leave with a file that says who they are', async () => {
    await go('Cohorts');
    await row('Only the group').click();
    await panel().getByRole('button', { name: 'Use' }).click();
    await go('Data');
    const files = new Map<string, string>();
    page.on('download', async (download) => {
      files.set(download.suggestedFilename(), readFileSync(await download.path(), 'utf8'));
    });
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: /^CSV/ }).click();
    await expect.poll(() => files.size).toBe(2);
    const { n } = counted("together_time = 'Yes' AND coalesce(pip, '') <> 'Yes'");
    const rows = files.get('people only-the-group.csv') ?? '';
    expect(rows.trim().split('\r\n')).toHaveLength(n + 1);
    expect(files.get('people only-the-group.csv-about.txt')).toContain(`n: ${n} of 415 adults`);
  });

  test('by keyboard alone: select, use, remove, take back', async () => {
    await go('Cohorts');
    await row(PIP).click();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => row(TOGETHER).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await page.getByText(`“${TOGETHER}” is in use.`).waitFor();
    await page.keyboard.press('Shift+ArrowUp');
    await panel().getByRole('heading', { name: '2 cohorts' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Delete');
    await page.getByText(`Removed the cohort “${TOGETHER}”.`).waitFor();
    await expect.poll(() => row(TOGETHER).count()).toBe(0);
    await page.keyboard.press('Control+z');
    await row(TOGETHER).waitFor();
    await row(TOGETHER).click();
    await tabTo(page, /^Rename or describe/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Name/);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('The group');
    await page.keyboard.press('Enter');
    await row('The group').waitFor();
  });
});
