import {
  type Bitmap,
  bitmapWords,
  type Codes,
  type ColumnKernel,
  type Condition,
  type Job,
  type Pairs,
  SUMS,
  type Sums,
  trim,
} from './column-kernel.ts';

/** Rows whose numbers are brought together before they are counted. */
const BLOCK_WORDS = 256;

/** {@link ColumnKernel} in TypeScript: what the other is held against, and what stands in for it. */
export class PlainKernel implements ColumnKernel {
  readonly name = 'TypeScript';
  readonly rows: number;
  readonly #block = new Uint32Array(BLOCK_WORDS * 32);

  constructor(rows: number) {
    this.rows = rows;
  }

  bytes = (length: number) => new Uint8Array(length);
  shorts = (length: number) => new Uint16Array(length);
  words = (length: number) => new Uint32Array(length);
  doubles = (length: number) => new Float64Array(length);
  bitmap = (): Bitmap => new Uint32Array(bitmapWords(this.rows));
  release(): void {}
  close(): void {}

  shift(codes: Codes, by: number): void {
    for (let row = 0; row < codes.length; row++) codes[row] = (codes[row] as number) + by;
  }

  putReasons(codes: Codes, missing: Uint8Array): void {
    for (let row = 0; row < missing.length; row++) {
      const reason = missing[row] as number;
      if (reason !== 0) codes[row] = reason - 1;
    }
  }

  areSteps(values: Float64Array, divisor: number): boolean {
    for (let row = 0; row < values.length; row++) {
      const value = values[row] as number;
      if (Math.round(value * divisor) / divisor !== value && !Number.isNaN(value)) return false;
    }
    return true;
  }

  putSteps(codes: Codes, values: Float64Array, divisor: number, by: number): void {
    for (let row = 0; row < values.length; row++) {
      codes[row] = Math.round((values[row] as number) * divisor) + by;
    }
  }

  addRange(into: Bitmap, codes: Codes, low: number, high: number): void {
    const span = high - low;
    for (let word = 0, row = 0; row < this.rows; word++) {
      let bits = 0;
      for (let bit = 0; bit < 32; bit++, row++) {
        bits |= +(((codes[row] as number) - low) >>> 0 <= span) << bit;
      }
      into[word] = (into[word] as number) | bits;
    }
    trim(into, this.rows);
  }

  addSet(into: Bitmap, codes: Codes, verdicts: Uint8Array): void {
    for (let word = 0, row = 0; row < this.rows; word++) {
      let bits = 0;
      for (let bit = 0; bit < 32; bit++, row++) {
        bits |= (verdicts[codes[row] as number] as number) << bit;
      }
      into[word] = (into[word] as number) | bits;
    }
    trim(into, this.rows);
  }

  and(into: Bitmap, other: Bitmap): void {
    for (let i = 0; i < into.length; i++) into[i] = (into[i] as number) & (other[i] as number);
  }

  meet(into: Bitmap, within: Bitmap, conditions: readonly Condition[]): number[] {
    const meetBut = (bitmap: Bitmap, but?: Condition) => {
      bitmap.set(within);
      for (const condition of conditions) if (condition !== but) this.and(bitmap, condition.rows);
      return this.count(bitmap);
    };
    const others = conditions.map((each) => (each.others ? meetBut(each.others, each) : 0));
    return [meetBut(into), ...others];
  }

  or(into: Bitmap, other: Bitmap): void {
    for (let i = 0; i < into.length; i++) into[i] = (into[i] as number) | (other[i] as number);
  }

  not(into: Bitmap): void {
    for (let i = 0; i < into.length; i++) into[i] = ~(into[i] as number);
    trim(into, this.rows);
  }

  count(bitmap: Bitmap): number {
    let n = 0;
    for (let i = 0; i < bitmap.length; i++) n += onesIn(bitmap[i] as number);
    return n;
  }

  rowsOf(bitmap: Bitmap): Uint32Array {
    const rows = new Uint32Array(this.count(bitmap));
    writeRows(bitmap, 0, bitmap.length, rows);
    return rows;
  }

  thin = () => undefined;

  tally(bitmap: Bitmap, jobs: readonly Job[]): void {
    this.#blocks(bitmap, (rows, n) => {
      for (const job of jobs) {
        if ('sums' in job) addSums(rows, n, job);
        else if ('pairs' in job) addPairs(rows, n, job);
        else if (job.codes instanceof Uint8Array) tallyBytes(rows, n, job.codes, job.counts);
        else tallyCodes(rows, n, job.codes, job.counts);
      }
    });
  }

  /** Calls for each stretch of the bitmap with the rows that are in it. */
  #blocks(bitmap: Bitmap, use: (rows: Uint32Array, n: number) => void): void {
    for (let from = 0; from < bitmap.length; from += BLOCK_WORDS) {
      const to = Math.min(bitmap.length, from + BLOCK_WORDS);
      const n = writeRows(bitmap, from, to, this.#block);
      if (n > 0) use(this.#block, n);
    }
  }
}

function tallyBytes(rows: Uint32Array, n: number, codes: Uint8Array, counts: Uint32Array): void {
  for (let i = 0; i < n; i++) {
    const code = codes[rows[i] as number] as number;
    counts[code] = (counts[code] as number) + 1;
  }
}

function tallyCodes(rows: Uint32Array, n: number, codes: Codes, counts: Uint32Array): void {
  for (let i = 0; i < n; i++) {
    const code = codes[rows[i] as number] as number;
    counts[code] = (counts[code] as number) + 1;
  }
}

function addSums(rows: Uint32Array, n: number, { values, split, by, sums }: Sums): void {
  const { codes, floor } = values;
  const add = (at: number, value: number) => {
    sums[at] = (sums[at] as number) + value;
  };
  for (let i = 0; i < n; i++) {
    const row = rows[i] as number;
    const value = (codes[row] as number) - floor;
    if (value < 0) continue;
    const high = value >>> split;
    const low = value - high * 2 ** split;
    const at = by ? (by[row] as number) * SUMS : 0;
    add(at, 1);
    add(at + 1, value);
    add(at + 2, high * high);
    add(at + 3, high * low);
    add(at + 4, low * low);
  }
}

function addPairs(rows: Uint32Array, n: number, { x, y, pairs }: Pairs): void {
  const add = (at: number, value: number) => {
    pairs[at] = (pairs[at] as number) + value;
  };
  for (let i = 0; i < n; i++) {
    const row = rows[i] as number;
    const a = (x.codes[row] as number) - x.floor;
    const b = (y.codes[row] as number) - y.floor;
    if (a < 0 || b < 0) continue;
    add(0, 1);
    add(1, a);
    add(2, b);
    add(3, a * a);
    add(4, b * b);
    add(5, a * b);
  }
}

/** The rows of some words of a bitmap, ascending; gives how many. */
function writeRows(bitmap: Bitmap, from: number, to: number, into: Uint32Array): number {
  let n = 0;
  for (let word = from; word < to; word++) {
    const first = word << 5;
    for (let bits = bitmap[word] as number; bits !== 0; bits &= bits - 1) {
      into[n++] = first + 31 - Math.clz32(bits & -bits);
    }
  }
  return n;
}

/** The bits that are 1, added in pairs, in fours, in eights (Warren, Hacker's Delight, 5-1). */
function onesIn(word: number): number {
  const twos = word - ((word >>> 1) & 0x5555_5555);
  const fours = (twos & 0x3333_3333) + ((twos >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
