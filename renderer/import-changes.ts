import type { ColumnDecision, DecisionChanges, PreviewRow } from '../src/model/importing.ts';
import type { Receipt } from '../src/model/receipt.ts';

type ColumnChange = Pick<ColumnDecision, 'position'> & Partial<ColumnDecision>;

/** The changes with one column changed; what was changed about it before stays. */
export function changeColumn(changes: DecisionChanges, change: ColumnChange): DecisionChanges {
  const before = changes.columns?.find(({ position }) => position === change.position);
  const others = changes.columns?.filter(({ position }) => position !== change.position) ?? [];
  const columns = [...others, { ...before, ...change }].sort((a, b) => a.position - b.position);
  return { ...changes, columns };
}

/** A change after which the columns may be others: what was decided about them is dropped. */
export function changeReading(
  changes: DecisionChanges,
  reading: Omit<DecisionChanges, 'columns' | 'required'>,
): DecisionChanges {
  const { columns: _, required: __, ...kept } = changes;
  return { ...kept, ...reading };
}

/** The same change for several columns. */
export function changeColumns(
  changes: DecisionChanges,
  positions: Iterable<number>,
  change: (position: number) => Partial<ColumnDecision>,
): DecisionChanges {
  let next = changes;
  for (const position of positions) next = changeColumn(next, { position, ...change(position) });
  return next;
}

/** Changes of columns from elsewhere, such as a codebook: what a person said before stays. */
export function underChanges(
  changes: DecisionChanges,
  columns: readonly ColumnChange[],
): DecisionChanges {
  return columns.reduce((next, column) => {
    const said = next.columns?.find(({ position }) => position === column.position);
    return changeColumn(next, { ...column, ...said, position: column.position });
  }, changes);
}

export function toggleRequired(
  changes: DecisionChanges,
  required: readonly string[],
  name: string,
): DecisionChanges {
  const others = required.filter((entry) => entry !== name);
  return { ...changes, required: others.length < required.length ? others : [...others, name] };
}

/** A stretch of rows that the preview leaves out because there is nothing to see. */
export interface Gap {
  from: number;
  to: number;
}

/**
 * Rows of a preview with the gaps between them named, after row `from`. `inLines`: rows are counted as
 * lines of text.
 */
export function withGaps(
  rows: readonly PreviewRow[],
  inLines = false,
  from = 0,
): (PreviewRow | Gap)[] {
  const out: (PreviewRow | Gap)[] = [];
  let last = from;
  for (const row of rows) {
    if (row.row > last + 1) out.push({ from: last + 1, to: row.row - 1 });
    out.push(row);
    last = inLines ? lastLine(row) : row.row;
  }
  return out;
}

/** The line on which a row of a text file ends: a quoted field may hold line breaks. */
export function lastLine(row: PreviewRow): number {
  const breaks = row.cells.map(({ raw }) => raw.match(/\r\n|\r|\n/g)?.length ?? 0);
  return row.row + breaks.reduce((sum, n) => sum + n, 0);
}

/** Cells that wait for the answer to a question: in the receipt they still stand with the text. */
export function waitingCells({ cells, problems }: Pick<Receipt, 'cells' | 'problems'>): number {
  return cells.asText - problems.reduce((sum, { n }) => sum + n, 0);
}

/** "referrals 2024.csv" → "Referrals 2024"; with a sheet, the sheet's name. */
export function tableLabelFrom(file: string, sheet: string | null): string {
  const stem = (sheet ?? file.replace(/\.[^.]*$/, '')).replace(/[_\s]+/g, ' ').trim();
  return stem.charAt(0).toUpperCase() + stem.slice(1);
}

/** A table name from its label, unlike those taken: lower case, digits and underscores. */
export function tableNameFrom(label: string, taken: readonly string[]): string {
  const base =
    label
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 60) || 'table';
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? base : `${base}_${n}`;
    if (!taken.includes(name)) return name;
  }
}

/** "A" … "Z", "AA" …: the letter a spreadsheet gives the column. */
export function columnLetter(position: number): string {
  const rest = Math.floor(position / 26);
  const letter = String.fromCharCode(65 + (position % 26));
  return rest === 0 ? letter : columnLetter(rest - 1) + letter;
}

/** How many cells of each column do not fit what was decided about it, by the column's name. */
export function misfits({ problems }: Pick<Receipt, 'problems'>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { column, n } of problems) counts.set(column, (counts.get(column) ?? 0) + n);
  return counts;
}
