import type { RowPage } from '../src/contract/methods/rows.ts';
import type { Value } from '../src/model/column.ts';
import { formatNumber } from '../src/model/format.ts';
import { type Variable, valueLabel } from '../src/model/variable.ts';

export type GridRow = RowPage['rows'][number];
export type GridNote = GridRow['notes'][number];
/** Labels, codes, or what stands in the file. */
export type Show = 'labels' | 'codes' | 'raw';

/** What a cell has to say besides its value; undefined for most. */
export function noteAt(row: GridRow | undefined, column: number): GridNote | undefined {
  return row?.notes.find((note) => note.column === column);
}

/** A cell as it reads in the grid, without the sign of its note. */
export function cellText(
  value: Value | undefined,
  note: GridNote | undefined,
  variable: Variable,
  show: Show,
): string {
  if (note !== undefined && (show === 'raw' || value === null)) return note.raw;
  if (value === null || value === undefined) return '';
  if (show !== 'labels') return String(value);
  if (variable.kind === 'yesno' && variable.values.length === 0) return value === 1 ? 'Yes' : 'No';
  const text = String(value);
  const label = valueLabel(variable, text);
  if (label !== text || typeof value !== 'number') return label;
  return Number.isInteger(value) ? text.replace('-', '−') : trimmed(value);
}

/** The sign of a cell that has no value though something stands in the file. */
export function cellSign(note: GridNote | undefined): '' | '∅' | '✕' {
  if (note === undefined || note.kind === 'raw') return '';
  return note.kind === 'missing-code' ? '∅' : '✕';
}

/** Whether a cell holds a text, in the same sense as the engine finds it. */
export function cellHolds(
  value: Value | undefined,
  note: GridNote | undefined,
  variable: Variable,
  text: string,
): boolean {
  const wanted = text.toLowerCase();
  const holds = (shown: string) => shown.toLowerCase().includes(wanted);
  if (note !== undefined && holds(note.raw)) return true;
  if (value === null || value === undefined) return false;
  return holds(String(value)) || holds(valueLabel(variable, String(value)));
}

/** Why the cell is marked, in words. */
export function noteWords(note: GridNote): string {
  switch (note.kind) {
    case 'problem':
      return `does not fit: ${note.reason}`;
    case 'missing-code':
      return `missing code: ${note.reason}`;
    case 'raw':
      return `in the file: ${note.raw}`;
  }
}

function trimmed(value: number): string {
  const text = String(value).replace('-', '−');
  return text.length <= 8 ? text : formatNumber(value, 'number');
}
