import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { browserFlags } from './browser-flags.ts';

export interface OpenWindow {
  /** Settles when the browser has ended and its profile is deleted. */
  closed: Promise<void>;
  close(): void;
}

const REMOVE = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 };

/** Opens the one-time address in a browser of its own. The address goes through a file only we can read. */
export function openWindow(
  browser: string,
  launchUrl: string,
  options: { asRoot?: boolean; extra?: readonly string[] } = {},
): OpenWindow {
  const folder = mkdtempSync(join(tmpdir(), 'attune-window-'));
  const remove = () => rmSync(folder, REMOVE);
  process.once('exit', remove);
  const page = join(folder, 'open.html');
  const profile = join(folder, 'profile');
  writeFileSync(page, launchPage(launchUrl), { mode: 0o600, flag: 'wx' });
  mkdirSync(profile, { mode: 0o700 });

  const flags = browserFlags({
    browser,
    profile,
    page: pathToFileURL(page).href,
    asRoot: options.asRoot ?? false,
  });
  const child = spawn(browser, [...(options.extra ?? []), ...flags], { stdio: 'ignore' });
  const closed = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  }).then(() => {
    process.off('exit', remove);
    remove();
  });
  return { closed, close: () => void child.kill() };
}

/** A page that moves on to the address at once. */
export function launchPage(launchUrl: string): string {
  const target = JSON.stringify(launchUrl).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Attune</title>
<script>location.replace(${target});</script></head><body><p>Opening Attune…</p></body></html>
`;
}
