import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Array = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** Something that was put away. */
export interface Kept<T> {
  read(): T;
}

/** Where columns that are being read put what they have finished. */
export interface Store {
  keep<T extends Array>(array: T): Kept<T>;
}

/**
 * Keeps arrays in memory up to a budget, and those after it in a file that only this process can reach:
 * it has no name any more when the first byte is written to it, so it is gone with the process, whatever
 * ends that. Where a file in use cannot be removed (Windows) it is removed when it is closed.
 */
export class Spill implements Store {
  #left: number;
  #file: SpillFile | undefined;

  /** @param budget bytes that stay in memory */
  constructor(budget: number) {
    this.#left = budget;
  }

  keep<T extends Array>(array: T): Kept<T> {
    if (array.byteLength <= this.#left) {
      this.#left -= array.byteLength;
      return { read: () => array };
    }
    this.#file ??= openSpill();
    return putAway(array, this.#file);
  }

  /** Gives the disk back; nothing that went there can be read afterwards. */
  close(): void {
    const file = this.#file;
    if (!file) return;
    this.#file = undefined;
    FORGOTTEN.unregister(file);
    giveBack(file);
  }
}

/** Closes the files of readings that nobody holds any more. */
const FORGOTTEN = new FinalizationRegistry(giveBack);

function openSpill(): SpillFile {
  const file = openUnnamed();
  FORGOTTEN.register(file, { ...file }, file);
  return file;
}

function giveBack({ handle, path, isGone }: OpenFile): void {
  closeSync(handle);
  if (!isGone) rmSync(path, { force: true });
}

/** By itself, so that nothing that is kept holds on to the array. */
function putAway<T extends Array>(array: T, file: SpillFile): Kept<T> {
  const [at, { length }] = [file.length, array];
  const Kind = array.constructor as new (length: number) => T;
  writeAll(file.handle, bytesOf(array), at);
  file.length += array.byteLength;
  return {
    read: () => {
      const own = new Kind(length);
      readAll(file.handle, bytesOf(own), at);
      return own;
    },
  };
}

interface OpenFile {
  handle: number;
  path: string;
  /** It has no name any more. */
  isGone: boolean;
}

interface SpillFile extends OpenFile {
  length: number;
}

function openUnnamed(): SpillFile {
  const path = join(tmpdir(), `attune-${randomBytes(12).toString('hex')}`);
  const handle = openSync(path, 'wx+', 0o600);
  let isGone = true;
  try {
    unlinkSync(path);
  } catch {
    isGone = false;
  }
  return { handle, path, length: 0, isGone };
}

function bytesOf(array: Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function writeAll(handle: number, bytes: Uint8Array, place: number): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(handle, bytes, done, bytes.length - done, place + done);
  }
}

function readAll(handle: number, bytes: Uint8Array, place: number): void {
  for (let done = 0; done < bytes.length; ) {
    const read = readSync(handle, bytes, done, bytes.length - done, place + done);
    if (read === 0) throw new Error('a spilled column was cut short');
    done += read;
  }
}
