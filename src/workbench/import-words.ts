import { formatNumber } from '../model/format.ts';
import type { ImportComparison } from '../model/reimport.ts';

const n = (value: number) => formatNumber(value, 'count');
const rowsOf = (value: number) => (value === 1 ? '1 row' : `${n(value)} rows`);

/** What an import into a table does or did, in one sentence: "12 rows new, 3 changed (5 cells) …". */
export function comparisonSentence(comparison: ImportComparison): string {
  const { mode, table, rows, cells, key } = comparison;
  const matched = key.length > 0 ? `, matched by ${key.join(' + ')}` : '';
  const counts = `${n(rows.new)} new, ${n(rows.changed)} changed (${n(cells.changed)} ${cells.changed === 1 ? 'cell' : 'cells'}), ${n(rows.unchanged)} unchanged, ${n(rows.gone)} gone`;
  const kept =
    cells.blanksKept > 0
      ? ` ${n(cells.blanksKept)} empty ${cells.blanksKept === 1 ? 'cell' : 'cells'} did not overwrite a value.`
      : '';
  switch (mode) {
    case 'new':
      return `${rowsOf(rows.inFile)} into the new table ${table}.`;
    case 'append':
      return `${rowsOf(rows.inFile)} under the ${n(rows.inTable)} of ${table}, which then has ${n(rows.after)}.`;
    case 'replace':
      return key.length > 0
        ? `${rowsOf(rows.inFile)} in place of the ${n(rows.inTable)} of ${table}${matched}: ${counts}.`
        : `${rowsOf(rows.inFile)} in place of the ${n(rows.inTable)} of ${table}.`;
    case 'update':
      return `${rowsOf(rows.inFile)} against the ${n(rows.inTable)} of ${table}${matched}: ${counts} (kept).${kept}`;
  }
}
