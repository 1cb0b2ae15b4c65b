import type { RunCounts } from './profile.ts';
import type { NumbersByRow } from './raw-run.ts';
import { type Numbers, PIECE } from './row-numbers.ts';

/** Codes that are each one more than that of the row before, below some others: none of them is kept. */
export class CodesInOrder implements NumbersByRow {
  readonly #above: readonly number[];
  readonly #first: number;

  /**
   * @param above the codes of the first rows, all of them below `first`
   * @param first the code of the row after these
   */
  constructor(above: readonly number[], first: number) {
    this.#above = above;
    this.#first = first;
  }

  at(row: number): number {
    return this.#above[row] ?? this.#first + row - this.#above.length;
  }

  *stretches(from: number, to: number): Generator<{ at: number; numbers: Numbers }> {
    for (let at = from; at < to; at += PIECE) {
      const numbers = new Uint32Array(Math.min(PIECE, to - at));
      const before = this.#above.slice(at, at + numbers.length);
      numbers.set(before);
      let code = this.at(at + before.length);
      for (let i = before.length; i < numbers.length; i++) numbers[i] = code++;
      yield { at, numbers };
    }
  }

  count(from: number, to: number, row: number, { counts, firstRows }: RunCounts): void {
    counts.fill(0);
    for (let at = Math.min(to, this.#above.length) - 1; at >= from; at--) {
      const code = this.#above[at] as number;
      (counts[code] as number)++;
      firstRows[code] = row + at - from;
    }
    const start = Math.max(from, this.#above.length);
    if (start >= to) return;
    const [first, last] = [this.at(start), this.at(to - 1)];
    counts.fill(1, first, last + 1);
    let next = row + start - from;
    for (let code = first; code <= last; code++) firstRows[code] = next++;
  }
}
