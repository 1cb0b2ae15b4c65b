/**
 * Times what somebody sees who brushes a million rows of 14 columns in the window: a real headless
 * Chromium on `attune serve`, in a process of its own as it is for people, moved by real pointer events, from
 * the event to the frame in which all six charts stand painted. Then scrolls the grid and measures how long it is blank.
 * Usage: node test/bench/explorer.ts [seconds] [rows]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PAINTED } from '../../renderer/parts/explorer/board-painter.ts';
import { UNWATCHED } from '../../src/model/project.ts';
import { createWorkbench } from '../../src/workbench.ts';
import { launchBrowser, openAttune } from '../helpers/browser.ts';
import { appointmentsCsv } from './appointments-csv.ts';
import { type Scrolled, scrollGrid } from './explorer/scroll-grid.ts';

const [seconds = 6, rows = 1_000_000] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'));
const project = join(folder, 'explorer.attune');

const workbench = createWorkbench(project, { create: { title: 'bench' } });
await workbench.importFile({ file: appointmentsCsv(rows), table: 'appointments' }, UNWATCHED);
workbench.close();

const attune = join(import.meta.dirname, '../../src/cli/attune.mjs');
const shell = spawn(process.execPath, [attune, 'serve', project, '--no-open'], {
  env: { ...process.env, ATTUNE_HOME: folder },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const browser = await launchBrowser();
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 860 } });
  const page = await openAttune(context, await launchAddress(shell));
  await page.getByRole('heading', { name: 'Data', exact: true }).waitFor();
  await watchFrames(page);
  const opened = await openBoard(page);
  console.log(`  six charts on the screen, from the click in the rail: ${opened.toFixed(0)} ms`);
  for (const way of ['drawn and moved', 'made wider and narrower'] as const) {
    tell(`a brush ${way}`, await drag(page, way));
  }
  tellScroll(await scrollGrid(page, seconds));
} finally {
  await browser.close();
  shell.kill('SIGTERM');
  await once(shell, 'exit');
  rmSync(folder, { recursive: true, force: true });
}

/** The address that a shell says it can be opened at, once. */
function launchAddress(started: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    started.stdout?.on('data', (part) => {
      said += String(part);
      const [address] = /http:\S+token=\S+/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    started.once('exit', () => reject(new Error(`attune serve gave no address: ${said}`)));
  });
}

interface Frames {
  /** Milliseconds from the input to the end of the frame that shows it, and to the start of the next. */
  painted: number[];
  next: number[];
}

/** Listens for the mark that every painted answer leaves; a message posted in a frame arrives after it. */
async function watchFrames(page: Page): Promise<void> {
  await page.evaluate((name) => {
    const frames: Frames = { painted: [], next: [] };
    const mark = performance.mark.bind(performance);
    performance.mark = (what, options) => {
      if (what === name) {
        const cause = options?.detail as number;
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => frames.painted.push(performance.now() - cause);
        port2.postMessage(null);
        requestAnimationFrame(() => frames.next.push(performance.now() - cause));
      }
      return mark(what, options);
    };
    Object.assign(window, { frames });
  }, PAINTED);
}

async function openBoard(page: Page): Promise<number> {
  const start = performance.now();
  await page.getByRole('button', { name: /^Cohorts/ }).click();
  await page.waitForFunction(
    () => document.querySelectorAll('.picker path.pale[d^=M]').length >= 6,
  );
  return performance.now() - start;
}

/** Moves a brush on the chart of dates for some seconds; every chart has to follow. */
async function drag(
  page: Page,
  way: 'drawn and moved' | 'made wider and narrower',
): Promise<Frames> {
  const plot = await page.getByRole('listbox', { name: 'received by month' }).boundingBox();
  if (plot === null) throw new Error('there is no chart by month');
  const [left, y] = [plot.x + 45, plot.y + 60];
  const width = plot.width - 70;
  const before = await drawn(page);
  await page.mouse.move(left + 0.2 * width, y);
  await page.mouse.down();
  await page.mouse.move(left + 0.5 * width, y, { steps: 10 });
  if (way === 'drawn and moved') {
    await page.mouse.up();
    await page.mouse.move(left + 0.3 * width, y);
    await page.mouse.down();
  }
  await page.evaluate(() => {
    const { frames } = window as unknown as { frames: Frames };
    frames.painted.length = 0;
    frames.next.length = 0;
  });
  const end = performance.now() + seconds * 1000;
  for (let step = 0; performance.now() < end; step++) {
    // There and back, as fast as a hand does it: across the chart in about a second.
    const place = 0.35 + 0.3 * Math.sin(step / 25);
    await page.mouse.move(left + place * width, y);
    await new Promise((resolve) => setTimeout(resolve, 8));
  }
  await page.mouse.up();
  await page.waitForTimeout(300);
  const after = await drawn(page);
  const still = after.filter((path, at) => path === before[at]).length;
  if (still > 1) throw new Error(`${still} charts did not follow the brush`);
  const frames = await page.evaluate(() => (window as unknown as { frames: Frames }).frames);
  await page.keyboard.press('Escape');
  await page.waitForTimeout(300);
  return frames;
}

function drawn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll('.picker'), (plot) =>
      Array.from(plot.querySelectorAll('path.bar'), (path) => path.getAttribute('d')).join(),
    ),
  );
}

function tell(what: string, { painted, next }: Frames): void {
  const at = (list: readonly number[], share: number) =>
    list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(share * list.length))] ??
    Number.NaN;
  const said = (list: readonly number[]) =>
    [0.5, 0.95, 1].map((share) => at(list, share).toFixed(1)).join(' · ');
  console.log(`  ${what}: ${painted.length} frames in ${seconds} s`);
  console.log(`    event to painted, ms, median · p95 · longest: ${said(painted)}`);
  console.log(`    event to the frame after: ${said(next)}`);
  const p95 = at(painted, 0.95);
  console.log(
    `  ${p95 <= 33 ? 'met    ' : 'not met'}  p95, ms, 33 at most (aim 16): ${p95.toFixed(1)}`,
  );
}

function tellScroll({ longest, frames }: Scrolled): void {
  console.log(`  the grid scrolled for ${seconds} s, ${frames} frames`);
  const verdict = longest <= 100 ? 'met    ' : 'not met';
  console.log(`  ${verdict}  longest blank, ms, 100 at most: ${longest.toFixed(0)}`);
}
