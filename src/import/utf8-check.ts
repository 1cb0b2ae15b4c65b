import { isUtf8 } from 'node:buffer';
import { fileBlocks } from './source-file.ts';

export interface Utf8Fault {
  /** 1-based line of the first byte that is not valid UTF-8. */
  line: number;
  /** Bytes of the whole file that are not part of a valid UTF-8 sequence. */
  invalid: number;
}

/** Holds the whole file against UTF-8; undefined when it is valid throughout. */
export function utf8Fault(path: string): Utf8Fault | undefined {
  return isValid(path) ? undefined : findFault(path);
}

function isValid(path: string): boolean {
  try {
    for (const _ of provenUtf8(fileBlocks(path)));
    return true;
  } catch (error) {
    if (error instanceof NotUtf8) return false;
    throw error;
  }
}

/** Bytes were taken for UTF-8 and are not. */
export class NotUtf8 extends Error {}

/**
 * Blocks of a text as they come, each once it is sure to be UTF-8.
 * @throws NotUtf8
 */
export function* provenUtf8(blocks: Iterable<Buffer>): Generator<Buffer> {
  let carry = Buffer.alloc(0);
  for (const block of blocks) {
    const bytes = carry.length > 0 ? Buffer.concat([carry, block]) : block;
    const end = bytes.length - unfinished(bytes);
    if (!isUtf8(bytes.subarray(0, end))) throw new NotUtf8();
    carry = Buffer.from(bytes.subarray(end));
    yield block;
  }
  if (carry.length > 0) throw new NotUtf8();
}

/** Bytes at the end that begin a sequence without ending it. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function findFault(path: string): Utf8Fault {
  let line = 1;
  let firstLine = 0;
  let invalid = 0;
  let before = 0;
  let carry = Buffer.alloc(0);
  const scan = (bytes: Uint8Array, last: boolean): number => {
    let i = 0;
    while (i < bytes.length) {
      const byte = bytes[i] as number;
      if (byte < 0x80) {
        if (byte === 10 ? before !== 13 : byte === 13) line++;
        before = byte;
        i++;
        continue;
      }
      before = byte;
      const length = sequenceLength(byte);
      if (!last && i + length > bytes.length) return i;
      if (length > 1 && i + length <= bytes.length && isUtf8(bytes.subarray(i, i + length))) {
        i += length;
        continue;
      }
      if (invalid++ === 0) firstLine = line;
      i++;
    }
    return i;
  };
  for (const block of fileBlocks(path)) {
    const bytes = Buffer.concat([carry, block]);
    carry = Buffer.from(bytes.subarray(scan(bytes, false)));
  }
  scan(carry, true);
  return { line: firstLine, invalid };
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0 && lead < 0xf8) return 4;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xc2 && lead < 0xe0 ? 2 : 1;
}
