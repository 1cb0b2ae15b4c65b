import { isoDate } from '../../model/calendar.ts';
import type { Variable } from '../../model/variable.ts';
import { type HotColumn, numberOf } from './hot-column.ts';
import type { HotTable } from './hot-table.ts';

/** The cells of a table in which a text was found. */
export interface FoundCells {
  /** For each row, in how many of the columns. */
  counts: Uint16Array;
  has(row: number, column: number): boolean;
}

/** Whether a column holds the text in a row. */
type Hit = (row: number) => boolean;

/**
 * The cells that show a text, case ignored, in some columns of a table.
 * What is searched is what the grid shows: a category's label (and its value), ISO dates, plain numbers,
 * and of cells with a note, which are given, what stands in the file.
 */
export function findCells(
  table: HotTable,
  columns: readonly number[],
  text: string,
  noted: readonly { row: number; column: number }[] = [],
): FoundCells {
  const wanted = text.toLowerCase();
  const counts = new Uint16Array(table.rows);
  const hits = new Map<number, Hit>();
  for (const at of columns) {
    const variable = table.variables[at];
    if (variable === undefined || !canHold(variable, wanted)) continue;
    const hit = markHits(table.column(variable.name), wanted, counts);
    if (hit) hits.set(at, hit);
  }
  const asked = new Set(columns);
  const more = new Map<number, Set<number>>();
  for (const { row, column } of noted) {
    if (!asked.has(column) || hits.get(column)?.(row)) continue;
    counts[row] = (counts[row] as number) + 1;
    const rows = more.get(column) ?? new Set();
    more.set(column, rows.add(row));
  }
  return {
    counts,
    has: (row, column) => hits.get(column)?.(row) || more.get(column)?.has(row) || false,
  };
}

/** Only such text can stand in a number or an ISO date. */
const NUMERIC = /^[-+.e\d]+$/;

function canHold({ kind, values }: Variable, wanted: string): boolean {
  const isNumeric = ['integer', 'decimal', 'yesno', 'date'].includes(kind);
  return !isNumeric || values.length > 0 || NUMERIC.test(wanted);
}

/** Counts the rows of a column that hold the text; undefined when none does. */
function markHits(column: HotColumn, wanted: string, counts: Uint16Array): Hit | undefined {
  const { codes, floor, size, variable } = column;
  const labels = new Map(variable.values.map(({ value, label }) => [value, label.toLowerCase()]));
  // Most texts have no letters that could differ in case from those of a number.
  const hasLetters = wanted !== wanted.toUpperCase();
  const holds = (text: string) =>
    (hasLetters ? text.toLowerCase() : text).includes(wanted) ||
    labels.get(text)?.includes(wanted) === true;
  const textOf = codeText(column);

  if (size - floor > 4 * counts.length) {
    // Numbers far apart: fewer rows than codes.
    const hit: Hit = (row) => {
      const code = codes[row] as number;
      return code >= floor && holds(textOf(code));
    };
    for (let row = 0; row < counts.length; row++)
      if (hit(row)) counts[row] = 1 + (counts[row] as number);
    return hit;
  }
  const shown = new Uint8Array(size);
  for (let code = floor; code < size; code++) if (holds(textOf(code))) shown[code] = 1;
  if (!shown.includes(1)) return undefined;
  for (let row = 0; row < counts.length; row++) {
    counts[row] = (counts[row] as number) + (shown[codes[row] as number] as number);
  }
  return (row) => shown[codes[row] as number] === 1;
}

/** What a code of a column stands for, as text. */
function codeText(column: HotColumn): (code: number) => string {
  if (column.scale.by === 'text') {
    const texts = column.texts();
    return (code) => texts[code - column.floor] as string;
  }
  const words = column.variable.kind === 'date' ? isoDate : String;
  return (code) => words(numberOf(column, code));
}
