import type { Task } from '../model/project.ts';
import { Refusal } from '../model/refusal.ts';

/**
 * Shows progress on a terminal. The first Ctrl+C stops the work at its next checkpoint, so that
 * nothing is left behind; the second ends the program.
 */
export function createConsoleTask(stream: NodeJS.WriteStream): Task {
  let interrupted = false;
  let listening = false;
  let shown = 0;
  return {
    progress(done, total, label) {
      const ended = done >= total;
      if (!stream.isTTY || (!ended && Date.now() - shown < 100)) return;
      shown = Date.now();
      const percent = total > 0 ? ` ${Math.floor((100 * done) / total)} %` : '';
      stream.write(ended ? '\r\x1b[K' : `\r\x1b[K${label}${percent}`);
    },
    async checkpoint() {
      if (!listening) {
        listening = true;
        process.once('SIGINT', () => {
          interrupted = true;
        });
      }
      await new Promise(setImmediate);
      if (interrupted) throw new Refusal('cancelled', 'Stopped. Nothing of this was kept.');
    },
  };
}
