import type { Numbers } from '../row-numbers.ts';

/** Counts the codes of a column. */
export interface CodeCounter {
  /** Adds those of rows from `row` on. */
  add(codes: Numbers, row: number): void;
  /** Writes how often each code came, and the row of the first; the latter means nothing where none did. */
  end(counts: Uint32Array, firstRows: Uint32Array): void;
}
