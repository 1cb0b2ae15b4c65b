import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type ServeOptions, serve } from './serve.ts';

/**
 * Serves until the window is closed or the person ends it with Ctrl+C. Enter gives a new one-time
 * address, for a browser that comes late or a second window.
 */
export async function serveInTerminal(options: ServeOptions): Promise<void> {
  const say = options.say ?? ((line: string) => void process.stdout.write(`${line}\n`));
  const served = await serve(options);
  const lines = process.stdin.isTTY ? createInterface({ input: process.stdin }) : null;
  lines?.on('line', () => say(`  ${served.newLaunchUrl()}`));
  say(`Ctrl+C ends Attune.${lines ? ' Enter gives a new address.' : ''}`);
  const interrupted = lines ? once(lines, 'SIGINT') : new Promise<never>(() => {});
  try {
    await Promise.race([
      served.windowClosed,
      interrupted,
      once(process, 'SIGINT'),
      once(process, 'SIGTERM'),
    ]);
  } finally {
    lines?.close();
    await served.close();
  }
}
