import type Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from './attune-window.ts';
import { openSampleWindow, type SampleWindow } from './sample-window.ts';

let sample: SampleWindow;
let page: Page;
let db: Database.Database;

beforeAll(async () => {
  sample = await openSampleWindow(20_000);
  db = sample.db;
  page = sample.attune.page;
});
afterAll(() => sample.close());

const counts = (where: string) =>
  ['1', `outcome = 'Accepted'`, 'first_attended IS NOT NULL', 'second_attended IS NOT NULL'].map(
    (_, at, stages) =>
      db
        .prepare(
          `SELECT count(*) FROM pathways WHERE ${[where, ...stages.slice(0, at + 1)].join(' AND ')}`,
        )
        .pluck()
        .get(),
  );

/** The numbers of the stages as the result's table has them. */
async function shown(): Promise<number[]> {
  const rows = page
    .getByRole('region', { name: /^Result:/ })
    .locator('table.apa')
    .first()
    .locator('tbody tr');
  return rows.evaluateAll((all) =>
    all.map((row) => Number(row.querySelector('td')?.textContent?.replaceAll(/\D/g, ''))),
  );
}

test('the pathway of the cohort in use, as SQLite counts it, follows the cohort', async () => {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Cohorts/ })
    .click();
  await page.getByRole('radio', { name: 'Pathways' }).click();
  await page.getByRole('button', { name: /^Pathway of Referrals and the appointments/ }).click();
  await expect.poll(shown, { timeout: 20_000 }).toEqual(counts('1'));
  expect(await axeFindings(page)).toEqual([]);

  await page.getByRole('button', { name: 'Add condition' }).first().click();
  await page.getByRole('combobox', { name: 'Variable', exact: true }).fill('Referred before');
  await page
    .getByRole('option', { name: /Referred before/ })
    .first()
    .click();
  await page.getByText('Antenatal', { exact: true }).first().click();
  await page.getByRole('button', { name: 'Add condition' }).last().click();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(shown, { timeout: 20_000 }).toEqual(counts(`timing = 'Antenatal'`));
});
