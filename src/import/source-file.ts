import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Refusal } from '../model/refusal.ts';

const BLOCK = 1 << 20;

export interface SourcePath {
  path: string;
  /** Without its folder. */
  name: string;
  bytes: number;
  /** The first 64 KiB. */
  head: Buffer;
}

/**
 * Looks at a file before anything is read from it.
 * @throws Refusal `no-such-file`, `is-a-folder`, `not-readable`, `empty-file`
 */
export function openSource(path: string): SourcePath {
  const name = basename(path);
  const where = { file: name };
  try {
    const facts = statSync(path);
    if (facts.isDirectory()) {
      throw new Refusal('is-a-folder', 'This is a folder, not a file.', {
        hint: 'Choose a file inside it.',
        where,
      });
    }
    if (!facts.isFile()) {
      throw new Refusal('not-a-file', 'This is a device or a pipe, not a file.', { where });
    }
    const head = headOf(path);
    if (head.length === 0) {
      throw new Refusal('empty-file', 'The file is empty: it has 0 bytes.', {
        hint: 'Ask for the extract again, or check that it had finished downloading.',
        where,
      });
    }
    return { path, name, bytes: facts.size, head };
  } catch (error) {
    throw fileRefusal(error, name);
  }
}

/**
 * The bytes of a file in blocks; each block is only valid until the next.
 * @param room where the next block is put
 */
export function* fileBlocks(
  path: string,
  from = 0,
  room: () => Buffer = sameRoom(),
): Generator<Buffer> {
  const handle = openSync(path, 'r');
  try {
    let at = from;
    for (;;) {
      const block = room();
      const read = readSync(handle, block, 0, Math.min(BLOCK, block.length), at);
      if (read === 0) return;
      at += read;
      yield block.subarray(0, read);
    }
  } finally {
    closeSync(handle);
  }
}

function sameRoom(): () => Buffer {
  const block = Buffer.allocUnsafe(BLOCK);
  return () => block;
}

function headOf(path: string): Buffer {
  const handle = openSync(path, 'r');
  try {
    const head = Buffer.allocUnsafe(1 << 16);
    return head.subarray(0, readSync(handle, head, 0, head.length, 0));
  } finally {
    closeSync(handle);
  }
}

function fileRefusal(error: unknown, file: string): unknown {
  if (error instanceof Refusal || !(error instanceof Error) || !('code' in error)) return error;
  const options = { where: { file }, cause: error };
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
    return new Refusal('no-such-file', 'There is no such file.', {
      ...options,
      hint: 'It may have been moved or renamed.',
    });
  }
  return new Refusal('not-readable', `The file cannot be read (${error.code}).`, {
    ...options,
    hint: 'Close it in other programs and check that you may open it.',
  });
}
