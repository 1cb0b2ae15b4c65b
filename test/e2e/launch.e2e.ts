import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openWindow } from '../../src/serve/open-window.ts';
import { AS_ROOT, browserProgram, launchBrowser, openAttune } from '../helpers/browser.ts';
import { type ToyServer, toyServer } from '../helpers/toy-server.ts';

let server: ToyServer;

beforeAll(async () => {
  server = await toyServer();
});
afterAll(() => server.close());

test('the window opens through the launch file, once, and its profile is gone afterwards', async () => {
  const profiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith('attune-window-'));
  const before = profiles();
  const window = openWindow(browserProgram(), server.door.newLaunchUrl(), {
    asRoot: AS_ROOT,
    extra: ['--headless', '--disable-gpu'],
  });
  await vi.waitUntil(() => server.door.launches() === 1, { timeout: 60_000 });
  const [profile] = profiles().filter((name) => !before.includes(name));
  window.close();
  await window.closed;
  expect(profile).toBeDefined();
  expect(existsSync(`${tmpdir()}/${profile}`)).toBe(false);
});

test('a tab that was let in has its cookie, its token and its calls; a reload keeps them', async () => {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext();
    const page = await openAttune(context, server.door.newLaunchUrl());
    expect(page.url()).toBe(`${server.door.origin}/`);
    expect(await page.title()).toBe('Toy');
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({
      httpOnly: true,
      sameSite: 'Strict',
      domain: server.door.host.split(':')[0],
      expires: -1,
    });
    await page.reload();
    const answer = await page.evaluate(async () => {
      const { csrf } = await (await fetch('/session.json')).json();
      const response = await fetch('/api', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Attune-CSRF': csrf },
        body: JSON.stringify({ call: 1, method: 'start', input: {} }),
      });
      return [document.cookie, csrf.length, (await response.json()).reply.ok.shell];
    });
    expect(answer).toEqual(['', 43, 'browser']);
  } finally {
    await browser.close();
  }
});
