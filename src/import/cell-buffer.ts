import { SHEET_LIMITS } from './limits.ts';
import { needsDecoding } from './plain-bytes.ts';
import { cellText } from './read-xml.ts';

/** Puts the text of one cell together from its pieces, as UTF-8 without entities. */
export class CellBuffer {
  bytes = Buffer.allocUnsafe(1 << 12);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  /**
   * Adds a piece of XML text; `literal` text has no entities. False when it would be longer than a
   * cell can be.
   */
  append(from: Uint8Array, start: number, end: number, literal: boolean): boolean {
    if (needsDecoding(from, start, end)) {
      const xml = Buffer.from(from.subarray(start, end)).toString();
      const decoded = Buffer.from(cellText(xml, literal));
      return this.#add(decoded, 0, decoded.length);
    }
    return this.#add(from, start, end);
  }

  #add(from: Uint8Array, start: number, end: number): boolean {
    const length = this.length + end - start;
    if (length > SHEET_LIMITS.cell * 4) return false;
    if (length > this.bytes.length) {
      const larger = Buffer.allocUnsafe(length * 2);
      this.bytes.copy(larger, 0, 0, this.length);
      this.bytes = larger;
    }
    for (let i = start, j = this.length; i < end; i++, j++) this.bytes[j] = from[i] as number;
    this.length = length;
    return true;
  }
}
