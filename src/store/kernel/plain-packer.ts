import type { NumberPacker, NumberRange } from './number-packer.ts';

/** {@link NumberPacker} in TypeScript. */
export class PlainPacker implements NumberPacker {
  readonly #room: Float64Array;
  #values: Float64Array = new Float64Array(0);
  #gaps: Uint8Array | undefined;

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
}
