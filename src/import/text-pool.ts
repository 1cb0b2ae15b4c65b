/**
 * The distinct texts of a workbook, kept as UTF-8 end to end and known by number; number 0 is the
 * empty text.
 */
export class TextPool {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #ends = new Uint32Array(1024);
  #hashes = new Int32Array(1024);
  #slots = new Uint32Array(4096);
  #size = 1;

  /** Bytes that all texts take together. */
  get length(): number {
    return this.#ends[this.#size - 1] as number;
  }

  /** The number of a text, new or known. */
  add(bytes: Uint8Array, start: number, end: number): number {
    if (start === end) return 0;
    let hash = 0;
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (bytes[i] as number)) | 0;
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash ^= hash >>> 13;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const known = this.#slots[slot] as number;
      if (known === 0) break;
      if (this.#hashes[known] === hash && this.#same(known, bytes, start, end)) return known;
      slot = (slot + 1) & mask;
    }
    return this.#insert(slot, hash, bytes, start, end);
  }

  text(id: number): string {
    return id === 0 ? '' : this.#bytes.toString('utf8', this.#ends[id - 1], this.#ends[id]);
  }

  /** In bytes. */
  lengthOf(id: number): number {
    return (this.#ends[id] as number) - (this.#ends[id - 1] as number);
  }

  /** Copies a text to a place; gives the place after it. */
  copy(id: number, into: Uint8Array, at: number): number {
    const from = this.#ends[id - 1] as number;
    const length = (this.#ends[id] as number) - from;
    for (let i = 0; i < length; i++) into[at + i] = this.#bytes[from + i] as number;
    return at + length;
  }

  #same(known: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#ends[known - 1] as number;
    if ((this.#ends[known] as number) - from !== end - start) return false;
    for (let i = start, j = from; i < end; i++, j++) if (bytes[i] !== this.#bytes[j]) return false;
    return true;
  }

  #insert(slot: number, hash: number, bytes: Uint8Array, start: number, end: number): number {
    const id = this.#size++;
    if (id === this.#ends.length) {
      this.#ends = larger(this.#ends, new Uint32Array(id * 2));
      this.#hashes = larger(this.#hashes, new Int32Array(id * 2));
    }
    const from = this.#ends[id - 1] as number;
    const to = from + end - start;
    if (to > this.#bytes.length) {
      this.#bytes = larger(this.#bytes, Buffer.allocUnsafe(Math.max(to, Math.ceil(from * 1.6))));
    }
    for (let i = start, j = from; i < end; i++, j++) this.#bytes[j] = bytes[i] as number;
    this.#ends[id] = to;
    this.#hashes[id] = hash;
    this.#slots[slot] = id;
    if (this.#size * 2 > this.#slots.length) this.#spread();
    return id;
  }

  #spread(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let id = 1; id < this.#size; id++) {
      let slot = (this.#hashes[id] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
    this.#slots = slots;
  }
}

function larger<T extends { set(from: T): void }>(from: T, into: T): T {
  into.set(from);
  return into;
}
