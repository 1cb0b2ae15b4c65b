import type { FaultKind } from './fault.ts';
import type { Random } from './random.ts';

/** A cell as it will be written. `day` is a real date of a workbook, `zeros` a number shown with leading zeros. */
export type RawCell = string | number | null | { day: number } | { zeros: number };

export interface RowFault {
  column?: string;
  kind: FaultKind;
  note: string;
  instead?: string;
}

export interface RawRow {
  cells: RawCell[];
  faults: RowFault[];
}

/** An extract before it is written: rows in file order, each with its own faults. */
export interface RawTable {
  columns: readonly string[];
  rows: RawRow[];
}

/** One column of an extract: its header, and what a record has there. */
export type RawColumn<T> = readonly [header: string, cell: (record: T) => RawCell];

export function rawTable<T>(columns: readonly RawColumn<T>[], records: readonly T[]): RawTable {
  return {
    columns: columns.map(([header]) => header),
    rows: records.map((record) => ({ cells: columns.map(([, cell]) => cell(record)), faults: [] })),
  };
}

export function cellOf(table: RawTable, row: RawRow, column: string): RawCell {
  return row.cells[indexOf(table, column)] ?? null;
}

/** Puts a faulty value in a cell and notes it there. */
export function spoil(
  table: RawTable,
  row: RawRow,
  column: string,
  value: RawCell,
  fault: Omit<RowFault, 'column'>,
): void {
  row.cells[indexOf(table, column)] = value;
  row.faults.push({ column, ...fault });
}

/** A new row after an existing one, marked as a fault as a whole. */
export function insertAfter(
  table: RawTable,
  row: RawRow,
  cells: RawCell[],
  fault: RowFault,
): RawRow {
  const added: RawRow = { cells, faults: [fault] };
  table.rows.splice(table.rows.indexOf(row) + 1, 0, added);
  return added;
}

function indexOf(table: RawTable, column: string): number {
  const index = table.columns.indexOf(column);
  if (index < 0) throw new RangeError(`the extract has no column ${column}`);
  return index;
}

/** Chooses n rows without a fault so far that pass the test; the same rows every time. */
export function victims(
  table: RawTable,
  random: Random,
  n: number,
  test: (row: RawRow) => boolean = () => true,
): RawRow[] {
  const fit = table.rows.filter((row) => row.faults.length === 0 && test(row));
  if (fit.length < n) throw new RangeError(`only ${fit.length} of ${n} rows can be spoiled`);
  return random.shuffled(fit).slice(0, n);
}

/** Repeats n rows exactly, each right under itself. */
export function repeatRows(table: RawTable, random: Random, n: number): void {
  for (const row of victims(table, random, n)) {
    insertAfter(table, row, [...row.cells], {
      kind: 'duplicate-row',
      note: 'Repeats the row above exactly.',
    });
  }
}

/** Writes other spellings of one value into a column: `{ 'HV': 9 }` in nine rows. */
export function respell(
  table: RawTable,
  random: Random,
  column: string,
  right: string,
  variants: Readonly<Record<string, number>>,
): void {
  for (const [written, n] of Object.entries(variants)) {
    for (const row of victims(table, random, n, (r) => cellOf(table, r, column) === right)) {
      spoil(table, row, column, written, {
        kind: 'spelling',
        note: `Another spelling of “${right}”.`,
        instead: right,
      });
    }
  }
}

/** Writes codes for “not known” into a column. */
export function forget(
  table: RawTable,
  random: Random,
  column: string,
  codes: Readonly<Record<string, number>>,
  test: (row: RawRow) => boolean = () => true,
): void {
  for (const [code, n] of Object.entries(codes)) {
    for (const row of victims(table, random, n, test)) {
      spoil(table, row, column, code === '' ? null : code, {
        kind: 'missing-code',
        note: code === '' ? 'Left blank.' : `${code} stands for “not known” here.`,
      });
    }
  }
}
