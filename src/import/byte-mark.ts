/** A fixed word of markup, four bytes or longer, that is looked for at places of a block: four bytes at a time. */
export class ByteMark {
  readonly length: number;
  readonly #words: Uint32Array;
  readonly #last: number;

  constructor(text: string) {
    const bytes = Buffer.from(text);
    this.length = bytes.length;
    this.#words = Uint32Array.from({ length: bytes.length >> 2 }, (_, i) =>
      bytes.readUInt32LE(i * 4),
    );
    this.#last = bytes.readUInt32LE(bytes.length - 4);
  }

  /** Whether it stands at a place, from which on the view must be long enough. */
  isAt(view: DataView, at: number): boolean {
    const words = this.#words;
    for (let i = 0; i < words.length; i++) {
      if (view.getUint32(at + i * 4, true) !== words[i]) return false;
    }
    return view.getUint32(at + this.length - 4, true) === this.#last;
  }
}
