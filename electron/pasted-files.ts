import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { safeFileName } from '../src/engine/safe-file-name.ts';
import { Refusal } from '../src/model/refusal.ts';

const LIMIT = 100_000_000;

/** Tables that were pasted into the window, kept as files in a private folder until Attune ends. */
export interface PastedFiles {
  /** The path of the new file. @throws Refusal `too-much-pasted` */
  keep(name: string, text: string): string;
  clear(): void;
}

export function createPastedFiles(folder: string): PastedFiles {
  rmSync(folder, { recursive: true, force: true });
  return {
    keep(given, text) {
      const name = safeFileName(given, 'Pasted table');
      if (text.length > LIMIT) {
        throw new Refusal('too-much-pasted', 'This is too much to paste: over 100 MB.', {
          hint: 'Save it as a file and import that.',
          where: { file: name },
        });
      }
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const path = join(mkdtempSync(join(folder, 'table-')), name);
      writeFileSync(path, text, { flag: 'wx', mode: 0o600 });
      return path;
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}
