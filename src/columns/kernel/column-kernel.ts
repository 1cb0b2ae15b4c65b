/** Codes of a column, one a row; what they stand for is the column's business (hot/hot-column.ts). */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/**
 * Which rows are meant, one bit a row: row r is bit r % 32 of word r / 32. The bits beyond the last row
 * are 0. Its length is a multiple of 4 words, so that it can be read 128 bits at a time.
 */
export type Bitmap = Uint32Array;

/** Rows that meet a condition, and where those go that meet all others beside it, if these are wanted. */
export interface Condition {
  rows: Bitmap;
  others?: Bitmap | undefined;
}

/** Codes of at most two bytes, and how many rows have each: `counts[code]`. */
export interface Tally {
  codes: Codes;
  /** The codes once more, as {@link ColumnKernel.thin} makes them. */
  thin?: Uint32Array | undefined;
  counts: Uint32Array;
}

/** Codes with a value; those below `floor` say why there is none. */
export interface Valued {
  codes: Codes;
  floor: number;
}

/**
 * Sums of values, of all rows or of those of each key: {@link SUMS} doubles, which are n, Σv, Σhigh²,
 * Σhigh·low and Σlow² of values v = high · 2^split + low. Values count from their floor. Both
 * parts are below 2^16, so that the sums of their squares are exact for two million rows at least.
 */
export interface Sums {
  values: Valued;
  split: number;
  by?: Codes;
  sums: Float64Array;
}

/** n, Σx, Σy, Σx², Σy², Σxy of the rows that have both values, which count from their floors. */
export interface Pairs {
  x: Valued;
  y: Valued;
  pairs: Float64Array;
}

/** What is counted of some rows, and where it is added. */
export type Job = Tally | Sums | Pairs;

/** More codes than these have no {@link ColumnKernel.thin}. */
export const MOST_THIN = 8;

export const SUMS = 5;
export const PAIR_SUMS = 6;

/**
 * The inner loops over the rows of one table. There are two, which give the same: TypeScript, to be
 * read, and WebAssembly with SIMD. Arrays come from the kernel itself ({@link room}), because the
 * second can only read its own memory; they begin as zeros, and `codes` is padded to 128 rows with them.
 */
export interface ColumnKernel {
  readonly name: 'TypeScript' | 'WebAssembly';
  readonly rows: number;

  /**
   * Arrays that this kernel can work on.
   * @throws Refusal `no-room` when the memory that was asked for at the start is used up
   */
  bytes(length: number): Uint8Array;
  shorts(length: number): Uint16Array;
  words(length: number): Uint32Array;
  doubles(length: number): Float64Array;
  /** A bitmap of no rows. */
  bitmap(): Bitmap;
  /** Takes an array back that nobody uses any more. */
  release(array: Codes | Float64Array): void;
  /** Hands its memory on to the next kernel: neither it nor its arrays can be used any more. */
  close(): void;

  /** Adds a number to codes, round the end of their width. */
  shift(codes: Codes, by: number): void;
  /** Where `missing` is not 0, the code becomes one less than it. */
  putReasons(codes: Codes, missing: Uint8Array): void;
  /** Whether every value times the divisor is a whole number that gives it back; NaN is passed over. */
  areSteps(values: Float64Array, divisor: number): boolean;
  /** Codes of such values: the whole number and `by`. */
  putSteps(codes: Codes, values: Float64Array, divisor: number, by: number): void;

  /** Adds the rows whose code is from `low` to `high`. */
  addRange(into: Bitmap, codes: Codes, low: number, high: number): void;
  /** Adds the rows whose code has a 1 in `verdicts`, which has a byte for each code. */
  addSet(into: Bitmap, codes: Codes, verdicts: Uint8Array): void;
  /** Keeps the rows that are in both. */
  and(into: Bitmap, other: Bitmap): void;
  /**
   * Makes the bitmap of the rows within some rows that meet all conditions, and those of the rows that meet
   * all conditions but one; gives how many rows these are, first of all, then of each condition.
   */
  meet(into: Bitmap, within: Bitmap, conditions: readonly Condition[]): number[];
  /** Adds the rows of the other. */
  or(into: Bitmap, other: Bitmap): void;
  /** Turns a bitmap round: every row that was not in it. */
  not(into: Bitmap): void;
  /** How many rows. */
  count(bitmap: Bitmap): number;
  /** The rows, ascending, in an array of their own. */
  rowsOf(bitmap: Bitmap): Uint32Array;

  /**
   * Codes of so many kinds once more, where they are few and are counted faster from their bits: the bits
   * lie apart, of 128 rows four words of the first, then of the second, then of the third.
   */
  thin(codes: Codes, size: number): Uint32Array | undefined;
  /** Adds the rows to what is counted, all in one pass over the bitmap. */
  tally(bitmap: Bitmap, jobs: readonly Job[]): void;
}

/** Words of a bitmap of so many rows. */
export function bitmapWords(rows: number): number {
  return Math.ceil(rows / 128) * 4;
}

/** Takes away the bits beyond the last row. */
export function trim(bitmap: Bitmap, rows: number): void {
  const last = rows >>> 5;
  if (last >= bitmap.length) return;
  bitmap[last] = (bitmap[last] as number) & ((1 << (rows & 31)) - 1);
  bitmap.fill(0, last + 1);
}

/** Adds rows one by one. */
export function addRows(into: Bitmap, rows: Iterable<number>): void {
  for (const row of rows) into[row >>> 5] = (into[row >>> 5] as number) | (1 << (row & 31));
}
