import type { Column } from '../model/column.ts';
import type { Frame } from '../model/frame.ts';
import type { Variable } from '../model/variable.ts';
import { toCodes } from './to-codes.ts';

/**
 * The rows, in their order, in which any variable shows the text, case ignored.
 * What is searched is what the grid shows: a category's label (and its value), ISO dates, plain numbers.
 */
export function findRows(frame: Frame, rows: Uint32Array, text: string): Uint32Array {
  const wanted = text.toLowerCase();
  if (wanted === '') return rows;
  const found = new Uint8Array(frame.rows);
  for (const [i, column] of frame.columns.entries()) {
    const variable = frame.variables[i];
    if (variable !== undefined) markHits(variable, column, wanted, found);
  }
  return rows.filter((row) => found[row] !== 0);
}

function markHits(variable: Variable, column: Column, wanted: string, found: Uint8Array): void {
  if (column.type !== 'codes' && variable.values.length === 0 && !NUMERIC.test(wanted)) return;
  const { codes, dictionary, missing } = toCodes(column);
  const labels = new Map(variable.values.map((entry) => [entry.value, entry.label]));
  const shows = (text: string | undefined) => text?.toLowerCase().includes(wanted);
  const hits = Uint8Array.from(dictionary, (value) =>
    shows(value) || shows(labels.get(value)) ? 1 : 0,
  );
  if (!hits.includes(1)) return;
  for (let row = 0; row < codes.length; row++) {
    if (missing[row] === 0 && hits[codes[row] ?? 0] === 1) found[row] = 1;
  }
}

/** Only such text can stand in a number or an ISO date. */
const NUMERIC = /^[-+.e\d]+$/;
