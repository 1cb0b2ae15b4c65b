import type { Variable } from '../../model/variable.ts';
import {
  bitmapWords,
  type Codes,
  type ColumnKernel,
  type Valued,
} from '../kernel/column-kernel.ts';
import { type CodeScale, scaleOf } from './code-scale.ts';
import type { Piece, StoredColumn } from './stored-column.ts';

/** One variable of a table in memory: a code a row, of the least width, missing rows with their reason. */
export interface HotColumn extends Valued {
  readonly variable: Variable;
  /** Padded to 128 rows with zeros. */
  readonly codes: Codes;
  /** Codes below it are reasons: code k is `reasons[k]`. */
  readonly floor: number;
  readonly reasons: readonly string[];
  /** Every code is below it. */
  readonly size: number;
  readonly scale: CodeScale;
  /** The dictionary of a column of texts; of another empty. */
  texts(): readonly string[];
}

/** Bytes of a code of which there are so many. */
export function codeWidth(size: number): 1 | 2 | 4 {
  return size <= 0x100 ? 1 : size <= 0x1_0000 ? 2 : 4;
}

/** Reads a stored column into the memory of a kernel. */
export function openColumn(stored: StoredColumn, kernel: ColumnKernel): HotColumn {
  const { variable, reasons, texts } = stored;
  const { scale, size } = scaleOf(stored);
  const floor = reasons.length;
  const codes = roomFor(codeWidth(size), kernel);
  let at = 0;
  for (const piece of stored.pieces()) {
    const into = codes.subarray(at, at + piece.rows);
    if (scale.by === 'step' && scale.divisor === 1) {
      fill(into, piece, piece.low - scale.low + floor);
    } else if (scale.by === 'text') fill(into, piece, piece.low + floor);
    else fillBy(into, piece, floor, scale);
    at += piece.rows;
  }
  return { variable, codes, floor, reasons, size, scale, texts: texts ?? (() => []) };
}

/** Codes of a width for all rows of a kernel's table. */
export function roomFor(width: 1 | 2 | 4, kernel: ColumnKernel): Codes {
  const padded = bitmapWords(kernel.rows) * 32;
  if (width === 1) return kernel.bytes(padded);
  return width === 2 ? kernel.shorts(padded) : kernel.words(padded);
}

function fill(into: Codes, { values, missing, rows }: Piece, shift: number): void {
  if (!values) into.fill(shift);
  else if (shift === 0 && !missing) into.set(values);
  else for (let row = 0; row < rows; row++) into[row] = (values[row] as number) + shift;
  if (missing) putReasons(into, missing);
}

function fillBy(into: Codes, piece: Piece, floor: number, scale: CodeScale): void {
  const { low, values, missing, rows } = piece;
  if (scale.by === 'step') {
    const shift = floor - scale.low;
    for (let row = 0; row < rows; row++) {
      const value = low + (values ? (values[row] as number) : 0);
      into[row] = Math.round(value * scale.divisor) + shift;
    }
  } else if (scale.by === 'rank') {
    for (let row = 0; row < rows; row++) {
      into[row] = floor + rankIn(scale.values, low + (values ? (values[row] as number) : 0));
    }
  }
  if (missing) putReasons(into, missing);
}

function putReasons(into: Codes, missing: Uint8Array): void {
  for (let row = 0; row < missing.length; row++) {
    const reason = missing[row] as number;
    if (reason !== 0) into[row] = reason - 1;
  }
}

function rankIn(sorted: Float64Array, value: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] as number) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The number or day number that a code at or above the floor stands for. */
export function numberOf({ scale, floor }: HotColumn, code: number): number {
  if (scale.by === 'step') return (scale.low + code - floor) / scale.divisor;
  return scale.by === 'rank' ? (scale.values[code - floor] as number) : code - floor;
}
