import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readStaticFiles, type StaticFiles } from '../engine/static-files.ts';
import { Refusal } from '../model/refusal.ts';

const ROOT = join(import.meta.dirname, '../..');
const BUILD = join(ROOT, 'scripts/build-window.ts');

/**
 * The files of the built window. In a checkout it is built first where it is missing or older than its
 * sources; what the build says goes to stderr.
 * @throws Refusal `window-not-built`
 */
export function builtWindow(folder?: string): StaticFiles {
  if (folder === undefined && existsSync(BUILD)) {
    spawnSync(process.execPath, [BUILD], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  }
  const built = folder ?? join(ROOT, 'dist/renderer');
  const files = existsSync(built) ? readStaticFiles(built) : new Map();
  if (files.has('/')) return files;
  throw new Refusal('window-not-built', 'The window is not built.', { hint: 'Run npm run build.' });
}
