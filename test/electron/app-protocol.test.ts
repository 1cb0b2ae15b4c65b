import { expect, test } from 'vitest';
import { answerAppRequest } from '../../electron/app-protocol.ts';
import { SECURITY_HEADERS } from '../../src/engine/security-headers.ts';

const FILES = new Map([
  ['/', { type: 'text/html; charset=utf-8', bytes: Buffer.from('<!doctype html>') }],
  ['/assets/a.js', { type: 'text/javascript; charset=utf-8', bytes: Buffer.from('1') }],
]);

/** Only what the handler reads: undici's Request would take no app: address. */
const ask = (url: string, method = 'GET') => answerAppRequest({ url, method } as Request, FILES);

test('the window’s files are answered with their types and every header', async () => {
  const page = ask('app://workbench/#data');
  expect(page.status).toBe(200);
  expect(await page.text()).toBe('<!doctype html>');
  expect(page.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    expect(page.headers.get(name)).toBe(value);
  }
  expect(ask('app://workbench/assets/a.js?v=1').status).toBe(200);
});

test.each([
  'app://workbench/../package.json',
  'app://workbench/%2e%2e/package.json',
  'app://workbench/assets/..%2f..%2fpackage.json',
  'app://workbench/assets/./a.js',
  'app://workbench//assets/a.js',
  'app://workbench/constructor',
  'app://evil/',
  'app://workbench.evil/',
  'app://workbench',
  'file:///etc/passwd',
])('%s is not', (url) => {
  const answer = ask(url);
  expect(answer.status).toBe(404);
  expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
});

test('nothing is posted', () => {
  expect(ask('app://workbench/', 'POST').status).toBe(405);
});
