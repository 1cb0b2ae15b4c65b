import type { Numbers } from '../row-numbers.ts';
import type { CodeCounter } from './code-counter.ts';

/** {@link CodeCounter} in TypeScript. */
export class PlainCodeCounter implements CodeCounter {
  readonly #counts: Uint32Array;
  readonly #firstRows: Uint32Array;

  /** @param size more than the greatest code */
  constructor(size: number) {
    this.#counts = new Uint32Array(size);
    this.#firstRows = new Uint32Array(size);
  }

  add(codes: Numbers, row: number): void {
    for (let i = 0; i < codes.length; i++) {
      const code = codes[i] as number;
      if (this.#counts[code] === 0) this.#firstRows[code] = row + i;
      (this.#counts[code] as number)++;
    }
  }

  end(counts: Uint32Array, firstRows: Uint32Array): void {
    counts.set(this.#counts);
    firstRows.set(this.#firstRows);
  }
}
