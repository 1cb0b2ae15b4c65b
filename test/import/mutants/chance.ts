import { seeded } from '../../helpers/seeded.ts';

/** Choices that are the same for the same seed. */
export class Chance {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = seeded(seed);
  }

  /** A whole number from 0 up to but not with `end`. */
  below(end: number): number {
    return Math.floor(this.#random() * end);
  }

  /** True once in so many times. */
  once(inSoMany: number): boolean {
    return this.below(inSoMany) === 0;
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.below(choices.length)];
    if (choice === undefined) throw new Error('nothing to choose from');
    return choice;
  }

  /** Bytes with a few of them changed, put in, left out or doubled; sometimes cut off. */
  scrambled(bytes: Buffer): Buffer {
    let out = bytes;
    for (let n = 1 + this.below(6); n > 0; n--) {
      const at = this.below(out.length);
      const before = out.subarray(0, at);
      out = this.pick([
        () => Buffer.concat([before, Buffer.from([this.below(256)]), out.subarray(at + 1)]),
        () => Buffer.concat([before, Buffer.from([0x80 + this.below(128)]), out.subarray(at)]),
        () => Buffer.concat([before, out.subarray(at + 1 + this.below(30))]),
        () => Buffer.concat([before, out.subarray(at, at + this.below(80)), out.subarray(at)]),
        () => (this.once(4) ? Buffer.from(before) : out),
      ])();
    }
    return out;
  }
}
