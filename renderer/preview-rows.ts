import type { FilePreview, PreviewRow } from '../src/model/importing.ts';
import { type Gap, lastLine, withGaps } from './import-changes.ts';

/** All rows of the preview; those with a cell that does not fit; those set aside. */
export type RowsShown = 'first' | 'problems' | 'quarantined';

export type ShownRow = PreviewRow & { last: number };

/** The rows of a preview that a person wants to see: skipped ones above the heads, the rest below. */
export function rowsToShow(
  preview: FilePreview,
  show: RowsShown,
): { above: PreviewRow[]; below: (ShownRow | Gap)[] } {
  const inLines = preview.decisions.dialect.kind === 'csv';
  const shownRow = (row: PreviewRow): ShownRow => ({
    ...row,
    last: inLines ? lastLine(row) : row.row,
  });
  if (show !== 'first') {
    const wanted = show === 'problems' ? hasProblem : isSetAside;
    return { above: [], below: preview.rows.filter(wanted).map(shownRow) };
  }
  const above = preview.rows.filter((row) => isAbove(row, preview));
  const under = preview.rows.filter((row) => !above.includes(row));
  // The rows of a stack are counted anew in each of its parts.
  const isStack = preview.receipt.parts !== undefined;
  const from = above.at(-1)?.row ?? 0;
  const rows = isStack ? under : withGaps(under, inLines, from);
  return {
    above: above.filter(({ role }) => role !== 'header'),
    below: rows.map((row) => ('role' in row ? shownRow(row) : row)),
  };
}

export function hasProblem({ role, cells }: PreviewRow): boolean {
  return role === 'data' && cells.some(({ state }) => state === 'problem');
}

export function isSetAside({ role }: PreviewRow): boolean {
  return role === 'quarantined';
}

function isAbove({ role, row }: PreviewRow, { decisions: { header } }: FilePreview): boolean {
  return role === 'title' || role === 'header' || (role === 'blank' && row < header.row);
}
