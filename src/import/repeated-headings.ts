import type { DecidedColumn } from './column-evidence.ts';
import type { Layout } from './layout.ts';
import { type RawTable, rawText } from './raw-table.ts';

/**
 * Rows among the data that say what the last row of the header says in every column that has a heading: those of
 * pages or files that were put below each other. A table of one column has none: there it may be a value.
 */
export function repeatedHeadings(
  table: RawTable,
  { headerRows, first, last }: Layout,
  columns: readonly DecidedColumn[],
): Set<number> {
  const found = new Set<number>();
  const headings = (headerRows.at(-1)?.cells ?? []).map((cell) => cell.trim());
  const headed = columns.filter(({ decision }) => headings[decision.position]);
  const [least] = headed.toSorted((a, b) => a.profile.used.length - b.profile.used.length);
  if (least === undefined || headed.length < 2) return found;
  const repeats = (row: number) =>
    headed.every(({ decision: { position } }) => {
      const values = table.columns[position];
      return values && rawText(values, row).trim() === headings[position];
    });
  const { profile, decision } = least;
  const { dictionary } = profile.values;
  const code = profile.used.find(
    (each) => (dictionary[each] as string).trim() === headings[decision.position],
  );
  const from = code === undefined ? last : (profile.firstRows[code] as number);
  // Nearly every file has none, and then nothing but one column’s texts was looked at.
  if (from < first || from >= last || !repeats(from)) return found;
  for (let row = from; row < last; row++) if (repeats(row)) found.add(row);
  return found;
}
