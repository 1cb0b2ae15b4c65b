import { join } from 'node:path';
import { build } from 'vite';
import { isStale } from './is-stale.ts';

const ROOT = join(import.meta.dirname, '..');
const SOURCES = [
  'renderer',
  'src/model',
  'src/contract',
  'src/cohort',
  'src/chart',
  'package-lock.json',
];

/** Builds the window into dist/renderer, unless what stands there is newer than its sources. */
export async function buildWindow(options: { always?: boolean } = {}): Promise<void> {
  const built = join(ROOT, 'dist/renderer/index.html');
  const sources = SOURCES.map((source) => join(ROOT, source));
  if (!options.always && !isStale(built, sources)) return;
  process.stderr.write('Building the window …\n');
  await build({ configFile: join(ROOT, 'renderer/vite.config.ts'), logLevel: 'error' });
}

if (import.meta.main) await buildWindow();
