import type { CellPattern } from '../../model/cell-pattern.ts';

import type { KeyRange } from '../key-range.ts';

/**
 * Bytes of text that a kernel can hold: a record as long as records may be, and a block after it, which
 * becomes several times as long in UTF-8 and with its quotes doubled.
 */
export const WINDOW = 16 << 20;

/** Fields of one batch: their places then fit the processor's cache, together with their bytes. */
export const BATCH = 1 << 15;

/** Which records a kernel reads. */
export interface RecordForm {
  /** A byte. */
  delimiter: number;
  /** Fields of a record. */
  width: number;
}

/**
 * The inner loops of reading a text file: finds the fields of records that are as they should be, and
 * tells the cells of each column apart. Of the table's width, not blank, ended by LF or CRLF, with
 * quotes around whole fields only: any other record is left to {@link RecordScanner}, which knows every
 * case; both divide a record alike.
 */
export interface TextKernel {
  /** The text that is being read. Another array after each call of anything: take it anew. */
  window(): Buffer;
  /**
   * Takes records that begin at `from`, the first of them on `line`, and end before `to`, where an LF has
   * to stand; gives where the first begins that was not taken.
   */
  scan(from: number, to: number, line: number): number;
  readonly batch: Batch;
  column(field: number): KernelColumn;
}

/** What the last scan took. */
export interface Batch {
  records: number;
  /** The records that a batch can hold. */
  most: number;
  /** Line ends in them, also those within quotes, and how many records end with CRLF. */
  lines: number;
  crlf: number;
  /** The line on which each record begins. */
  lineOf: Uint32Array;
}

/** Numbers of a batch, in any kind of array that holds all of them. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;
export type Keys = Int32Array | Float64Array;

/** The cells of one column: distinct texts, known by a code each; code 0 is the empty text. */
export interface KernelColumn {
  readonly size: number;
  /** Bytes of all texts. */
  readonly length: number;
  bytesOf(code: number): Uint8Array;
  /** The codes of the batch and the greatest of them; valid until the next call of anything. */
  codes(): { numbers: Codes; most: number };
  /** The keys of the batch, -1 - its code for a cell that has none. */
  keys(pattern: CellPattern): { numbers: Keys } & KeyRange;
  /** The code of the text between two places of the window. */
  codeOf(start: number, end: number, escaped: boolean): number;
  keyOf(pattern: CellPattern, start: number, end: number): number;
  /** The keys of all texts by their codes, -1 for one that has none. */
  textKeys(pattern: CellPattern): Float64Array;
  /** All texts; valid until the kernel is used again. */
  texts(): { bytes: Uint8Array; ends: Uint32Array };
  /** Forgets all texts. */
  clear(): void;
}
