import { CellPattern, NO_KEY } from '../model/cell-pattern.ts';
import { keptEntries } from './kept-entries.ts';
import type { KernelColumn } from './kernel/text-kernel.ts';
import { joinRanges, type KeyRange, NO_KEYS, widen } from './key-range.ts';
import { codedRuns, fewKeys, type KeyedRun } from './keyed-run.ts';
import type { RawRun } from './raw-run.ts';
import type { RawValues } from './raw-table.ts';
import { RowNumbers } from './row-numbers.ts';
import type { RunLimits } from './run-limits.ts';
import { RunValues } from './run-values.ts';
import type { Store } from './spill.ts';

/** A column with no more distinct texts than this in its first rows needs no pattern. */
const FEW = 256;
/** Nor does one whose first rows repeat more of their texts: it has some ten thousand, as dates do. */
const MOSTLY_NEW = 0.9;
/** Texts that must be written alike for a pattern: all but one in this many. */
const ALIKE = 50;

/**
 * Collects the cells of one column as codes into a dictionary. A column of many values that differ by
 * their digits only is kept by these, its keys. When a dictionary has grown too large, it goes to the
 * store and a new run begins.
 */
export class RawColumn {
  readonly #cells: KernelColumn;
  readonly #store: Store;
  readonly #limits: RunLimits;
  readonly #runs: RawRun[] = [];
  #numbers: RowNumbers;
  #first = 0;
  #pattern: CellPattern | undefined;
  #range: KeyRange = { ...NO_KEYS };
  #isJudged = false;

  constructor(cells: KernelColumn, store: Store, limits: RunLimits) {
    this.#cells = cells;
    this.#store = store;
    this.#limits = limits;
    this.#numbers = new RowNumbers(store);
  }

  /** Takes the cells of a batch. */
  takeBatch(): void {
    if (this.#pattern) {
      const { numbers, ...range } = this.#cells.keys(this.#pattern);
      this.#range = joinRanges(this.#range, range);
      this.#numbers.push(numbers, range.high);
    } else {
      const { numbers, most } = this.#cells.codes();
      this.#numbers.push(numbers, most);
    }
    if (!this.#isJudged) this.#findPattern();
    if (this.#isFull()) this.#endRun();
  }

  /** Takes one cell: the text between two places of the window. */
  take(start: number, end: number, escaped: boolean): void {
    const pattern = this.#pattern;
    if (!pattern) {
      const code = this.#cells.codeOf(start, end, escaped);
      ONE_CODE[0] = code;
      this.#numbers.push(ONE_CODE, code);
      return;
    }
    const key = escaped ? NO_KEY : this.#cells.keyOf(pattern, start, end);
    if (key !== NO_KEY) widen(this.#range, key);
    ONE_KEY[0] = key === NO_KEY ? NO_KEY - this.#cells.codeOf(start, end, escaped) : key;
    this.#numbers.push(ONE_KEY, key);
  }

  finish(): RawValues {
    if (this.#numbers.length > 0 || this.#runs.length === 0) this.#endRun();
    return new RunValues(this.#runs);
  }

  #isFull(): boolean {
    const { texts, bytes } = this.#limits;
    return this.#cells.size >= texts || this.#cells.length >= bytes;
  }

  #endRun(): void {
    const rows = this.#numbers.length;
    const { bytes, ends } = this.#cells.texts();
    const [numbers, first] = [this.#numbers, this.#first];
    const entries = keptEntries(new Uint8Array(bytes), ends.slice(), this.#store);
    const run = { first, rows, numbers, entries };
    const pattern = this.#pattern;
    this.#runs.push(pattern ? this.#keyedRun({ ...run, pattern, range: this.#range }) : run);
    this.#range = { ...NO_KEYS };
    this.#cells.clear();
    this.#first += rows;
    this.#numbers = new RowNumbers(this.#store);
  }

  /** Few distinct texts are better judged one by one; so are those that are not numbers or codes. */
  #keyedRun(run: Omit<KeyedRun, 'coded'>): RawRun {
    // What is given away must not hold on to the kernel, whose memory is large.
    const [store, { rows }] = [this.#store, this.#limits];
    const keyed: KeyedRun = { ...run, coded: () => codedRuns(run, rows, store) };
    return fewKeys(run, store) ?? keyed;
  }

  /** Looks whether nearly all texts are written alike; then they are kept by their keys. */
  #findPattern(): void {
    this.#isJudged = true;
    const { size } = this.#cells;
    if (size < FEW || size < this.#numbers.length * MOSTLY_NEW) return;
    const pattern = CellPattern.of(this.#cells.bytesOf(size >> 1));
    if (!pattern) return;
    const keys = this.#cells.textKeys(pattern);
    if (keys.filter((key) => key === NO_KEY).length > size / ALIKE) return;
    const most = keys.reduce((greatest, key) => Math.max(greatest, key), 0);
    const numbers = new RowNumbers(this.#store);
    for (const { numbers: codes } of this.#numbers.stretches(0, this.#numbers.length)) {
      const found = Float64Array.from(codes, (code) => {
        const key = keys[code] as number;
        if (key === NO_KEY) return NO_KEY - code;
        widen(this.#range, key);
        return key;
      });
      numbers.push(found, most);
    }
    this.#pattern = pattern;
    this.#numbers = numbers;
  }
}

const ONE_CODE = new Uint32Array(1);
const ONE_KEY = new Float64Array(1);
