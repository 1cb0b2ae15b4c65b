import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Download, Page } from 'playwright-core';
import { serve } from '../../src/serve/serve.ts';
import { launchBrowser, openAttune } from '../helpers/browser.ts';

export interface AttuneWindow {
  page: Page;
  /** Where projects are kept. */
  home: string;
  /** What went wrong in the page: errors, refused content, requests to anywhere else. */
  complaints: string[];
  /** What every file dialog gives from now on: the dialog belongs to the system. */
  chooses(files: string | readonly string[]): void;
  close(): Promise<void>;
}

/** The built window in a real browser, on the real engine. */
export async function openWindow(options: { project?: string } = {}): Promise<AttuneWindow> {
  const home = mkdtempSync(join(tmpdir(), 'attune-home-'));
  const shell = await serve({ ...options, dataFolder: home, open: false, say: () => undefined });
  const browser: Browser = await launchBrowser();
  const context = await browser.newContext({
    viewport: { width: 1440, height: 860 },
    acceptDownloads: true,
  });
  const complaints: string[] = [];
  let chosen: string[] = [];
  context.on('page', (page) => {
    // From the first moment: Playwright takes a while to come between the page and the dialog.
    page.on('filechooser', (chooser) => chooser.setFiles(chosen));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!/^(data|blob):/.test(url) && !url.startsWith(shell.url))
        complaints.push(`request to ${url}`);
    });
  });
  const page = await openAttune(context, shell.launchUrl);
  return {
    page,
    home,
    complaints,
    chooses(files) {
      chosen = [files].flat();
    },
    async close() {
      await browser.close();
      await shell.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Bytes of the file that an action makes the browser download. */
export async function downloaded(
  page: Page,
  action: () => Promise<unknown>,
): Promise<{ name: string; bytes: Buffer }> {
  const [download]: [Download, unknown] = await Promise.all([
    page.waitForEvent('download'),
    action(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with the page as it stands: rule and first place. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(`${axe};0`);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(): Promise<{
          violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[];
        }>;
      };
    };
    const { violations } = await axe.run();
    return violations.map(
      ({ id, nodes }) =>
        `${id} (${nodes.length}): ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary}`,
    );
  });
}

/** Presses Tab (or Shift+Tab) until the wanted element has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, name: RegExp, limit = 150): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < limit; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      if (!element) return '';
      const labels = [
        element.getAttribute('aria-label'),
        ...(element.getAttribute('aria-labelledby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent),
        ...Array.from((element as HTMLInputElement).labels ?? [], (label) => label.textContent),
        // A pane that holds half the page is not a control of this name.
        (element.textContent ?? '').length < 200 ? element.textContent : '',
      ];
      return labels.filter(Boolean).join(' ');
    });
    if (name.test(focused)) return;
    seen.push(focused.slice(0, 30));
  }
  throw new Error(`Tab never reached ${name}; it went over ${seen.join(' | ')}`);
}
