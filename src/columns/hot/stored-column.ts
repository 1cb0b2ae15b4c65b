import type { Variable } from '../../model/variable.ts';

/** What is known of a column before any of it is read. */
export interface ColumnFacts {
  /** Least and greatest number, day or text number; `low > high` when every row is missing. */
  low: number;
  high: number;
  /**
   * A power of ten that makes whole numbers of all of them, from which they come back unchanged: 1 of whole
   * numbers; undefined where none is known.
   */
  divisor: number | undefined;
}

/** Some rows of a column; valid until the next one is asked for. */
export interface Piece {
  rows: number;
  /** Numbers are `(low + value) / divisor`. */
  low: number;
  divisor: number;
  /** Null when all of them are 0. The value of a missing row means nothing. */
  values: Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array | null;
  /** k = missing because of `reasons[k - 1]`; null when no row is. */
  missing: Uint8Array | null;
}

/** A column as it is kept: where hot columns come from. */
export interface StoredColumn {
  variable: Variable;
  facts: ColumnFacts;
  reasons: readonly string[];
  /** What the values of a column of texts stand for; of other columns undefined. */
  texts: (() => readonly string[]) | undefined;
  /** One of them, without making strings of all. */
  text: ((at: number) => string) | undefined;
  /** The column, piece by piece. */
  pieces(): Iterable<Piece>;
}
