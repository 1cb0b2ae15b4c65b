import { Refusal } from '../model/refusal.ts';
import { SHEET_LIMITS, ZIP_LIMITS } from './limits.ts';
import { hashBytes } from './raw-column.ts';
import { cellText, readXml } from './read-xml.ts';
import type { SourcePath } from './source-file.ts';
import type { Workbook } from './workbook.ts';

/** The shared strings of a workbook as UTF-8, one after another: string i ends at `ends[i]`. */
export interface SharedStrings {
  bytes: Buffer;
  ends: Float64Array;
  hashes: Int32Array;
  size: number;
}

const TAGS = ['si', 't', 'rPh'];

/**
 * Reads the shared strings: plain or rich text, phonetic readings left out.
 * @throws Refusal `hostile-file`, `cell-too-long`
 */
export async function readSharedStrings(
  source: SourcePath,
  workbook: Workbook,
): Promise<SharedStrings> {
  const strings = new StringsBuilder(source);
  if (workbook.strings !== undefined && workbook.zip.has(workbook.strings)) {
    let wanted = false;
    let phonetic = false;
    await readXml(source, workbook.zip, workbook.strings, {
      tags: TAGS,
      open(tag) {
        if (tag === 2) phonetic = true;
        else if (tag === 1) wanted = !phonetic;
      },
      close(tag) {
        if (tag === 0) strings.end();
        else if (tag === 1) wanted = false;
        else if (tag === 2) phonetic = false;
      },
      text(bytes, start, end, literal) {
        if (wanted) strings.append(bytes, start, end, literal);
      },
    });
  }
  return strings.finish();
}

class StringsBuilder {
  readonly #source: SourcePath;
  #bytes = Buffer.allocUnsafe(1 << 16);
  #ends = new Float64Array(1024);
  #hashes = new Int32Array(1024);
  #length = 0;
  #begin = 0;
  #size = 0;

  constructor(source: SourcePath) {
    this.#source = source;
  }

  append(from: Uint8Array, start: number, end: number, literal: boolean): void {
    let bytes = from;
    let first = start;
    let last = end;
    if (!literal && needsDecoding(from, start, end)) {
      bytes = Buffer.from(cellText(Buffer.from(from.subarray(start, end)).toString('utf8')));
      first = 0;
      last = bytes.length;
    }
    const need = this.#length + last - first;
    if (need > ZIP_LIMITS.strings) {
      throw new Refusal(
        'hostile-file',
        'The file is not read, for safety: its texts take more than 512 MB.',
        {
          where: { file: this.#source.name },
        },
      );
    }
    if (need - this.#begin > SHEET_LIMITS.cell * 4) {
      throw new Refusal('cell-too-long', 'A text of the workbook is longer than a cell can hold.', {
        hint: 'Excel holds at most 32,767 characters in a cell. Save the data anew from Excel.',
        where: { file: this.#source.name },
      });
    }
    if (need > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(need, Math.ceil(this.#bytes.length * 1.6)));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    for (let i = first, j = this.#length; i < last; i++, j++) this.#bytes[j] = bytes[i] as number;
    this.#length = need;
  }

  end(): void {
    if (this.#size === this.#ends.length) {
      const ends = new Float64Array(this.#size * 2);
      ends.set(this.#ends);
      this.#ends = ends;
      const hashes = new Int32Array(this.#size * 2);
      hashes.set(this.#hashes);
      this.#hashes = hashes;
    }
    this.#hashes[this.#size] = hashBytes(this.#bytes, this.#begin, this.#length);
    this.#ends[this.#size++] = this.#length;
    this.#begin = this.#length;
  }

  finish(): SharedStrings {
    return { bytes: this.#bytes, ends: this.#ends, hashes: this.#hashes, size: this.#size };
  }
}

/** Whether a text holds an entity, an Excel escape or a carriage return. */
export function needsDecoding(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const byte = bytes[i];
    if (byte === 0x26 || byte === 0x0d || (byte === 0x5f && bytes[i + 1] === 0x78)) return true;
  }
  return false;
}
