import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Refusal, refusalSentence } from '../src/model/refusal.ts';
import { hasDisplay } from '../src/serve/find-browser.ts';
import { serveInTerminal } from '../src/serve/serve-in-terminal.ts';
import { buildDesktop } from './build.ts';
import { buildWindow } from './build-window.ts';
import { findElectron } from './find-electron.ts';

/** npm start: the desktop window where Electron is, the browser shell where it is not. */
const ROOT = join(import.meta.dirname, '..');
const electron = hasDisplay() ? findElectron() : null;
// Chromium refuses to run as root with its sandbox.
const asRoot = process.platform === 'linux' && process.getuid?.() === 0;

try {
  await buildWindow();
  if (electron === null) {
    process.stdout.write('The desktop window cannot be had here: Attune runs in a browser.\n');
    await serveInTerminal({ open: true });
  } else {
    await buildDesktop();
    if (asRoot) process.stdout.write('Started as root: the window runs without its sandbox.\n');
    const args = asRoot ? [ROOT, '--no-sandbox'] : [ROOT];
    const [code] = await once(spawn(electron, args, { stdio: 'inherit' }), 'exit');
    process.exitCode = typeof code === 'number' ? code : 1;
  }
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${refusalSentence(error.toRecord())}\n`);
  process.exitCode = 1;
}
