import Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { parseIsoDate } from '../../src/model/calendar.ts';
import { type AttuneWindow, axeFindings, downloaded, openWindow, tabTo } from './attune-window.ts';
import { sampleProject } from './sample-project.ts';

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** How the diary writes the ways of meeting. */
const CODES: Readonly<Record<string, string>> = {
  'Face to face': '01',
  Telephone: '02',
  Video: '11',
};

let sample: Awaited<ReturnType<typeof sampleProject>>;
let attune: AttuneWindow;
let page: Page;
let db: Database.Database;

/** One number that SQLite gives of the diary of appointments. */
const sql = (where: string, ...params: readonly (string | number)[]) =>
  db
    .prepare(`SELECT count(*) FROM diary WHERE ${where}`)
    .pluck()
    .get(...params) as number;

const plot = (name: string) => page.getByRole('listbox', { name, exact: true });
const card = (name: string) => page.getByRole('region', { name, exact: true });
const panel = () => page.getByRole('complementary', { name: 'The cohort' });

/** How many the panel says are meant, once it has come to rest. */
async function meant(n: number): Promise<void> {
  await panel()
    .getByText(`${n.toLocaleString('en-GB')} of 4,636 records`, { exact: true })
    .waitFor({ state: 'attached' });
}

/** The values that the panel lists of a chart: label and n. */
async function listed(chart: string): Promise<Record<string, number>> {
  const table = panel().getByRole('table', { name: `Values of ${chart}` });
  await table.waitFor();
  await page.waitForTimeout(400);
  const rows = await table.locator('tbody tr').all();
  const entries = await Promise.all(
    rows.map(async (row) => {
      const [label = '', n = ''] = await row.locator('th, td').allInnerTexts();
      return [label, Number(n.replaceAll(',', ''))] as const;
    }),
  );
  return Object.fromEntries(entries);
}

/** The dates that the sentence of the panel names, as SQL has them. */
async function datesSaid(): Promise<string[]> {
  const sentence = await panel().locator('.sentence').innerText();
  return Array.from(sentence.matchAll(/(\d+) ([A-Z][a-z]+) (\d{4})/g), ([, day, month, year]) => {
    const at = String(MONTHS.indexOf(month ?? '') + 1).padStart(2, '0');
    const iso = `${year}-${at}-${String(day).padStart(2, '0')}`;
    expect(parseIsoDate(iso)).toBeDefined();
    return iso;
  });
}

async function dragOver(name: string, from: number, to: number): Promise<void> {
  const box = await plot(name).boundingBox();
  if (box === null) throw new Error(`${name} is not there`);
  const y = box.y + box.height / 3;
  const x = (share: number) => box.x + 44 + share * (box.width - 60);
  await page.mouse.move(x(from), y);
  await page.mouse.down();
  await page.mouse.move(x(to), y, { steps: 12 });
  await page.mouse.up();
}

beforeAll(async () => {
  sample = await sampleProject();
  attune = await openWindow({ project: sample.project });
  db = new Database(sample.project, { readonly: true });
  page = attune.page;
  page.setDefaultTimeout(20_000);
  await page.getByRole('heading', { name: 'Data', exact: true }).waitFor();
  await page.getByRole('button', { name: /Table$/ }).click();
  await page.getByRole('option', { name: /^Appointments, as received/ }).click();
  await page.getByRole('button', { name: /^Cohorts/ }).click();
  await plot('Contact').waitFor();
}, 180_000);
afterEach(async () => {
  for (let presses = 0; presses < 2; presses++) await page.keyboard.press('Escape');
  const clear = panel().getByRole('button', { name: 'Clear all', exact: true });
  if (await clear.isVisible()) await clear.click();
  await meant(4636);
});
afterAll(async () => {
  db.close();
  expect(attune.complaints).toEqual([]);
  await attune.close();
  sample.remove();
});

describe('the explorer, with a mouse', () => {
  test('a brush over dates is the condition that it says, and all charts follow it', async () => {
    await dragOver('Date by month', 0.3, 0.6);
    const [from = '', to = ''] = await datesSaid();
    expect(from < to).toBe(true);
    const where = 'date BETWEEN ? AND ?';
    await meant(sql(where, from, to));
    await plot('Contact').hover();
    expect(await listed('Contact')).toMatchObject({
      Video: sql(`${where} AND contact = '11'`, from, to),
      Telephone: sql(`${where} AND contact = '02'`, from, to),
    });
    // The bar says the same, and would keep it.
    const bar = page.getByRole('region', { name: 'Cohort', exact: true });
    await bar.getByText(sql(where, from, to).toLocaleString('en-GB'), { exact: true }).waitFor();
    await bar.getByRole('button', { name: 'Save as cohort' }).waitFor();
    // Its own chart still shows what was not chosen.
    await plot('Date by month').hover({ position: { x: 60, y: 60 } });
    const months = await listed('Date by month');
    expect(months['June 2015']).toBe(sql("date BETWEEN '2015-06-01' AND '2015-06-30'"));
  });

  test('a brush is added up while it is drawn, as SQL does it, and the engine is told when it rests', async () => {
    await page.evaluate(() => {
      const { send } = WebSocket.prototype;
      const counted = { asked: 0 };
      WebSocket.prototype.send = function (data) {
        if (String(data).includes('"exploreChoose"')) counted.asked += 1;
        send.call(this, data);
      };
      Object.assign(window, { counted });
    });
    const asked = () =>
      page.evaluate(() => (window as unknown as { counted: { asked: number } }).counted.asked);
    const box = await plot('Date by month').boundingBox();
    if (box === null) throw new Error('there is no chart by month');
    const y = box.y + box.height / 3;
    await page.mouse.move(box.x + 0.3 * box.width, y);
    // What is got ready takes a moment, and says nothing on the screen.
    await page.waitForTimeout(500);
    await page.mouse.down();
    for (const share of [0.5, 0.8, 0.7]) {
      await page.mouse.move(box.x + share * box.width, y, { steps: 20 });
      const [from, to] = await Promise.all(
        ['from', 'to'].map(async (end) => {
          const handle = page.getByRole('slider', { name: `Date by month, ${end}` });
          const [month = '', year] = ((await handle.getAttribute('aria-valuetext')) ?? '').split(
            ' ',
          );
          return `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-01`;
        }),
      );
      const n = sql(`date >= ? AND date < date(?, '+1 month')`, from ?? '', to ?? '');
      expect(n).toBeGreaterThan(0);
      await panel()
        .locator('.live-n')
        .getByText(n.toLocaleString('en-GB'), { exact: true })
        .waitFor();
    }
    // Sixty movements, and at most a word or two where they paused.
    expect(await asked()).toBeLessThan(5);
    await page.mouse.up();
    const [first = '', last = ''] = await datesSaid();
    await meant(sql('date BETWEEN ? AND ?', first, last));
    expect(await asked()).toBeGreaterThan(0);
  });

  test('categories are picked alone, several, inverted, and given up by name', async () => {
    const row = (at: number) => ({ position: { x: 60, y: 24 * at + 12 } });
    await plot('Contact').click(row(0));
    await meant(sql("contact = '01'"));
    await plot('Contact').click({ ...row(2), modifiers: ['Control'] });
    const both = sql("contact IN ('01', '02')");
    const other = sql("contact IN ('01', '11')");
    const said = await panel().locator('.sentence').innerText();
    await meant(said.includes('Telephone') ? both : other);
    await panel().getByRole('button', { name: 'Invert the choice on Contact' }).click();
    await meant(4636 - (said.includes('Telephone') ? both : other));
    await page.keyboard.press('Control+z');
    await meant(said.includes('Telephone') ? both : other);
    await page.keyboard.press('Control+z');
    await meant(sql("contact = '01'"));
    await page.keyboard.press('Control+y');
    await meant(said.includes('Telephone') ? both : other);
    await panel()
      .getByRole('button', { name: /^Undo: Contact is/ })
      .waitFor();
  });

  test('charts are added, changed, moved and taken away, and the board is remembered', async () => {
    await page.getByRole('button', { name: 'Add chart' }).click();
    const form = page.getByRole('dialog', { name: 'Add a chart' });
    await form.getByRole('combobox', { name: 'Variable' }).fill('attend');
    await page.getByRole('option', { name: 'Attendance Category' }).click();
    await form.getByRole('button', { name: /Shown as/ }).click();
    await page.getByRole('option', { name: 'Heat map of two' }).click();
    await form.getByRole('combobox', { name: 'Across' }).fill('contact');
    await page.getByRole('option', { name: 'Contact Category' }).click();
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await plot('Attendance × Contact').waitFor();
    await plot('Attendance × Contact').hover();
    const cells = await listed('Attendance × Contact');
    expect(cells['Video, Attended late']).toBe(sql("contact = '11' AND attendance = '6'"));
    await page.reload();
    await plot('Attendance × Contact').waitFor();
    const menu = page.getByRole('button', { name: 'More about Attendance × Contact' });
    await menu.click();
    await page.getByRole('menuitem', { name: 'Remove from the board' }).click();
    await plot('Attendance × Contact').waitFor({ state: 'detached' });
  });

  test('a chart goes out with its cohort in words, the values as SQL has them', async () => {
    await dragOver('Date by month', 0.5, 0.9);
    const [from = '', to = ''] = await datesSaid();
    await meant(sql('date BETWEEN ? AND ?', from, to));
    await page.getByRole('button', { name: 'More about Contact' }).click();
    await page.getByRole('menuitem', { name: 'Open large, export…' }).click();
    const detail = page.getByRole('dialog', { name: 'Contact' });
    const csv = await downloaded(page, () =>
      detail.getByRole('button', { name: 'CSV of the values' }).click(),
    );
    const video = sql("contact = '11' AND date BETWEEN ? AND ?", from, to);
    expect(csv.bytes.toString()).toContain(`Video,${video},${sql("contact = '11'")}`);
    expect(csv.bytes.toString()).toContain('Cohort: records where Date is between');
    const png = await downloaded(page, () =>
      detail.getByRole('button', { name: 'PNG', exact: true }).click(),
    );
    // 16 cm at 300 dots an inch.
    expect(png.bytes.readUInt32BE(16)).toBe(Math.round((Math.round((16 / 2.54) * 96) * 300) / 96));
    expect(png.bytes.includes('pHYs')).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('the explorer, with the keyboard', () => {
  test('values are read, picked, widened and given up', async () => {
    await page.getByRole('radio', { name: 'Count', exact: true }).focus();
    await tabTo(page, /^Contact Face/);
    const option = plot('Contact').getByRole('option');
    const first = await option.getAttribute('aria-label');
    expect(first).toBe(
      `Face to face: ${sql("contact = '01'").toLocaleString('en-GB')}, of all ${sql("contact = '01'").toLocaleString('en-GB')}`,
    );
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const picked = (await option.getAttribute('aria-label'))?.split(':')[0] ?? '';
    expect(await option.getAttribute('aria-selected')).toBe('true');
    await meant(sql('contact = ?', CODES[picked] ?? ''));
    await page.keyboard.press('Escape');
    await meant(4636);
  });

  test('a brush is made, widened, moved whole, and taken by its handles', async () => {
    await page.getByRole('radio', { name: 'Count', exact: true }).focus();
    await tabTo(page, /^Date by month \d/);
    await page.keyboard.press('Home');
    for (let n = 0; n < 10; n++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await meant(sql("date BETWEEN '2016-04-01' AND '2016-06-30'"));
    await page.keyboard.press('Control+ArrowRight');
    await meant(sql("date BETWEEN '2016-05-01' AND '2016-07-31'"));
    await page.keyboard.press('Tab');
    const from = page.getByRole('slider', { name: 'Date by month, from' });
    expect(await from.getAttribute('aria-valuetext')).toBe('May 2016');
    await page.keyboard.press('ArrowLeft');
    await meant(sql("date BETWEEN '2016-04-01' AND '2016-07-31'"));
    await page.keyboard.press('Shift+ArrowLeft');
    await meant(sql("date BETWEEN '2016-03-01' AND '2016-08-31'"));
    expect(await datesSaid()).toEqual(['2016-03-01', '2016-08-31']);
    await page.keyboard.press('Escape');
    await meant(4636);
  });
});

describe.each(['light', 'dark'])('axe finds nothing, %s', (theme) => {
  test('on the board, with something chosen', async () => {
    await page.evaluate((name) => localStorage.setItem('attune-theme', name), theme);
    await page.reload();
    await plot('Contact').waitFor();
    await dragOver('Date by month', 0.2, 0.5);
    await card('Contact').waitFor();
    await page.waitForFunction(() => document.querySelector('.skeleton') === null);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Add chart' }).click();
    await page.getByRole('dialog', { name: 'Add a chart' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });
});
