import { formatNumber } from '../model/format.ts';
import { Refusal, type Where } from '../model/refusal.ts';

/** What a table of the project can hold (SQLite). */
export const MAX_COLUMNS = 2_000;

/** What a worksheet can hold (ECMA-376 as Excel applies it), and what we bear with. */
export const SHEET_LIMITS = {
  rows: 1_048_576,
  columns: 16_384,
  /** Characters; Excel stops at 32,767, other writers go beyond. */
  cell: 131_068,
} as const;

/** Hard limits against hostile archives: bytes, entries, and how often content may outgrow the file. */
export const ZIP_LIMITS = {
  entries: 10_000,
  total: 8 * 2 ** 30,
  ratio: 200,
  ratioFrom: 50 * 2 ** 20,
  strings: 512 * 2 ** 20,
  /** Depth of nested elements. */
  depth: 64,
} as const;

/** @throws Refusal `too-many-columns` */
export function refuseTooManyColumns(columns: number, where: Where): never {
  throw new Refusal(
    'too-many-columns',
    `The table has ${formatNumber(columns, 'count')} columns; Attune holds at most ${formatNumber(MAX_COLUMNS, 'count')} in one table.`,
    { hint: 'Split it into several files, or check the delimiter.', where },
  );
}

/** @throws Refusal `hostile-file` */
export function refuseTooMuchText(file: string): never {
  throw new Refusal(
    'hostile-file',
    'The file is not read, for safety: its texts take more than 512 MB.',
    { hint: 'Split it into several files if you trust its source.', where: { file } },
  );
}

/** @throws Refusal `cell-too-long` */
export function refuseLongCell(where: Where): never {
  throw new Refusal('cell-too-long', 'A cell holds more text than Excel allows.', {
    hint: 'Excel holds at most 32,767 characters in a cell. Save the data anew from Excel.',
    where,
  });
}
