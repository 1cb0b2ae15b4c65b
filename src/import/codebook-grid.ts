import type { FileReading } from '../model/importing.ts';
import { UNWATCHED } from '../model/project.ts';
import { type FileRow, firstRows } from './file-rows.ts';
import { type RawFile, readRawFile } from './raw-file.ts';

/** A sheet of a codebook as rows of named cells. */
export interface Grid {
  /** Lower case, words divided by one space. */
  headings: readonly string[];
  rows: readonly (readonly string[])[];
}

/** How far down the headings of a codebook are looked for. */
const SEARCHED = 20;

export function readGridFile(reading: FileReading): Promise<RawFile> {
  return readRawFile(reading, UNWATCHED);
}

/** The first row that has the wanted headings, and all rows below it; undefined when there is none. */
export function gridOf(
  { table }: RawFile,
  isWanted: (headings: readonly string[]) => boolean,
): Grid | undefined {
  const rows: readonly FileRow[] = firstRows(table, table.rows + table.odd.length);
  for (const [i, row] of rows.slice(0, SEARCHED).entries()) {
    const headings = row.cells.map(headingOf);
    if (!isWanted(headings)) continue;
    return {
      headings,
      rows: rows.slice(i + 1).map(({ cells }) => cells.map((cell) => cell.trim())),
    };
  }
  return undefined;
}

/** The cell under the first of some headings that is there; '' when none is. */
export function cellReader(
  { headings }: Grid,
  names: readonly string[],
): (row: readonly string[]) => string {
  const at = names.map((name) => headings.indexOf(name)).find((each) => each >= 0);
  return (row) => (at === undefined ? '' : (row[at] ?? ''));
}

function headingOf(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}:]+/gu, ' ')
    .trim();
}
