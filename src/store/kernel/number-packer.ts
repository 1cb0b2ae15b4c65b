import { webAssembly } from '../../model/web-assembly.ts';
import { PlainPacker } from './plain-packer.ts';
import { WasmPacker } from './wasm-packer.ts';

export interface NumberRange {
  /** Least and greatest; the least is above the greatest where there is none. */
  low: number;
  high: number;
  isWhole: boolean;
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
}

/** @param rows numbers of a segment at most */
export function makePacker(rows: number): NumberPacker {
  return webAssembly ? new WasmPacker(rows, webAssembly) : new PlainPacker(rows);
}
