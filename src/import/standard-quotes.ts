import type { Quoting } from '../model/importing.ts';

const [LF, CR, DOUBLE, BACKSLASH] = [0x0a, 0x0d, 0x22, 0x5c] as const;
/** A field that is not quoted is put together up to here; none in a table is longer. */
const LONGEST = 4 << 20;
/** Where in a field the reading is. */
const [START, PLAIN, QUOTED, QUOTE_SEEN, AFTER] = [0, 1, 2, 3, 4] as const;

/**
 * Rewrites text whose fields are quoted in another way into that of RFC 4180, block by block, so that
 * there is one reader of records. Line ends stay where they are: lines keep their numbers. A backslash
 * before a quotation mark, a delimiter, a line end or another backslash is taken away; before anything
 * else it stands for itself.
 */
export function* standardQuotes(
  blocks: Iterable<Uint8Array>,
  delimiter: number,
  quoting: Quoting,
): Generator<Buffer> {
  const rewriter = new QuoteRewriter(delimiter, quoting);
  for (const block of blocks) yield rewriter.rewritten(block);
  yield rewriter.finish();
}

class QuoteRewriter {
  readonly #delimiter: number;
  readonly #quote: number;
  readonly #escapes: boolean;
  #state: number = START;
  #isEscaped = false;
  #out = Buffer.allocUnsafe(1 << 16);
  #length = 0;
  /** The bytes of a field that is not quoted, and whether they have to be. */
  #field = Buffer.allocUnsafe(1 << 10);
  #fieldLength = 0;
  #needsQuotes = false;

  constructor(delimiter: number, quoting: Quoting) {
    this.#delimiter = delimiter;
    this.#quote = quoting.quote.charCodeAt(0);
    this.#escapes = quoting.escape === 'backslash';
  }

  rewritten(block: Uint8Array): Buffer {
    this.#length = 0;
    for (const byte of block) this.#take(byte);
    return Buffer.from(this.#out.subarray(0, this.#length));
  }

  /** What is left at the end of the text. */
  finish(): Buffer {
    this.#length = 0;
    if (this.#isEscaped) this.#literal(BACKSLASH);
    this.#isEscaped = false;
    if (this.#state === QUOTE_SEEN) this.#put(DOUBLE);
    this.#endField();
    return Buffer.from(this.#out.subarray(0, this.#length));
  }

  #take(byte: number): void {
    if (this.#isEscaped) {
      this.#isEscaped = false;
      if (!this.#isSpecial(byte)) this.#literal(BACKSLASH);
      this.#literal(byte, this.#isSpecial(byte));
      return;
    }
    switch (this.#state) {
      case START:
        if (byte === this.#quote) {
          this.#put(DOUBLE);
          this.#state = QUOTED;
          return;
        }
        this.#state = PLAIN;
        this.#takePlain(byte);
        return;
      case PLAIN:
        this.#takePlain(byte);
        return;
      case QUOTED:
        if (byte === this.#quote) this.#state = QUOTE_SEEN;
        else if (byte === BACKSLASH && this.#escapes) this.#isEscaped = true;
        else this.#literal(byte);
        return;
      case QUOTE_SEEN:
        if (byte === this.#quote) {
          this.#state = QUOTED;
          this.#literal(byte);
          return;
        }
        this.#put(DOUBLE);
        this.#state = AFTER;
    }
    // After the end of a quoted field everything stands as it is; the reader tells what is wrong.
    this.#put(byte);
    if (this.#ends(byte)) this.#state = START;
  }

  #takePlain(byte: number): void {
    if (this.#ends(byte)) {
      this.#endField();
      this.#put(byte);
      this.#state = START;
    } else if (byte === BACKSLASH && this.#escapes) this.#isEscaped = true;
    else this.#literal(byte);
  }

  /** A byte that belongs to the value of the field. */
  #literal(byte: number, wasEscaped = false): void {
    if (this.#state === QUOTED) {
      if (byte === DOUBLE) this.#put(DOUBLE);
      this.#put(byte);
      return;
    }
    if (this.#state === START) this.#state = PLAIN;
    if (wasEscaped && byte !== BACKSLASH) this.#needsQuotes = true;
    if (byte === DOUBLE && this.#fieldLength === 0) this.#needsQuotes = true;
    if (this.#fieldLength === this.#field.length) this.#field = twice(this.#field);
    this.#field[this.#fieldLength++] = byte;
    if (this.#fieldLength > LONGEST) this.#endField();
  }

  #endField(): void {
    if (this.#needsQuotes) this.#put(DOUBLE);
    for (let i = 0; i < this.#fieldLength; i++) {
      const byte = this.#field[i] as number;
      if (byte === DOUBLE && this.#needsQuotes) this.#put(DOUBLE);
      this.#put(byte);
    }
    if (this.#needsQuotes) this.#put(DOUBLE);
    this.#fieldLength = 0;
    this.#needsQuotes = false;
  }

  #isSpecial(byte: number): boolean {
    return byte === this.#quote || byte === DOUBLE || byte === BACKSLASH || this.#ends(byte);
  }

  #ends(byte: number): boolean {
    return byte === this.#delimiter || byte === LF || byte === CR;
  }

  #put(byte: number): void {
    if (this.#length === this.#out.length) this.#out = twice(this.#out);
    this.#out[this.#length++] = byte;
  }
}

function twice(bytes: Buffer): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafe(bytes.length * 2);
  bytes.copy(larger);
  return larger;
}
