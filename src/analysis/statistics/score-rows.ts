import { numbersOrNull, wrongInput } from './read-input.ts';

export interface ScoreRows {
  /** The complete rows. */
  rows: number[][];
  /** Values in each row. */
  width: number;
  /** Rows left out because a value is missing. */
  incomplete: number;
}

/** A list of rows of numbers (people × items, or × raters); rows with a missing value are left out. */
export function scoreRows(value: unknown, name: string): ScoreRows {
  if (!Array.isArray(value)) throw wrongInput(`“${name}” must be a list of rows.`);
  const all = value.map((row: unknown) => numbersOrNull(row, name));
  const width = all[0]?.length ?? 0;
  if (all.some((row) => row.length !== width)) {
    throw wrongInput(`The rows of “${name}” must have the same number of values.`);
  }
  const rows = all.flatMap((row) => {
    const complete = row.filter((cell) => cell !== null);
    return complete.length === width ? [complete] : [];
  });
  return { rows, width, incomplete: all.length - rows.length };
}

/** The j-th value of every row. */
export function columnOf(rows: readonly (readonly number[])[], j: number): number[] {
  return rows.map((row) => row[j] ?? 0);
}
