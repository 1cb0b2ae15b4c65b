import type { Variable } from '../../model/variable.ts';
import {
  bitmapWords,
  type Codes,
  type ColumnKernel,
  type Valued,
} from '../kernel/column-kernel.ts';
import { type CodeScale, doublesOf, scaleOf } from './code-scale.ts';
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
  /** One text of it: of many, a few are had without the others. */
  text(at: number): string;
}

/** Bytes of a code of which there are so many. */
export function codeWidth(size: number): 1 | 2 | 4 {
  return size <= 0x100 ? 1 : size <= 0x1_0000 ? 2 : 4;
}

/** Reads a stored column into the memory of a kernel. */
export function openColumn(stored: StoredColumn, kernel: ColumnKernel): HotColumn {
  const { variable, reasons, texts, text } = stored;
  let found = scaleOf(stored, kernel);
  let codes = roomFor(codeWidth(found.size), kernel);
  // The divisor is that of the first piece; a later one may ask for a greater.
  while (!fillAll(kernel, codes, stored, found.scale)) {
    kernel.release(codes);
    found = scaleOf(stored, kernel, found.scale);
    codes = roomFor(codeWidth(found.size), kernel);
  }
  const floor = reasons.length;
  return {
    variable,
    codes,
    floor,
    reasons,
    ...found,
    texts: texts ?? (() => []),
    text: text ?? (() => ''),
  };
}

/** Codes of a width for all rows of a kernel's table. */
export function roomFor(width: 1 | 2 | 4, kernel: ColumnKernel): Codes {
  const padded = bitmapWords(kernel.rows) * 32;
  if (width === 1) return kernel.bytes(padded);
  return width === 2 ? kernel.shorts(padded) : kernel.words(padded);
}

/** False when a piece holds a decimal that the divisor does not give back. */
function fillAll(
  kernel: ColumnKernel,
  codes: Codes,
  { pieces, reasons }: StoredColumn,
  scale: CodeScale,
): boolean {
  let at = 0;
  for (const piece of pieces()) {
    const into = codes.subarray(at, at + piece.rows);
    if (!fill(kernel, into, piece, reasons.length, scale)) return false;
    if (piece.missing) kernel.putReasons(into, piece.missing);
    at += piece.rows;
  }
  return true;
}

function fill(
  kernel: ColumnKernel,
  into: Codes,
  piece: Piece,
  floor: number,
  scale: CodeScale,
): boolean {
  const { low, values, rows } = piece;
  if (scale.by === 'rank' || (scale.by === 'step' && scale.divisor !== piece.divisor)) {
    const numbers = doublesOf(piece);
    if (scale.by === 'step') {
      if (!kernel.areSteps(numbers, scale.divisor)) return false;
      kernel.putSteps(into, numbers, scale.divisor, floor - scale.low);
    } else {
      for (let row = 0; row < rows; row++) {
        into[row] = floor + rankIn(scale.values, numbers[row] as number);
      }
    }
    return true;
  }
  const by = low + floor - (scale.by === 'step' ? scale.low : 0);
  if (!values) {
    into.fill(by);
    return true;
  }
  // Numbers that are too wide lose what is above the width, which the shift brings back.
  into.set(values);
  if (by !== 0) kernel.shift(into, by);
  return true;
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
