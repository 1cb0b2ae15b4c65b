import type { KnownKeys } from './known-keys.ts';

/** The keys that came before. */
export interface PlainKnownKeys {
  /** Whether a key did not; from now on it did. */
  isNew(key: number): boolean;
  /** Whether no key was taken for new twice. */
  readonly isExact: boolean;
}

export function plainKnownKeys(known: KnownKeys): PlainKnownKeys {
  return known.bits > 0 ? new BitPerKey(known) : new SlotPerKey(known.slots);
}

class BitPerKey implements PlainKnownKeys {
  readonly isExact = true;
  readonly #low: number;
  readonly #bits: Uint32Array;

  constructor({ low, bits }: KnownKeys) {
    this.#low = low;
    this.#bits = new Uint32Array(Math.ceil(bits / 32));
  }

  isNew(key: number): boolean {
    const at = key - this.#low;
    const bit = 1 << (at & 31);
    const word = this.#bits[at >>> 5] as number;
    this.#bits[at >>> 5] = word | bit;
    return (word & bit) === 0;
  }
}

/** Keys in a table of slots; when that is full it is begun again. */
class SlotPerKey implements PlainKnownKeys {
  isExact = true;
  readonly #most: number;
  readonly #keys = new Set<number>();

  constructor(slots: number) {
    this.#most = Math.floor((slots / 4) * 3);
  }

  isNew(key: number): boolean {
    if (this.#keys.has(key)) return false;
    if (this.#keys.size >= this.#most) {
      this.#keys.clear();
      this.isExact = false;
    }
    this.#keys.add(key);
    return true;
  }
}
