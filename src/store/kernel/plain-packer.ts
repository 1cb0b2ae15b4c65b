import type { CodedRange, Codes, CodeTable, NumberPacker, NumberRange } from './number-packer.ts';

/** {@link NumberPacker} in TypeScript. */
export class PlainPacker implements NumberPacker {
  readonly #room: Float64Array;
  #values: Float64Array = new Float64Array(0);
  #gaps: Uint8Array | undefined;
  #coded = new Uint32Array(0);

  constructor(rows: number) {
    this.#room = new Float64Array(rows);
  }

  take(values: Float64Array, gaps?: Uint8Array): NumberRange {
    this.#values = values;
    this.#gaps = gaps;
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    let isWhole = true;
    for (let i = 0; i < values.length; i++) {
      if (gaps && gaps[i] !== 0) continue;
      const value = values[i] as number;
      if (value < low) low = value;
      if (value > high) high = value;
      if (Math.floor(value) !== value) isWhole = false;
    }
    return { low, high, isWhole };
  }

  areSteps(divisor: number): boolean {
    const [values, gaps] = [this.#values, this.#gaps];
    for (let i = 0; i < values.length; i++) {
      if (gaps && gaps[i] !== 0) continue;
      const value = values[i] as number;
      if (Math.round(value * divisor) / divisor !== value) return false;
    }
    return true;
  }

  pack(low: number, bytes: 1 | 2 | 4 | 8, divisor = 1): Uint8Array {
    const [values, gaps, room] = [this.#values, this.#gaps, this.#room];
    const buffer = room.buffer as ArrayBuffer;
    if (bytes === 8) {
      // SQLite keeps no negative zero either.
      for (let i = 0; i < values.length; i++) room[i] = (values[i] as number) + 0;
    } else {
      const Kind = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array }[bytes];
      const offsets = new Kind(buffer, 0, values.length);
      for (let i = 0; i < values.length; i++) {
        const isGap = gaps && gaps[i] !== 0;
        offsets[i] = isGap ? 0 : Math.round((values[i] as number) * divisor) - low;
      }
    }
    return new Uint8Array(buffer, 0, values.length * bytes);
  }
  takeCodes(pieces: readonly Codes[], { numbers, gaps }: CodeTable): CodedRange {
    const codes = pieces.flatMap((piece) => [...piece]);
    const numberOf = (code: number) =>
      typeof numbers === 'number' ? Math.max(0, code - numbers) : (numbers[code] as number);
    this.#coded = Uint32Array.from(codes, numberOf);
    this.#gaps = gaps && Uint8Array.from(codes, (code) => gaps[code] as number);
    const [first = 0] = this.#coded;
    let low = 0xffff_ffff;
    let high = 0;
    let isStep = true;
    for (const [i, number] of this.#coded.entries()) {
      const isGap = this.#gaps !== undefined && this.#gaps[i] !== 0;
      if (isGap || number !== first + i) isStep = false;
      if (isGap) continue;
      if (number < low) low = number;
      if (number > high) high = number;
    }
    return { low, high, isStep, gaps: this.#gaps };
  }

  packCodes(low: number, bytes: 1 | 2 | 4): Uint8Array {
    const [coded, gaps] = [this.#coded, this.#gaps];
    const Kind = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array }[bytes];
    const offsets = new Kind(this.#room.buffer as ArrayBuffer, 0, coded.length);
    for (let i = 0; i < coded.length; i++) {
      offsets[i] = gaps && gaps[i] !== 0 ? 0 : (coded[i] as number) - low;
    }
    return new Uint8Array(this.#room.buffer as ArrayBuffer, 0, coded.length * bytes);
  }

  bits(bytes: Uint8Array, one: number): Uint8Array | undefined {
    const bits = new Uint8Array(this.#room.buffer as ArrayBuffer, 0, (bytes.length + 7) >> 3);
    bits.fill(0);
    for (const [i, byte] of bytes.entries()) {
      if (byte === 0) continue;
      if (byte !== one) return undefined;
      bits[i >> 3] = (bits[i >> 3] as number) | (1 << (i & 7));
    }
    return bits;
  }
}
