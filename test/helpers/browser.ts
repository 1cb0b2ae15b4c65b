import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { browserFlags } from '../../src/serve/browser-flags.ts';
import { findBrowser } from '../../src/serve/find-browser.ts';

export const AS_ROOT = process.platform === 'linux' && process.getuid?.() === 0;

/** The browser that people would get, without a screen. */
export function browserProgram(): string {
  const program = findBrowser();
  if (program === null) throw new Error('The end-to-end tests need a Chromium, Chrome or Edge.');
  return program;
}

/** The flags of the shell but for those that Playwright sets itself. */
function quietFlags(): string[] {
  const start = { browser: browserProgram(), profile: '', page: '', asRoot: AS_ROOT };
  return browserFlags(start).filter(
    (flag) => !/^--(user-data-dir|app|incognito|inprivate)/.test(flag),
  );
}

/** A browser as the shell starts it; `more` may take a flag's place. */
export function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const replaced = more.map((flag) => flag.split('=')[0] ?? flag);
  const flags = quietFlags().filter((flag) => !replaced.includes(flag.split('=')[0] ?? flag));
  return chromium.launch({
    executablePath: browserProgram(),
    headless: true,
    chromiumSandbox: !AS_ROOT,
    args: [...flags, ...more],
  });
}

/** A tab in which Attune is open. */
export async function openAttune(context: BrowserContext, launchUrl: string) {
  const page = await context.newPage();
  await page.goto(launchUrl);
  await page.waitForURL((url) => url.pathname === '/');
  return page;
}
