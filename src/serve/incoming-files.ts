import { createWriteStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { privateFolder } from '../data-folder.ts';
import { safeFileName } from '../engine/safe-file-name.ts';
import { Refusal } from '../model/refusal.ts';
import { newSecret } from './secret.ts';

export const UPLOAD_LIMIT = 4 * 1024 ** 3;

/** Files that the window sent, until they are used: each alone in a private folder, known by its token. */
export interface IncomingFiles {
  /** @throws Refusal `upload-too-large`; whatever came of it is deleted */
  receive(stream: Readable, name: string): Promise<{ token: string; name: string; bytes: number }>;
  /** @throws Refusal `unknown-file` */
  path(token: string): string;
  drop(token: string): void;
  /** Deletes them all. */
  clear(): void;
}

export function createIncomingFiles(dataFolder: string, limit = UPLOAD_LIMIT): IncomingFiles {
  const all = join(dataFolder, '.incoming');
  sweep(all);
  const folder = join(all, `${process.pid}-${newSecret().slice(0, 8)}`);
  const paths = new Map<string, string>();

  return {
    async receive(stream, given) {
      const name = safeFileName(given, 'File');
      const token = newSecret();
      const own = privateFolder(join(folder, token));
      const path = join(own, name);
      let bytes = 0;
      const count = new Transform({
        transform(part: Buffer, _encoding, done) {
          bytes += part.length;
          done(bytes > limit ? tooLarge(name, limit) : null, part);
        },
      });
      try {
        await pipeline(stream, count, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      } catch (error) {
        rmSync(own, { recursive: true, force: true });
        throw error;
      }
      paths.set(token, path);
      return { token, name, bytes };
    },
    path(token) {
      const path = paths.get(token);
      if (path !== undefined) return path;
      throw new Refusal('unknown-file', 'This file is no longer at hand.', {
        hint: 'Choose it again.',
      });
    },
    drop(token) {
      const path = paths.get(token);
      paths.delete(token);
      if (path !== undefined) rmSync(dirname(path), { recursive: true, force: true });
    },
    clear() {
      paths.clear();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Takes away what a run left behind that did not end well. */
function sweep(all: string): void {
  mkdirSync(all, { recursive: true, mode: 0o700 });
  for (const entry of readdirSync(all)) {
    if (!isAlive(Number.parseInt(entry, 10)))
      rmSync(join(all, entry), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function tooLarge(file: string, limit: number): Refusal {
  return new Refusal('upload-too-large', `A file may have ${limit / 1024 ** 3} GB here.`, {
    hint: 'Import it with the command line, which reads it from where it is.',
    where: { file },
  });
}
