import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const LIST = join(import.meta.dirname, 'peers/package.json');

/**
 * Where a tool that Attune is measured against can be imported from. They are no part of Attune: the
 * versions in `peers/package.json` are installed into a temporary folder when a benchmark first asks.
 */
export function peer(name: string): string {
  const { dependencies } = JSON.parse(readFileSync(LIST, 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const version = dependencies[name];
  if (version === undefined) throw new Error(`${name} is not among the peers in ${LIST}.`);
  const versions = Object.entries(dependencies).map((entry) => entry.join('@'));
  const folder = join(tmpdir(), 'attune-bench-peers', versions.join('+').replaceAll('/', '-'));
  if (!existsSync(join(folder, 'node_modules', name))) {
    mkdirSync(folder, { recursive: true });
    copyFileSync(LIST, join(folder, 'package.json'));
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    execFileSync(npm, ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
      cwd: folder,
      stdio: 'inherit',
    });
  }
  return pathToFileURL(createRequire(join(folder, 'package.json')).resolve(name)).href;
}
