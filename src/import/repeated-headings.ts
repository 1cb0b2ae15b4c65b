import type { JudgedColumn } from './judge-column.ts';
import type { Layout } from './layout.ts';
import { type RawTable, rawText } from './raw-table.ts';

/**
 * Rows among the data, ascending, that say what the last row of the header says in every column that has a
 * heading: those of pages or files that were put below each other. A table of one column has none: there it
 * may be a value.
 */
export function repeatedHeadings(
  table: RawTable,
  { headerRows, first, last }: Layout,
  columns: readonly JudgedColumn[],
): Uint32Array {
  const headings = (headerRows.at(-1)?.cells ?? []).map((cell) => cell.trim());
  const headed = columns.flatMap(({ profile }, position) => {
    const heading = headings[position];
    return heading ? [{ profile, heading, values: table.columns[position] }] : [];
  });
  const [least] = headed.toSorted((a, b) => a.profile.used.length - b.profile.used.length);
  if (least === undefined || headed.length < 2) return NONE;
  const repeats = (row: number) =>
    headed.every(({ heading, values }) => values && rawText(values, row).trim() === heading);
  const { profile, heading } = least;
  const { dictionary } = profile.values;
  const code = profile.used.find((each) => (dictionary[each] as string).trim() === heading);
  const from = code === undefined ? last : (profile.firstRows[code] as number);
  // Nearly every file has none, and then nothing but one column’s texts was looked at.
  if (from < first || from >= last || !repeats(from)) return NONE;
  const found: number[] = [];
  for (let row = from; row < last; row++) if (repeats(row)) found.push(row);
  return Uint32Array.from(found);
}

const NONE = new Uint32Array(0);
