import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const KINDS = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array };
type Array = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** Something that was put away. */
export interface Kept<T> {
  read(): T;
  /** The same for another thread: the array, or its place in the file. */
  readonly parcel: Parcel<T>;
}

export type Parcel<T> = T | Place;

interface Place {
  at: number;
  length: number;
  kind: keyof typeof KINDS;
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

  /**
   * @param budget bytes that stay in memory
   * @param file the file of another thread's spill, which closes it
   */
  constructor(budget: number, file?: SpillFile) {
    this.#left = budget;
    this.#file = file;
  }

  /** Its file, for another thread to put arrays into. */
  open(): SpillFile {
    this.#file ??= openSpill();
    return this.#file;
  }

  /** What the other thread has put away. */
  receive<T extends Array>(parcel: Parcel<T>): Kept<T> {
    if (ArrayBuffer.isView(parcel)) return { read: () => parcel, parcel };
    return kept(this.open(), parcel);
  }

  keep<T extends Array>(array: T): Kept<T> {
    if (array.byteLength <= this.#left) {
      this.#left -= array.byteLength;
      return { read: () => array, parcel: array };
    }
    return putAway(array, this.open());
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
  const place: Place = {
    at: file.length,
    length: array.length,
    kind: array.constructor.name as keyof typeof KINDS,
  };
  writeAll(file.handle, bytesOf(array), place.at);
  file.length += array.byteLength;
  return kept(file, place);
}

/** Holds on to the file, which is closed when nobody does. */
function kept<T>(file: SpillFile, place: Place): Kept<T> {
  return {
    read: () => {
      const own = new KINDS[place.kind](place.length);
      readAll(file.handle, bytesOf(own), place.at);
      return own as T;
    },
    parcel: place,
  };
}

interface OpenFile {
  handle: number;
  path: string;
  /** It has no name any more. */
  isGone: boolean;
}

export interface SpillFile extends OpenFile {
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
