import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildDesktop } from '../../scripts/build.ts';
import { findElectron } from '../../scripts/find-electron.ts';
import { AS_ROOT } from '../helpers/browser.ts';

/**
 * The desktop shell itself. vitest.config.ts collects this file only where Electron's program is present,
 * so that nowhere a test is skipped: run `npx install-electron` once, then npm test. The shipped build has
 * its inspector fused off and cannot be driven like this.
 */
const ROOT = join(import.meta.dirname, '../..');
let app: ElectronApplication;
let page: Page;

beforeAll(async () => {
  await buildDesktop();
  app = await _electron.launch({
    executablePath: findElectron() ?? '',
    args: [ROOT, ...(AS_ROOT ? ['--no-sandbox'] : [])],
    env: { ...process.env, ATTUNE_HOME: mkdtempSync(join(tmpdir(), 'attune-')) } as Record<
      string,
      string
    >,
  });
  page = await app.firstWindow();
});
afterAll(() => app.close());

test('the window comes from its own scheme and knows nothing of Node', async () => {
  expect(page.url()).toBe('app://workbench/');
  const seen = await page.evaluate(() => [
    typeof Reflect.get(globalThis, 'require'),
    typeof Reflect.get(globalThis, 'process'),
    Object.keys(Reflect.get(globalThis, 'attune')).toSorted(),
  ]);
  expect(seen).toEqual([
    'undefined',
    'undefined',
    ['call', 'cancel', 'chooseFiles', 'fileFor', 'onMessage'],
  ]);
});

test('the engine answers in a process of its own', async () => {
  const processes = await app.evaluate(({ app }) => app.getAppMetrics().map(({ name }) => name));
  await page.getByText('Nothing leaves this computer').waitFor();
  expect(processes).toContain('Attune engine');
});

test('the page goes nowhere, opens nothing and reaches nobody', async () => {
  const windows = app.windows().length;
  const results = await page.evaluate(async () => {
    const opened = window.open('https://example.org/');
    location.href = 'https://example.org/?next=app://workbench/';
    const reached = await fetch('https://example.org/').then(
      () => true,
      () => false,
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    return [opened, reached];
  });
  expect(results).toEqual([null, false]);
  expect(page.url()).toBe('app://workbench/');
  expect(app.windows()).toHaveLength(windows);
});
