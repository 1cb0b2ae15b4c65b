/** Numbers that are not negative, by a code each; 0 stands for none. */
export class KeyTable {
  #keys = new Float64Array(1 << 10).fill(-1);
  #codes = new Uint32Array(1 << 10);
  #size = 0;

  get(key: number): number {
    return this.#codes[this.#slot(key)] as number;
  }

  set(key: number, code: number): void {
    const slot = this.#slot(key);
    this.#keys[slot] = key;
    this.#codes[slot] = code;
    if (++this.#size * 2 > this.#codes.length) this.#spread();
  }

  /** Where a key stands, or would. */
  #slot(key: number): number {
    const keys = this.#keys;
    const mask = keys.length - 1;
    const upper = Math.floor(key / 0x1_0000_0000);
    let hash = Math.imul(key | 0, 0x9e3779b1) ^ Math.imul(upper, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    let slot = (hash ^ (hash >>> 13)) & mask;
    while (keys[slot] !== key && keys[slot] !== -1) slot = (slot + 1) & mask;
    return slot;
  }

  #spread(): void {
    const [keys, codes] = [this.#keys, this.#codes];
    this.#keys = new Float64Array(keys.length * 2).fill(-1);
    this.#codes = new Uint32Array(keys.length * 2);
    for (let at = 0; at < keys.length; at++) {
      if (keys[at] === -1) continue;
      const slot = this.#slot(keys[at] as number);
      this.#keys[slot] = keys[at] as number;
      this.#codes[slot] = codes[at] as number;
    }
  }
}
