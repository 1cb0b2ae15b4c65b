import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AttuneWindow, axeFindings, downloaded, openWindow } from './attune-window.ts';
import { sampleProject } from './sample-project.ts';

let attune: AttuneWindow;
let page: Page;
let sample: Awaited<ReturnType<typeof sampleProject>>;

const region = (name: string) => page.getByRole('region', { name });
const finding = (words: string | RegExp) =>
  page.getByRole('grid', { name: 'Findings' }).getByRole('row', { name: words }).first();

beforeAll(async () => {
  sample = await sampleProject();
  attune = await openWindow({ project: sample.project });
  page = attune.page;
  await page.getByRole('button', { name: /^Quality/ }).click();
  await page.getByRole('heading', { name: 'Scorecard' }).waitFor();
});
afterAll(async () => {
  await attune.close();
  sample.remove();
});

describe('the page of quality', () => {
  test('shows a score for each table and dimension, which narrows the findings', async () => {
    const cell = region('Scorecard').getByRole('button', { name: /^95\.8 %, 365 of 381 rows/ });
    await cell.click();
    const rows = page.getByRole('grid', { name: 'Findings' }).getByRole('row');
    const tables = await rows.allInnerTexts();
    expect(tables.slice(1).every((text) => text.includes('Referrals'))).toBe(true);
    await page.getByRole('button', { name: 'Show all tables' }).click();
    await finding(/Appointment ID/).waitFor();
  });

  test('leads from a finding to its rows, cells and reasons, and axe has nothing to say', async () => {
    await finding(/Attendance is a code of/).click();
    const rows = region('Rows of the finding');
    await rows.getByText('which is not in “Attended or did not attend (NHS)”').first().waitFor();
    expect(await rows.getByRole('row').count()).toBe(4);
    expect(await axeFindings(page)).toEqual([]);
  });

  test('excuses a row with a reason; it is listed and counts as right', async () => {
    await finding(/Attendance is a code of/).click();
    const rows = region('Rows of the finding');
    await rows.getByRole('checkbox', { name: /^Row / }).first().focus();
    await page.keyboard.press('Space');
    await rows.getByRole('button', { name: 'Excuse with reason' }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('Local code for a cancelled group');
    await page.getByRole('button', { name: 'Excuse', exact: true }).click();
    await rows.getByText('excused').first().waitFor();
    expect(await finding(/Attendance is a code of/).innerText()).toMatch(
      /3\s+of 4,606[\s\S]*settled\s+3$/,
    );
  });

  test('writes a query list that holds nothing but what is asked', async () => {
    await finding(/Attendance is filled in/).click();
    const rows = region('Rows of the finding');
    const { name, bytes } = await downloaded(page, () =>
      rows.getByRole('button', { name: /^Query list of all/ }).click(),
    );
    expect(name).toBe('queries diary.xlsx');
    expect(bytes.length).toBeGreaterThan(3_000);
    await rows.getByText('queried').first().waitFor();
  });

  test('takes a rule of one’s own by keyboard and runs it', async () => {
    await page.getByRole('radio', { name: 'Rules', exact: true }).click();
    await page.getByRole('button', { name: 'New rule' }).click();
    const form = region('New rule');
    await form.getByRole('combobox', { name: 'Variables' }).fill('Name');
    await page.keyboard.press('Escape');
    await form.getByRole('combobox', { name: 'Variables' }).fill('NHS');
    await page.getByRole('option', { name: /NHS number/ }).click();
    expect(await axeFindings(page)).toEqual([]);
    await form.getByRole('button', { name: 'Keep the rule' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText('this project').waitFor();
    await page.getByRole('radio', { name: 'Findings', exact: true }).click();
    await finding(/Appointment ID/).waitFor();
  });

  test('a rule asks some rows only, by words about another table, and is changed later', async () => {
    await page.getByRole('radio', { name: 'Rules', exact: true }).click();
    await page.getByRole('button', { name: 'New rule' }).click();
    const form = region('New rule');
    await form.getByRole('button', { name: /Table/ }).click();
    await page.getByRole('option', { name: 'Referrals, as received' }).click();
    await form.getByRole('combobox', { name: 'Variables' }).fill('Source');
    await page.getByRole('option', { name: /Source of referral/ }).click();
    await form.getByRole('button', { name: /^Only when/ }).click();
    await page.getByRole('combobox', { name: 'In words' }).fill('ethnic category A');
    await page.getByText('64 of 381 records').waitFor();
    await page.keyboard.press('Enter');
    // Counted by SQL: 64 referrals of people with the code A, two of them without a source.
    await form.getByText('2 of 64 records do not meet it').waitFor();
    await form
      .getByText(/there is a row in people with the same Client ID/)
      .first()
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await form.getByRole('button', { name: 'Keep the rule' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('searchbox', { name: 'Find a rule' }).fill('Age at first contact is from');
    await page.getByRole('button', { name: 'Age at first contact is from 12 to 60' }).click();
    const change = region('Change the rule');
    await change.getByRole('textbox', { name: 'To (optional)' }).fill('45');
    await page.keyboard.press('Tab');
    await change.getByText('Age at first contact is from 12 to 45.').waitFor();
    await change.getByRole('button', { name: 'Keep the change' }).click();
    await page.getByRole('button', { name: 'Age at first contact is from 12 to 45' }).waitFor();
    await page.getByRole('radio', { name: 'Findings', exact: true }).click();
    await finding(/Source of referral is filled in for records where/).waitFor();
  });

  test('corrects a cell from its row: the finding falls, and the imported row stays', async () => {
    await page.getByRole('radio', { name: 'Findings', exact: true }).click();
    const age = /Age at first contact is from 12 to 45/;
    const before = await finding(age).innerText();
    await finding(age).click();
    const rows = region('Rows of the finding');
    // The first is corrected in the sample; the second is 46 years old.
    await rows.getByRole('checkbox', { name: 'Row 213' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await rows.getByRole('button', { name: 'Correct this cell' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /^Correct Age at first contact/ });
    await dialog.getByRole('textbox', { name: /^Value/ }).fill('33');
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Correct', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    const settled = (text: string) => Number(/(\d+|–)\s*$/.exec(text)?.[1]?.replace('–', '0'));
    await expect
      .poll(async () => settled(await finding(age).innerText()), { timeout: 15_000 })
      .toBe(settled(before) + 1);
  });

  test('opens the step that settles a column of identifiers, filled in', async () => {
    await region('Identifiers')
      .getByRole('button', { name: /^Pseudonymise: NHS number/ })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Pseudonymise' });
    await dialog.getByText(/^Pseudonymised \d+ of \d+ values of NHS number/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  test('names who is asked, and writes a list for each sender', async () => {
    await finding(/Source of referral is filled in for records where/).click();
    const rows = region('Rows of the finding');
    await rows.getByRole('button', { name: 'Ask somebody' }).click();
    await page.getByLabel('Site, service or person').fill('Hill Street');
    await page.keyboard.press('Enter');
    await rows.getByRole('button', { name: 'Asked: Hill Street' }).waitFor();
    await page.getByRole('radio', { name: 'Senders', exact: true }).click();
    const line = region('Senders').getByRole('row', { name: /^Hill Street/ });
    expect(await line.innerText()).toMatch(/Hill Street\s+2\s+1\s+0/);
    const { name } = await downloaded(page, () =>
      line.getByRole('button', { name: 'Query list for Hill Street' }).click(),
    );
    expect(name).toBe('queries Hill Street.xlsx');
    await line.getByText('Today').waitFor();
    expect(await line.innerText()).toMatch(/Hill Street\s+2\s+1\s+2\s+Today\s+0 of 2/);
    expect(await axeFindings(page)).toEqual([]);
  });

  test('nothing went wrong in the page', () => {
    expect(attune.complaints).toEqual([]);
  });
});
