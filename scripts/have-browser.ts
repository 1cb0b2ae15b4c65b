import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from '../src/serve/find-browser.ts';

/** A browser for the end-to-end tests; on Debian, as root, it is installed where there is none. */
export function haveBrowser(): string | null {
  const found = findBrowser();
  if (found !== null || !mayInstall()) return found;
  process.stderr.write('No Chromium, Chrome or Edge here: installing the package chromium …\n');
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']]) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 2, 2], env });
  }
  return findBrowser();
}

export const NO_BROWSER =
  'The end-to-end tests need a Chromium, Chrome or Edge: install one, or name it in ATTUNE_BROWSER.';

function mayInstall(): boolean {
  return (
    process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version')
  );
}
