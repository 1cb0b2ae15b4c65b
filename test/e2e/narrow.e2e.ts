import type Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from './attune-window.ts';
import { openSampleWindow, type SampleWindow } from './sample-window.ts';

// Rows narrowed by ticking values, against what SQLite counts in the same project.

let sample: SampleWindow;
let page: Page;
let db: Database.Database;

beforeAll(async () => {
  sample = await openSampleWindow();
  db = sample.db;
  page = sample.attune.page;
  await page.locator('.tablepick button').click();
  await page.getByRole('option', { name: /^Referrals, as received/ }).click();
  await page.locator('.variables .seg').getByText('Narrow').click();
});
afterAll(() => sample.close());

const soon = <T>(value: () => Promise<T>) => expect.poll(value, { timeout: 15_000 });
const counted = (query: string) => Number(db.prepare(query).pluck().get());
const facet = (label: string) => page.getByRole('region', { name: label, exact: true });
const line = (label: string, value: string) =>
  facet(label).getByRole('listitem').filter({ hasText: value }).first();
const numberIn = async (label: string, value: string) =>
  Number(await line(label, value).locator('.note').last().innerText());
const rowsSaid = () => page.locator('.key .shown').innerText();
const FROM = 'SELECT count(*) FROM referrals_received WHERE';

test('each facet counts the rows that are ticked in all others, and the grid shows them', async () => {
  await line('Source of referral', 'CoC midwifery').waitFor();
  await soon(() => numberIn('Source of referral', 'CoC midwifery')).toBe(
    counted(`${FROM} source = 'CoC midwifery'`),
  );
  await line('Source of referral', 'Perinatal mental health').locator('.check').click();
  await line('Source of referral', 'Self').locator('.check').click();
  const two = `source IN ('Perinatal mental health', 'Self')`;
  await soon(rowsSaid).toBe(`${counted(`${FROM} ${two}`)} shown of 381 records`);
  // Source itself still counts everybody: its own ticks do not narrow it.
  await soon(() => numberIn('Source of referral', 'CoC midwifery')).toBe(
    counted(`${FROM} source = 'CoC midwifery'`),
  );
  const year = `received BETWEEN '2018-04-01' AND '2019-03-31'`;
  await soon(() => numberIn('Received', '2018/19')).toBe(counted(`${FROM} ${two} AND ${year}`));
  await line('Received', '2018/19').locator('.check').click();
  await soon(rowsSaid).toBe(`${counted(`${FROM} ${two} AND ${year}`)} shown of 381 records`);
  await soon(() => numberIn('Source of referral', 'CoC midwifery')).toBe(
    counted(`${FROM} source = 'CoC midwifery' AND ${year}`),
  );
  expect(await axeFindings(page)).toEqual([]);
});

test('ticks are turned round, cleared one facet at a time, and come back with the table', async () => {
  await facet('Source of referral')
    .getByRole('button', { name: 'Invert the ticks of Source of referral' })
    .click();
  const others = `(source IS NULL OR source NOT IN ('Perinatal mental health', 'Self'))`;
  const year = `received BETWEEN '2018-04-01' AND '2019-03-31'`;
  await soon(rowsSaid).toBe(`${counted(`${FROM} ${others} AND ${year}`)} shown of 381 records`);
  await page.locator('.tablepick button').click();
  await page.getByRole('option', { name: /^Service users, as received/ }).click();
  await soon(rowsSaid).toBe('All 431 records');
  await page.locator('.tablepick button').click();
  await page.getByRole('option', { name: /^Referrals, as received/ }).click();
  await soon(rowsSaid).toBe(`${counted(`${FROM} ${others} AND ${year}`)} shown of 381 records`);
  await facet('Source of referral')
    .getByRole('button', { name: /clear Source of referral$/ })
    .click();
  await soon(rowsSaid).toBe(`${counted(`${FROM} ${year}`)} shown of 381 records`);
});

test('by keyboard a variable is added, ticked, and all of it added to the cohort', async () => {
  await page.getByRole('button', { name: /Add a variable to narrow by/ }).press('Enter');
  await page.getByRole('option', { name: 'Outcome' }).press('Enter');
  await line('Outcome', 'Rejected').getByRole('checkbox').press(' ');
  const both = `outcome = 'Rejected' AND received BETWEEN '2018-04-01' AND '2019-03-31'`;
  const n = counted(`${FROM} ${both}`);
  expect(n).toBeGreaterThan(0);
  await soon(rowsSaid).toBe(`${n} shown of 381 records`);
  await page.getByRole('button', { name: 'Add to cohort' }).press('Enter');
  await soon(rowsSaid).toBe('All 381 records');
  const bar = page.getByRole('region', { name: 'Cohort' });
  await bar.getByText('Outcome is Rejected').waitFor();
  await bar.getByText('not applied yet').waitFor();
  await soon(() => bar.innerText()).toContain(`${n} of 381`);
});
