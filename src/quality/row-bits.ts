import type { Bitmap, ColumnKernel } from '../columns/kernel/column-kernel.ts';

/** The rows that pass a test, as a bitmap of the caller's. */
export function rowsWhere(kernel: ColumnKernel, test: (row: number) => boolean): Bitmap {
  const bitmap = kernel.bitmap();
  const { rows } = kernel;
  for (let from = 0, word = 0; from < rows; from += 32, word++) {
    const end = Math.min(32, rows - from);
    let bits = 0;
    for (let bit = 0; bit < end; bit++) if (test(from + bit)) bits |= 1 << bit;
    bitmap[word] = bits;
  }
  return bitmap;
}

export function hasRow(bitmap: Bitmap, row: number): boolean {
  return (((bitmap[row >>> 5] as number) >>> (row & 31)) & 1) === 1;
}

export function addRow(bitmap: Bitmap, row: number): void {
  bitmap[row >>> 5] = (bitmap[row >>> 5] as number) | (1 << (row & 31));
}

/** Takes the rows of the second away from the first, and gives it. */
export function without(kernel: ColumnKernel, rows: Bitmap, others: Bitmap): Bitmap {
  kernel.not(others);
  kernel.and(rows, others);
  kernel.not(others);
  return rows;
}
