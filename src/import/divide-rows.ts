import type { QuarantinedRow } from '../model/importing.ts';
import type { DecidedColumn } from './column-evidence.ts';
import { STATE } from './decoded.ts';
import type { Layout } from './layout.ts';
import { type RawTable, rawRow } from './raw-table.ts';

/**
 * Which data rows are loaded, and which are set aside: ragged ones, headings that stand there again, and rows that
 * lack a required value.
 * @param headings regular rows that say the headings again, ascending
 */
export function divideRows(
  table: RawTable,
  layout: Layout,
  columns: readonly DecidedColumn[],
  required: readonly string[],
  headings: Uint32Array,
): { rows: Uint32Array; quarantine: readonly QuarantinedRow[] } {
  const quarantine: QuarantinedRow[] = layout.ragged.map(({ number, cells, reason }) => ({
    row: number,
    cells,
    reason,
  }));
  const needed = columns.filter(
    ({ decision }) => decision.keep && required.includes(decision.name),
  );
  const rows = new Uint32Array(layout.last - layout.first);
  if (needed.length === 0 && headings.length === 0) {
    for (let i = 0; i < rows.length; i++) rows[i] = layout.first + i;
    return { rows, quarantine: quarantine.sort(byRow) };
  }
  let loaded = 0;
  let nextHeading = 0;
  for (let row = layout.first; row < layout.last; row++) {
    const lacking = firstLacking(needed, row);
    const isHeading = headings[nextHeading] === row;
    if (isHeading) nextHeading++;
    if (!lacking && !isHeading) {
      rows[loaded++] = row;
      continue;
    }
    quarantine.push({
      row: table.numbers[row] as number,
      cells: rawRow(table, row),
      reason: isHeading
        ? 'the headings again'
        : `${lacking?.decision.name} is required and has no value`,
    });
  }
  return { rows: rows.subarray(0, loaded), quarantine: quarantine.sort(byRow) };
}

function byRow(a: QuarantinedRow, b: QuarantinedRow): number {
  return a.row - b.row;
}

function firstLacking(needed: readonly DecidedColumn[], row: number): DecidedColumn | undefined {
  return needed.find(({ cells }) => {
    const { state } = cells.at(row);
    return state !== STATE.value && state !== STATE.asked;
  });
}
