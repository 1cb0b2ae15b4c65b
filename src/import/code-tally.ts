/** What speaks for a column being codes rather than numbers or words. */
export class CodeTally {
  /** Cells of digits only; those that begin with a zero; their shortest and longest. */
  digits = 0;
  leadingZero = 0;
  shortest = Number.POSITIVE_INFINITY;
  longest = 0;
  /** More than 15 digits: a number would lose the last ones. */
  long = 0;
  /** `1E5`: a number to some programs. */
  exponent = 0;
  /** One word with letters and digits: `HB-0001`, `SE5 8AZ`. */
  mixed = 0;
  /** Cells of a few words at most that hold a digit: could be an identifier. */
  codeLike = 0;
  example: string | undefined;
  readonly #shapes = new Map<string, number>();

  add(text: string, n: number): void {
    const trimmed = text.trim();
    if (trimmed.length > 40) return;
    if (/^\d+$/.test(trimmed)) {
      this.digits += n;
      this.codeLike += n;
      if (trimmed.length > 1 && trimmed.startsWith('0')) {
        this.leadingZero += n;
        this.example ??= trimmed;
      }
      this.shortest = Math.min(this.shortest, trimmed.length);
      this.longest = Math.max(this.longest, trimmed.length);
      if (trimmed.length > 15) this.long += n;
      return;
    }
    if (!/\d/.test(trimmed)) return;
    if (/^\d+e\d+$/i.test(trimmed)) {
      this.exponent += n;
      this.example ??= trimmed;
    }
    if (/^[a-z0-9][a-z0-9._/-]*$/i.test(trimmed) || isSpacedCode(trimmed)) {
      this.codeLike += n;
      if (/[a-z]/i.test(trimmed)) {
        this.mixed += n;
        if (this.#shapes.size < 50) {
          const shape = trimmed.replace(/\d/g, '9').replace(/[a-z]/gi, 'a');
          this.#shapes.set(shape, (this.#shapes.get(shape) ?? 0) + n);
        }
      }
    }
  }

  /** The shape that most mixed codes have, digits as 9 and letters as a: `aa-9999`. */
  get shape(): { shape: string; n: number } | undefined {
    let best: { shape: string; n: number } | undefined;
    for (const [shape, n] of this.#shapes) if (!best || n > best.n) best = { shape, n };
    return best;
  }
}

/** Codes that are written with a space: NHS numbers and postcodes. */
function isSpacedCode(text: string): boolean {
  return /^\d{3} \d{3} \d{4}$/.test(text) || /^[a-z]{1,2}\d[a-z\d]? \d[a-z]{2}$/i.test(text);
}
