import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { STEP_GROUPS, STEPS } from '../../src/recipe/steps.ts';
import { type AttuneWindow, axeFindings, openWindow } from './attune-window.ts';
import { visitsProject } from './visits-project.ts';

// Every kind of step is made from its form in the window: what the preview says of it is what a person reads
// before keeping it. Counts were made by hand on the twelve rows of visits-project.ts.

const folder = mkdtempSync(join(tmpdir(), 'attune-e2e-forms-'));
let attune: AttuneWindow;
let page: Page;

beforeAll(async () => {
  const project = await visitsProject(folder);
  attune = await openWindow({ project });
  page = attune.page;
  page.setDefaultTimeout(15_000);
  await page.getByRole('heading', { name: 'Data' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Show visits');
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Recipe' }).click();
});
afterAll(async () => {
  expect(attune.complaints).toEqual([]);
  await attune.close();
  rmSync(folder, { recursive: true });
});
afterEach(async () => {
  while ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape');
});

const dialog = () => page.getByRole('dialog');

const actions = {
  variable: async (label: string, name: string) => {
    await dialog().getByRole('combobox', { name: label, exact: true }).fill(name);
    await page
      .getByRole('option', { name: new RegExp(`^${name} `) })
      .first()
      .click();
  },
  pick: async (label: string, choice: string) => {
    await dialog()
      .getByRole('button', { name: new RegExp(label) })
      .first()
      .click();
    await page.getByRole('option', { name: choice }).first().click();
  },
  text: (label: string, text: string) =>
    dialog().getByRole('textbox', { name: label, exact: true }).fill(text),
  words: (label: string, text: string) =>
    dialog().getByRole('combobox', { name: label, exact: true }).fill(text),
  lines: async (label: string, text: string) => {
    const field = dialog().getByRole('textbox', { name: label, exact: true });
    await field.fill(text);
    await field.blur();
  },
  tick: (label: string) => dialog().getByText(label, { exact: true }).click(),
  press: (label: string) => dialog().getByRole('button', { name: label, exact: true }).click(),
};
type Act = keyof typeof actions;
type Fill = readonly (readonly [Act, string, string?])[];

const SITE: Fill = [['pick', 'Table', 'sites']];
const WORDS: Fill = [
  ['words', 'In words', 'age from 20 to 30'],
  ['text', 'Reason', 'not asked'],
];

const FORMS: Readonly<Record<string, { fill: Fill; says: string }>> = {
  'remove-duplicates': {
    fill: [
      ['variable', 'Rows agree in (optional)', 'born'],
      ['variable', 'And nearly in (optional)', 'name'],
    ],
    says: 'Removed 2 of 12 rows that repeat another row in born and nearly in name.',
  },
  'keep-rows': {
    fill: WORDS,
    says: 'Left out 6 of 12 rows (not asked); kept rows where age is between 20 and 30.',
  },
  'leave-out': {
    fill: WORDS,
    says: 'Left out 6 of 12 rows (not asked): rows where age is between 20 and 30.',
  },
  'keep-linked': {
    fill: [
      ...SITE,
      ['variable', 'Key here', 'site'],
      ['variable', 'Key there', 'site'],
      ['text', 'Reason', 'no such site'],
    ],
    says: 'Left out 8 of 12 rows whose site is not in sites',
  },
  'edit-cells': {
    fill: [
      ['variable', 'Variable', 'age'],
      ['variable', 'Rows are found by', 'ref'],
      ['press', 'And another correction'],
      ['lines', 'ref of correction 1', '005'],
      ['lines', 'Old value of correction 1', '999'],
      ['lines', 'New value of correction 1', '37'],
    ],
    says: 'Corrected 1 of 1 cells of age.',
  },
  'find-replace': {
    fill: [
      ['variable', 'Variables', 'notes'],
      ['text', 'Find', '07700'],
      ['text', 'Replace by', 'x'],
    ],
    says: '1 of 2 values of notes',
  },
  'map-values': {
    fill: [
      ['variable', 'Variable', 'site'],
      ['lines', 'Old → new, one a line', 'Habour → Harbour'],
    ],
    says: 'Merged spellings: 1 of 11 values of site changed',
  },
  'tidy-text': {
    fill: [
      ['variable', 'Variable', 'site'],
      ['pick', 'Capitals', 'ALL'],
    ],
    says: 'Tidied 11 of 11 values of site',
  },
  'parse-dates': { fill: [['variable', 'Variable', 'notes']], says: '0 of 2 values of notes' },
  'set-missing': {
    fill: [
      ['variable', 'Variables', 'age'],
      ['text', 'What is above (optional)', '120'],
      ['text', 'Reason', 'impossible'],
    ],
    says: 'Set 1 of 11 values of age to missing (impossible).',
  },
  'fill-missing': {
    fill: [
      ['variable', 'Variable', 'site'],
      ['text', 'Value', 'Not stated'],
    ],
    says: 'Filled 1 of 1 missing values of site with “Not stated”.',
  },
  group: {
    fill: [
      ['variable', 'Variable', 'site'],
      ['text', 'New variable', 'Area'],
      ['lines', 'Groups', 'North: Riverside, riverside, Riversde\nSouth: Harbour, Habour'],
    ],
    says: 'Added Area, 2 groups of site: known for 7 of 12 rows.',
  },
  bands: {
    fill: [
      ['variable', 'Variable', 'age'],
      ['text', 'New variable', 'Age band'],
      ['lines', 'Bands', 'Under 30: to 29\n30 to 50: 30 to 50'],
    ],
    says: 'Added Age band, 2 bands of age: known for 10 of 12 rows.',
  },
  derive: {
    fill: [
      ['text', 'New variable', 'Change'],
      ['text', 'Expression', 'prfq_t2 - prfq_t1'],
    ],
    says: 'known for 10 of 12 rows',
  },
  'financial-year': {
    fill: [
      ['variable', 'Variable', 'seen'],
      ['text', 'New variable', 'Year'],
    ],
    says: 'known for 12 of 12 rows',
  },
  'compare-dates': {
    fill: [
      ['text', 'New variable', 'Order'],
      ['variable', 'Date', 'seen'],
      ['variable', 'Against (the first that is known)', 'born'],
      ['text', 'When before', 'Before'],
      ['text', 'When on the day or after', 'After'],
      ['text', 'When not known', 'Unknown'],
    ],
    says: 'Before 0, After 12, Unknown 0 of 12 rows',
  },
  'split-column': {
    fill: [
      ['variable', 'Variable', 'name'],
      ['text', 'Separator', ' '],
      ['lines', 'Parts', 'First name\nLast name'],
    ],
    says: 'Split name at “ ” into First name, Last name: 12 of 12 rows had more than one part.',
  },
  'join-columns': {
    fill: [
      ['variable', 'Variables', 'ref'],
      ['variable', 'Variables', 'site'],
      ['text', 'Separator', '-'],
      ['text', 'New variable', 'Both'],
    ],
    says: 'Both',
  },
  'split-answers': {
    fill: [
      ['variable', 'Variable', 'why'],
      ['text', 'Separator', ';'],
      ['text', 'Names begin with', 'why'],
    ],
    says: 'Split why into 3 yes/no variables (bonding 3, feeding 4, sleep 6).',
  },
  link: {
    fill: [
      ...SITE,
      ['variable', 'Key here', 'site'],
      ['variable', 'Key there', 'team'],
      ['variable', 'Variables to bring', 'opened'],
      ['lines', 'opened is called here', 'Opened on'],
    ],
    says: 'Linked 0 of 12 rows to sites by site, 12 have no match, 1 of them for want of a key; 0 of 3 rows of sites were used, 3 not.',
  },
  'count-linked': {
    fill: [
      ...SITE,
      ['variable', 'Key here', 'site'],
      ['variable', 'Key there', 'site'],
      ['text', 'New variable', 'Teams'],
    ],
    says: 'Counted rows of sites as Teams: 4 of 12 rows have at least one.',
  },
  'date-linked': {
    fill: [
      ...SITE,
      ['variable', 'Key here', 'site'],
      ['variable', 'Key there', 'site'],
      ['variable', 'Date there', 'opened'],
      ['pick', 'Which', 'The last'],
      ['text', 'New variable', 'Last opened'],
    ],
    says: 'Took the last opened of sites as Last opened: 4 of 12 rows have one.',
  },
  append: {
    fill: [...SITE, ['text', 'New variable that says which table (optional)', 'From']],
    says: 'Appended 3 rows of sites to 12 rows',
  },
  'wide-to-long': {
    fill: [],
    says: 'Made 22 rows of 12 rows, one for each of t1, t2 with a value (2 empty ones left out).',
  },
  'long-to-wide': {
    fill: [
      ['variable', 'One row for each', 'born'],
      ['variable', 'Columns are named by', 'site'],
      ['variable', 'Columns hold', 'age'],
      ['pick', 'Several rows for one cell', 'Take the first'],
    ],
    says: 'Made 10 rows of 12 rows, one for each born',
  },
  'rename-variable': {
    fill: [
      ['variable', 'Variable', 'site'],
      ['text', 'New variable', 'Place'],
    ],
    says: 'Place',
  },
  'drop-variables': { fill: [['variable', 'Variables', 'notes']], says: 'notes' },
  pseudonymise: { fill: [['variable', 'Variables', 'ref']], says: '12 of 12 values of ref' },
  'shift-dates': {
    fill: [
      ['variable', 'Variables', 'seen'],
      ['variable', 'Person', 'ref'],
    ],
    says: '12 of 12',
  },
  'coarsen-dates': {
    fill: [
      ['variable', 'Variables', 'seen'],
      ['pick', 'To the first day', 'Quarter'],
    ],
    says: '12 of 12',
  },
  redact: { fill: [['variable', 'Variables', 'notes']], says: '2 of 2' },
};

test('every kind of step has a form here', () => {
  expect(Object.keys(FORMS).toSorted()).toEqual(Object.keys(STEPS).toSorted());
});

test('a step is found by what one wants to do, or by any word for it, with the keyboard', async () => {
  await page.getByRole('button', { name: 'Add a step' }).click();
  await page.keyboard.press('Enter');
  const options = page.getByRole('listbox', { name: 'Steps' }).getByRole('option');
  await options.first().waitFor();
  expect(await options.count()).toBe(Object.keys(STEPS).length);
  for (const group of Object.keys(STEP_GROUPS)) {
    expect(await page.getByRole('group', { name: group }).count()).toBe(1);
  }
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.type('age groups');
  await expect.poll(() => options.count()).toBe(1);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Put in bands What it does' }).waitFor();
  await dialog().getByText('Still to fill in: Variable, New variable, Bands.').waitFor();
});

test.each(Object.entries(FORMS))('%s', async (op, { fill, says }) => {
  await page.getByRole('button', { name: 'Add a step' }).click();
  await page.getByRole('button', { name: /What it does/ }).click();
  await page.getByRole('option', { name: new RegExp(`^${STEPS[op]?.label} `) }).click();
  for (const [act, label, value = ''] of fill) await actions[act](label, value);
  const preview = dialog().locator('.preview');
  await expect.poll(() => preview.innerText(), { timeout: 15_000 }).toContain(says);
  await expect
    .poll(() => dialog().getByRole('button', { name: 'Add the step' }).isDisabled())
    .toBe(false);
});
