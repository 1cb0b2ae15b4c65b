import type { RowPage } from '../src/contract/workbench.ts';
import type { Value } from '../src/model/column.ts';
import { formatNumber } from '../src/model/format.ts';
import { type Variable, valueLabel } from '../src/model/variable.ts';

export type GridRow = RowPage['rows'][number];
export type GridNote = GridRow['notes'][number];
export type Show = 'labels' | 'codes';

/** What a cell has to say besides its value; undefined for most. */
export function noteAt(row: GridRow | undefined, column: number): GridNote | undefined {
  return row?.notes.find((note) => note.column === column);
}

/** A cell as it reads in the grid. */
export function cellText(
  value: Value | undefined,
  note: GridNote | undefined,
  variable: Variable,
  show: Show,
): string {
  if (value === null || value === undefined) {
    if (note === undefined) return '';
    return note.kind === 'missing-code' ? `∅ ${note.raw}` : `✕ ${note.raw}`;
  }
  if (show === 'codes') return String(value);
  if (variable.kind === 'yesno' && variable.values.length === 0) return value === 1 ? 'Yes' : 'No';
  const text = String(value);
  const label = valueLabel(variable, text);
  if (label !== text || typeof value !== 'number') return label;
  return Number.isInteger(value) ? text.replace('-', '−') : trimmed(value);
}

/** Why the cell is marked, in words. */
export function noteWords(note: GridNote): string {
  switch (note.kind) {
    case 'problem':
      return `✕ ${note.raw}: ${note.reason}`;
    case 'missing-code':
      return `∅ missing code ${note.raw}: ${note.reason}`;
    case 'raw':
      return `In the file: ${note.raw}`;
  }
}

function trimmed(value: number): string {
  const text = String(value).replace('-', '−');
  return text.length <= 8 ? text : formatNumber(value, 'number');
}
