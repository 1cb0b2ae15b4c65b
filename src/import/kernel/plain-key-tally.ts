import type { CellPattern } from '../../model/cell-pattern.ts';
import { SERIALS } from '../serials.ts';
import { KEY_GROUPS, type KeyTally, type TalliedKeys, WHOLES } from './key-tally.ts';
import type { KnownKeys } from './known-keys.ts';
import { type PlainKnownKeys, plainKnownKeys } from './plain-known-keys.ts';
import type { Keys } from './text-kernel.ts';

const MOST = WHOLES + KEY_GROUPS;

/** {@link KeyTally} in TypeScript: groups keys as text-group.ts does their texts. */
export class PlainKeyTally implements KeyTally {
  readonly #known: PlainKnownKeys;
  #isNumber = false;
  #decimals = 0;
  #divisor = 1;
  #keys = new Float64Array(0);
  #counts = new Uint32Array(0);
  #firstRows = new Uint32Array(0);
  #groups = new Int32Array(0);
  readonly #wholes = new Map<number, number>();
  #size = 0;
  #filled = 0;
  #distinct = 0;

  constructor(known: KnownKeys) {
    this.#known = plainKnownKeys(known);
  }

  get isExact(): boolean {
    return this.#known.isExact;
  }

  begin({ template, decimals }: CellPattern): void {
    this.#isNumber = template.length === 0;
    this.#decimals = decimals;
    this.#divisor = 10 ** decimals;
    this.#keys = new Float64Array(MOST);
    this.#counts = new Uint32Array(MOST);
    this.#firstRows = new Uint32Array(MOST);
    this.#groups = new Int32Array(KEY_GROUPS).fill(-1);
    this.#wholes.clear();
    this.#size = 0;
    this.#filled = 0;
    this.#distinct = 0;
  }

  add(keys: Keys, row: number): void {
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      if (key < 0) continue;
      this.#filled++;
      if (this.#known.isNew(key)) this.#distinct++;
      (this.#counts[this.#placeOf(key, row + i)] as number)++;
    }
  }

  end(): TalliedKeys {
    const size = this.#size;
    return {
      keys: this.#keys.subarray(0, size),
      counts: this.#counts.subarray(0, size),
      firstRows: this.#firstRows.subarray(0, size),
      filled: this.#filled,
      distinct: this.#distinct,
    };
  }

  #placeOf(key: number, row: number): number {
    const isWhole = this.#isNumber && key % this.#divisor === 0;
    if (isWhole) {
      const own = this.#wholes.get(key);
      if (own !== undefined) return own;
      if (this.#wholes.size < WHOLES) {
        const place = this.#add(key, row);
        this.#wholes.set(key, place);
        return place;
      }
    }
    const group = this.#isNumber ? this.#groupOf(key, isWhole) : 0;
    const known = this.#groups[group] as number;
    if (known >= 0) return known;
    const place = this.#add(key, row);
    this.#groups[group] = place;
    return place;
  }

  #add(key: number, row: number): number {
    this.#keys[this.#size] = key;
    this.#firstRows[this.#size] = row;
    return this.#size++;
  }

  #groupOf(key: number, isWhole: boolean): number {
    const whole = Math.max(1, String(key).length - this.#decimals);
    let group = whole * 2 + (key < this.#divisor ? 1 : 0);
    group = group * 2 + (this.#decimals > 0 && key % 10 === 0 ? 1 : 0);
    group = group * 2 + (isWhole ? 1 : 0);
    const value = key / this.#divisor;
    const isSerial = whole === 5 && value >= SERIALS[0] && value <= SERIALS[1];
    return group * 2 + (isSerial ? 1 : 0);
  }
}
