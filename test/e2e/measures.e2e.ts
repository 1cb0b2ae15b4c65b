import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AttuneWindow, axeFindings, downloaded, openWindow, tabTo } from './attune-window.ts';
import { sampleProject } from './sample-project.ts';

const folder = mkdtempSync(join(tmpdir(), 'attune-e2e-'));

/** Seven items from 0 to 6, two of them reversed; one blank is pro-rated, two are too many. */
const CALM = [
  'client_id,calm1_T1,calm2_T1,calm3_T1,calm4_T1,calm5_T1,calm6_T1,calm7_T1,calm1_T2,calm2_T2,calm3_T2,calm4_T2,calm5_T2,calm6_T2,calm7_T2',
  '0001,6,0,3,2,1,5,4,6,1,4,3,1,5,5',
  '0002,6,0,3,,1,5,4,6,0,3,4,1,5,4',
  '0003,6,0,3,,,5,4,5,1,3,2,2,4,4',
  '0004,1,5,2,1,4,2,9,3,3,3,3,3,3,3',
  '0005,2,4,2,2,4,2,3,4,2,4,4,2,4,4',
  '0006,3,3,3,3,3,3,3,4,1,5,4,2,5,4',
  '0007,0,6,1,0,6,1,2,2,4,2,2,4,2,2',
].join('\n');

let attune: AttuneWindow;
let page: Page;

const go = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
const part = (name: string) => page.getByRole('radio', { name, exact: true }).click();

async function importForms(file: string): Promise<void> {
  attune.chooses(file);
  await page.getByRole('button', { name: /choose files/i }).click();
  await page.getByRole('heading', { name: 'Import', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Sources' }).waitFor();
}

async function command(words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('menuitem').nth(1).waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Commands' }).waitFor({ state: 'detached' });
}

/** The scores as the grid of their table shows them. */
async function scoresShown(): Promise<string[]> {
  await page.getByText(/Scored \d+ forms/).waitFor();
  await command('Show CALM scores');
  const grid = page.getByRole('region', { name: 'Rows' });
  await grid.getByText('0007').first().waitFor();
  const rows = await grid.getByRole('row').allInnerTexts();
  return rows.map((row) => row.split(/\s+/).slice(0, 4).join(' '));
}

describe('a measure that somebody invents', () => {
  let first: string[] = [];
  let exported = '';

  beforeAll(async () => {
    writeFileSync(join(folder, 'calm forms.csv'), CALM);
    writeFileSync(join(folder, 'calm again.csv'), CALM);
    attune = await openWindow();
    page = attune.page;
    await page.getByRole('heading', { name: 'Start' }).waitFor();
  });
  afterAll(async () => {
    expect(attune.complaints).toEqual([]);
    await attune.close();
  });

  test('is made in the window, without code', async () => {
    await importForms(join(folder, 'calm forms.csv'));
    await go('Measures');
    await part('Library');
    await page.getByRole('button', { name: 'New measure' }).click();
    const editor = page.getByRole('region', { name: 'Edit the measure' });
    expect(await editor.getByText('The measure has no name.').isVisible()).toBe(true);
    await editor.getByRole('textbox', { name: 'Name' }).first().fill('Calm scale');
    await editor.getByRole('textbox', { name: 'Short name' }).fill('CALM');
    for (const [name, value] of [
      ['Items', '7'],
      ['Lowest answer', '0'],
      ['Highest answer', '6'],
      ['Answered at least, %', '80'],
    ] as const) {
      await editor.getByRole('textbox', { name, exact: true }).fill(value);
      await page.keyboard.press('Tab');
    }
    await editor.getByRole('textbox', { name: 'Reversed items' }).fill('2, 5');
    expect(await axeFindings(page)).toEqual([]);
    await editor.getByRole('button', { name: 'Save measure' }).click();
    await page.getByText('7, answers 0 to 6; reversed: 2, 5').waitFor();
    expect(await page.getByText('pro-rated from 6 of 7 on').isVisible()).toBe(true);
  });

  test('is scored, with what is out of range in view before anything is written', async () => {
    await part('Scoring');
    const check = page.getByRole('complementary', { name: 'What scoring would do' });
    await check.getByText('14 forms').waitFor();
    expect(await check.getByText('Row 5, calm7_T1').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Score', exact: true }).click();
    first = await scoresShown();
    // Reversed 2 and 5: 6 + 6 + 3 + 2 + 5 + 5 + 4; and pro-rated 29 / 6 · 7.
    expect(first.join(' ')).toContain('31');
    expect(first.join(' ')).toContain('33.83');
  });

  test('is exported, taken into another project, and gives the same scores', async () => {
    await go('Measures');
    await part('Library');
    await page.getByRole('option', { name: /CALM/ }).click();
    const { name, bytes } = await downloaded(page, () =>
      page.getByRole('button', { name: 'Export', exact: true }).click(),
    );
    expect(name).toBe('calm 1.json');
    exported = join(folder, name);
    writeFileSync(exported, bytes);

    await command('Close calm');
    await page.getByRole('heading', { name: 'Start' }).waitFor();
    await importForms(join(folder, 'calm again.csv'));
    await go('Measures');
    await part('Library');
    attune.chooses(exported);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('7, answers 0 to 6; reversed: 2, 5').waitFor();
    await part('Scoring');
    await page.getByText('14 forms').waitFor();
    await page.getByRole('button', { name: 'Score', exact: true }).click();
    expect(await scoresShown()).toEqual(first);
  });

  test('from mapped data to the result in three presses', async () => {
    await go('Measures');
    await page.getByRole('button', { name: 'Show change' }).click();
    await page.getByRole('region', { name: /^Result: / }).waitFor();
    const account = page.getByRole('region', { name: 'Account of pairs' });
    expect(await account.innerText()).toMatch(
      /Eligible\s+7[\s\S]*Paired\s+7[\s\S]*Total 5 of 7 pairs/,
    );
  });
});

describe('outcomes of the sample', () => {
  let sample: Awaited<ReturnType<typeof sampleProject>>;

  beforeAll(async () => {
    sample = await sampleProject();
    attune = await openWindow({ project: sample.project });
    page = attune.page;
    await page.getByRole('heading', { name: 'Data', exact: true }).waitFor();
  }, 120_000);
  afterAll(async () => {
    expect(attune.complaints).toEqual([]);
    await attune.close();
    sample.remove();
  });

  test('the PRFQ of 114 eligible adults, with the pair that is out of order', async () => {
    await go('Measures');
    await page.getByRole('button', { name: 'Show change' }).click();
    const result = page.getByRole('region', { name: /^Result: / });
    await result.getByText('76 of 114 adults in Together Time have both scores of each.').waitFor();
    const account = page.getByRole('region', { name: 'Account of pairs' });
    expect(await account.innerText()).toContain('1 of 76 pairs');
    expect(await axeFindings(page)).toEqual([]);
  });

  test('another rule makes other pairs, and the ordered levels of the LOAF get no t', async () => {
    await page.getByText('Second form dated after the first').click();
    await page.getByText('Not compared yet').waitFor();
    await page.getByRole('button', { name: 'Show change' }).click();
    const account = page.getByRole('region', { name: 'Account of pairs' });
    await account.getByText('Excluded: second form not after the first').waitFor();
    expect(await account.innerText()).toMatch(/Paired\s+75/);

    await page.getByRole('button', { name: /PRFQ scores Measure/ }).click();
    await page.getByRole('option', { name: /LOAF/ }).click();
    await page.getByRole('button', { name: 'Show change' }).click();
    const result = page.getByRole('region', { name: /^Result: / });
    await result.getByText('13 (15').first().waitFor();
    expect(await result.innerText()).not.toContain('paired t');
    expect(await axeFindings(page)).toEqual([]);
  });

  test('from the rail to a kept result without a mouse', async () => {
    const press = async (name: RegExp, key = 'Enter') => {
      await tabTo(page, name);
      await page.keyboard.press(key);
    };
    await press(/^Data/);
    await page.getByRole('heading', { name: 'Data', exact: true }).waitFor();
    await press(/^Measures/);
    await press(/^Only within a window of days/, 'Space');
    await page.getByText('Not compared yet').waitFor();
    await press(/^Show change/);
    const result = page.getByRole('region', { name: /^Result: / });
    await result.getByText(/of 114 adults have both scores of each/).waitFor();
    await press(/^Where does this come from/);
    const origin = page.getByRole('complementary', { name: 'Where does this come from' });
    await origin.getByText('✓ kept, up to date').waitFor();
    expect(await origin.innerText()).toMatch(/Reliability, where you have one\s+none given/);
    await press(/^APA wording/);
    expect(
      await result
        .getByText(/p\s*Holm|Holm/)
        .first()
        .isVisible(),
    ).toBe(true);
  });
});
