import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = join(import.meta.dirname, '../node_modules/electron');

/**
 * Electron's program, where it has been fetched; null where it has not. Its own package would download it
 * when asked, so this only looks: path.txt names the program and dist/ holds it once it is there.
 */
export function findElectron(folder = PACKAGE): string | null {
  const note = join(folder, 'path.txt');
  if (!existsSync(note)) return null;
  const program = join(folder, 'dist', readFileSync(note, 'utf8').trim());
  return existsSync(program) ? program : null;
}
