import { numbersOrNull, record, wrongInput } from './read-input.ts';

export interface Term {
  name: string;
  /** One number for each complete row. */
  values: Float64Array;
}

export interface ModelInput {
  /** By the names asked for. */
  responses: Readonly<Record<string, Float64Array>>;
  /** Without an intercept. A list of text becomes one term for each level but the first. */
  terms: readonly Term[];
  /** Positions of the complete rows among all, from 0. */
  rows: readonly number[];
}

type Cell = number | string | null;

interface List {
  name: string;
  cells: readonly Cell[];
}

/**
 * The input of a regression: lists of one length by name, and perhaps matrices of rows (`X`). Rows with
 * a missing value in any of them are left out. Whatever is no response is a predictor; text is coded as
 * 0/1 against the first level in alphabetical order.
 * @throws Refusal `unreadable-input`
 */
export function modelInput(input: unknown, responses: readonly string[]): ModelInput {
  const lists = Object.entries(record(input, 'The input')).flatMap(([name, value]) =>
    listsOf(name, value),
  );
  const length = lists[0]?.cells.length ?? 0;
  for (const { name, cells } of lists) {
    if (cells.length !== length) {
      throw wrongInput(`“${name}” has ${cells.length} values and “${lists[0]?.name}” ${length}.`);
    }
  }
  const rows = Array.from({ length }, (_, i) => i).filter((i) =>
    lists.every(({ cells }) => cells[i] !== null),
  );
  const named = responses.map((name): [string, Float64Array] => {
    const list = lists.find((each) => each.name === name);
    if (!list) throw wrongInput(`“${name}” is missing.`);
    return [name, numeric(list, rows)];
  });
  const terms = lists
    .filter(({ name }) => !responses.includes(name))
    .flatMap((list) => termsOf(list, rows));
  return { responses: Object.fromEntries(named), terms, rows };
}

function listsOf(name: string, value: unknown): List[] {
  if (!Array.isArray(value)) throw wrongInput(`“${name}” must be a list.`);
  if (!Array.isArray(value[0])) return [{ name, cells: value.map((cell) => cellOf(cell, name)) }];
  const matrix = value.map((row: unknown) => numbersOrNull(row, name));
  const width = matrix[0]?.length ?? 0;
  if (matrix.some((row) => row.length !== width)) {
    throw wrongInput(`The rows of “${name}” must have the same number of values.`);
  }
  return Array.from({ length: width }, (_, j) => ({
    name: `${name}${j + 1}`,
    cells: matrix.map((row) => row[j] ?? null),
  }));
}

function cellOf(cell: unknown, name: string): Cell {
  if (cell === null || typeof cell === 'string') return cell;
  if (typeof cell === 'number' && Number.isFinite(cell)) return cell;
  throw wrongInput(`“${name}” holds something other than text, a number or null.`);
}

function numeric({ name, cells }: List, rows: readonly number[]): Float64Array {
  return Float64Array.from(rows, (i) => {
    const cell = cells[i];
    if (typeof cell === 'number') return cell;
    throw wrongInput(`“${name}” must hold numbers, and holds “${String(cell)}”.`);
  });
}

function termsOf(list: List, rows: readonly number[]): Term[] {
  const texts = rows.filter((i) => typeof list.cells[i] === 'string');
  if (texts.length === 0) return [{ name: list.name, values: numeric(list, rows) }];
  const labels = rows.map((i) => String(list.cells[i]));
  const levels = [...new Set(labels)].sort(new Intl.Collator('en-GB').compare);
  return levels.slice(1).map((level) => ({
    name: `${list.name}${level}`,
    values: Float64Array.from(labels, (label) => (label === level ? 1 : 0)),
  }));
}
