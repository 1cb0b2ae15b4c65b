import { webAssembly } from '../../model/web-assembly.ts';
import { PlainPacker } from './plain-packer.ts';
import { WasmPacker } from './wasm-packer.ts';

export interface NumberRange {
  /** Least and greatest; the least is above the greatest where there is none. */
  low: number;
  high: number;
  isWhole: boolean;
}

export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** What codes stand for. */
export interface CodeTable {
  /** A whole number for each; or what is taken from each, which gives 0 for those below. */
  numbers: Uint32Array | number;
  /** Why there is none, or 0 where there is one; undefined where there always is. */
  gaps: Uint8Array | undefined;
}

export interface CodedRange {
  /** Least and greatest; the least is above the greatest where there is none. */
  low: number;
  high: number;
  /** Whether each is one more than the one before. */
  isStep: boolean;
  /** For each code that was taken, why it stands for no number; undefined where each stands for one. */
  gaps: Uint8Array | undefined;
}

/** Lays out the numbers of one segment after the other. */
export interface NumberPacker {
  /** Takes the numbers of a segment. Where `gaps` is not 0 the number means nothing. */
  take(values: Float64Array, gaps?: Uint8Array): NumberRange;
  /** Whether every number times the divisor is a whole number that gives it back. */
  areSteps(divisor: number): boolean;
  /**
   * What was taken, times the divisor, as whole numbers above `low` of so many bytes; or of eight bytes as
   * it is. Valid until the next call of anything.
   */
  pack(low: number, bytes: 1 | 2 | 4 | 8, divisor?: number): Uint8Array;
  /** Takes numbers as codes, in pieces one after another. The gaps are valid until codes are taken again. */
  takeCodes(pieces: readonly Codes[], table: CodeTable): CodedRange;
  /** The numbers of these as whole numbers above `low` of so many bytes; valid until the next call of anything. */
  packCodes(low: number, bytes: 1 | 2 | 4): Uint8Array;
  /**
   * A bit for each byte that is `one`, first byte first in each; undefined where another is neither that nor
   * 0. Valid until the next call of anything.
   */
  bits(bytes: Uint8Array, one: number): Uint8Array | undefined;
}

/** @param rows numbers of a segment at most */
export function makePacker(rows: number): NumberPacker {
  return webAssembly ? new WasmPacker(rows, webAssembly) : new PlainPacker(rows);
}
