import type { Kept, Parcel, Spill, Store } from './spill.ts';

/** Rows a piece. */
export const PIECE = 1 << 16;
const FIRST_PIECE = 1 << 10;

export type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** Numbers as they go to another thread. */
export interface NumbersParcel {
  pieces: Parcel<Numbers>[];
  last: Numbers;
}

/**
 * One number a row, in pieces as narrow as their numbers allow. Whole pieces go to a store, which may
 * put them on disk.
 */
export class RowNumbers {
  readonly #store: Store;
  readonly #kept: Kept<Numbers>[] = [];
  #piece: Numbers = new Uint8Array(FIRST_PIECE);
  /** Numbers in the last piece. */
  #used = 0;
  #read: { nth: number; piece: Numbers } | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /** For another thread. */
  parcel(): NumbersParcel {
    return {
      pieces: this.#kept.map(({ parcel }) => parcel),
      last: this.#piece.slice(0, this.#used),
    };
  }

  /** Of another thread, complete. */
  static received({ pieces, last }: NumbersParcel, spill: Spill): RowNumbers {
    const own = new RowNumbers(spill);
    own.#kept.push(...pieces.map((piece) => spill.receive(piece)));
    own.#piece = last;
    own.#used = last.length;
    return own;
  }

  get length(): number {
    return this.#kept.length * PIECE + this.#used;
  }

  /** Adds numbers, none of them above `most`; with keys some may be negative. */
  push(numbers: Numbers, most: number): void {
    const isSigned = numbers instanceof Float64Array || numbers instanceof Int32Array;
    for (let from = 0; from < numbers.length; ) {
      const n = Math.min(numbers.length - from, PIECE - this.#used);
      const room = roomFor(this.#piece, this.#used, this.#used + n, most, isSigned);
      room.set(
        from === 0 && n === numbers.length ? numbers : numbers.subarray(from, from + n),
        this.#used,
      );
      this.#piece = room;
      this.#used += n;
      from += n;
      if (this.#used === PIECE) this.#keep();
    }
  }

  /** The number of one row. */
  at(row: number): number {
    return this.#pieceOf(row)[row % PIECE] as number;
  }

  /** The numbers from one row up to another, piece by piece: `at` is the row of the first in each. */
  *stretches(from: number, to: number): Generator<{ at: number; numbers: Numbers }> {
    for (let at = from; at < to; ) {
      const first = at % PIECE;
      const n = Math.min(to - at, PIECE - first);
      yield { at, numbers: this.#pieceOf(at).subarray(first, first + n) };
      at += n;
    }
  }

  #pieceOf(row: number): Numbers {
    const nth = Math.floor(row / PIECE);
    const kept = this.#kept[nth];
    if (!kept) return this.#piece;
    if (this.#read?.nth !== nth) this.#read = { nth, piece: kept.read() };
    return this.#read.piece;
  }

  #keep(): void {
    const piece = this.#piece;
    this.#kept.push(this.#store.keep(piece));
    // The next one will hold numbers of the same size.
    this.#piece = new (piece.constructor as new (length: number) => Numbers)(PIECE);
    this.#used = 0;
  }
}

let scratch = new Uint32Array(0);

/**
 * Codes in one kind of array: a loop over one kind is compiled to far faster code. Valid until the next
 * call.
 */
export function asCodes(numbers: Numbers): Uint32Array {
  if (numbers instanceof Uint32Array) return numbers;
  if (scratch.length < numbers.length) scratch = new Uint32Array(numbers.length);
  scratch.set(numbers);
  return scratch.subarray(0, numbers.length);
}

/** The numbers, or a larger copy of the first `used` that holds so many and a number of this size. */
function roomFor(
  numbers: Numbers,
  used: number,
  length: number,
  most: number,
  isSigned: boolean,
): Numbers {
  const needed = isSigned ? (most > 0x7fff_ffff ? 8 : 5) : most > 0xffff ? 4 : most > 0xff ? 2 : 1;
  const has = widthOf(numbers);
  if (length <= numbers.length && needed <= has) return numbers;
  const size =
    length <= numbers.length
      ? numbers.length
      : Math.min(PIECE, Math.max(length, numbers.length * 4));
  const larger = MAKE[Math.max(needed, has) as keyof typeof MAKE](size);
  larger.set(numbers.subarray(0, used));
  return larger;
}

/** Bytes a number; 5 stands for four with a sign. */
function widthOf(numbers: Numbers): number {
  return numbers instanceof Int32Array ? 5 : numbers.BYTES_PER_ELEMENT;
}

const MAKE = {
  1: (n: number) => new Uint8Array(n),
  2: (n: number) => new Uint16Array(n),
  4: (n: number) => new Uint32Array(n),
  5: (n: number) => new Int32Array(n),
  8: (n: number) => new Float64Array(n),
};
