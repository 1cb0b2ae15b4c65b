import type { Merge } from './raw-table.ts';

/** 0-based column and 1-based row of a reference like `AB12`; undefined when it is not one. */
export function cellReference(text: string): { column: number; row: number } | undefined {
  let column = 0;
  let at = 0;
  for (; at < text.length && at < 4; at++) {
    const letter = text.charCodeAt(at) & ~0x20;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  if (at === 0 || at > 3) return undefined;
  let row = 0;
  for (let i = at; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9 || row > 10_000_000) return undefined;
    row = row * 10 + digit;
  }
  return at < text.length ? { column: column - 1, row } : undefined;
}

/** The cells of a reference like `A1:D1`; undefined when it is not one. */
export function rangeReference(text: string): Merge | undefined {
  const [from = '', to = ''] = text.split(':');
  const first = cellReference(from);
  const last = cellReference(to);
  if (!first || !last) return undefined;
  return { top: first.row, bottom: last.row, left: first.column, right: last.column };
}
