import { readRawFile } from '../../../src/import/raw-file.ts';
import { CELL, type RawTable, rawText, rawType } from '../../../src/import/raw-table.ts';
import { UNWATCHED } from '../../../src/model/project.ts';
import { Refusal } from '../../../src/model/refusal.ts';
import { sumsFault } from './sums.ts';
import type { XlsxMutant } from './xlsx-base.ts';
import { type CountedCell, countSheet } from './xlsx-count.ts';

/** `loaded` or `refused`; any other text is what is wrong. */
export async function checkXlsx(path: string, mutant: XlsxMutant): Promise<string> {
  const { sheet, strings, isPlain } = mutant;
  try {
    const { table } = await readRawFile({ file: path }, UNWATCHED);
    const count = countSheet(sheet, strings);
    if (typeof count === 'string') return `read, though: ${count}`;
    if (!count.odd) {
      const fault = cellsFault(table, count.cells, isPlain);
      if (fault) return fault;
    }
    const last = count.odd ? undefined : (count.cells.at(-1)?.row ?? 0);
    return (await sumsFault(path, last)) ?? 'loaded';
  } catch (error) {
    if (!(error instanceof Refusal)) return error instanceof Error ? `${error.stack}` : 'thrown';
    return refusalFault(error, mutant) ?? 'refused';
  }
}

/** Where only the sheet and its texts were changed, damage must be seen by others too. */
function refusalFault(
  refusal: Refusal,
  { sheet, strings, isSound }: XlsxMutant,
): string | undefined {
  if (refusal.code !== 'damaged-workbook' || !isSound) return undefined;
  const count = countSheet(sheet, strings);
  if (typeof count === 'string' || count.odd) return undefined;
  return `refused without cause: ${refusal.message}`;
}

function cellsFault(
  table: RawTable,
  cells: readonly CountedCell[],
  isPlain: boolean,
): string | undefined {
  const places = new Map(Array.from(table.numbers, (number, row) => [number, row]));
  const rows = new Set(cells.map(({ row }) => row));
  if (rows.size !== table.rows) return `${table.rows} filled rows, ${rows.size} counted`;
  for (const cell of cells) {
    const row = places.get(cell.row);
    if (row === undefined) return `row ${cell.row} was not read`;
    const values = table.columns[cell.column];
    const text = rawText(values, row);
    if (cell.is === 'number' && !isPlain) continue;
    if (!agrees(cell, text, rawType(values, row))) {
      return `row ${cell.row}, column ${cell.column}: ${text} is read, ${JSON.stringify(cell)} counted`;
    }
  }
  const filled = table.columns.reduce(
    (sum, values) => sum + values.codes.filter((code) => code !== 0).length,
    0,
  );
  return filled === cells.length ? undefined : `${filled} filled cells, ${cells.length} counted`;
}

function agrees({ is, text }: CountedCell, read: string, type: number): boolean {
  switch (is) {
    case 'text':
      return read === text && type === CELL.text;
    case 'number':
      return Number(read) === Number(text) && type === CELL.number;
    case 'boolean':
      return read === text && type === CELL.boolean;
    case 'error':
      return read === text && type === CELL.error;
    case 'uncalculated':
      return read.startsWith('=') && type === CELL.uncalculated;
    case 'date':
      return read.startsWith(text) || type === CELL.text;
    default:
      return read !== '';
  }
}
