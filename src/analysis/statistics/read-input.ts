import { Refusal } from '../../model/refusal.ts';

/** The named parts of a statistic's input or options; `{}` for none. */
export function record(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw wrongInput(`${what} must be an object with named parts.`);
  }
  return value as Record<string, unknown>;
}

/** A list of numbers in which null is a missing value. */
export function numbersOrNull(value: unknown, name: string): (number | null)[] {
  if (!Array.isArray(value)) throw wrongInput(`“${name}” must be a list of numbers.`);
  return value.map((entry: unknown, i) => {
    if (entry === null) return null;
    if (typeof entry === 'number' && Number.isFinite(entry)) return entry;
    throw wrongInput(`“${name}” holds something other than a number or null at position ${i + 1}.`);
  });
}

/** The numbers of a list, missing ones left out. */
export function numbers(value: unknown, name: string): number[] {
  return numbersOrNull(value, name).filter((entry) => entry !== null);
}

/** Two lists of equal length, and the pairs in which neither is missing. */
export function pairs(x: unknown, y: unknown): { x: number[]; y: number[] } {
  const first = numbersOrNull(x, 'x');
  const second = numbersOrNull(y, 'y');
  if (first.length !== second.length) {
    throw wrongInput(
      `“x” has ${first.length} values and “y” has ${second.length}: pairs need as many of each.`,
    );
  }
  const both = first.flatMap((a, i) => {
    const b = second[i] ?? null;
    return a === null || b === null ? [] : [[a, b] as const];
  });
  return { x: both.map(([a]) => a), y: both.map(([, b]) => b) };
}

/** A number, or the fallback when it was not given. */
export function numberOr(value: unknown, name: string, fallback: number): number {
  if (value === undefined || value === null) return fallback;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw wrongInput(`“${name}” must be a number.`);
}

/** True or false, or the fallback when it was not given. */
export function trueOr(value: unknown, name: string, fallback: boolean): boolean {
  if (value === undefined || value === null) return fallback;
  if (typeof value === 'boolean') return value;
  throw wrongInput(`“${name}” must be true or false.`);
}

/** A whole number of at least 0. */
export function count(value: unknown, name: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw wrongInput(`“${name}” must be a whole number of at least 0.`);
}

/** A table of counts: at least one row, rows of equal length. */
export function countTable(value: unknown, name: string): number[][] {
  if (!Array.isArray(value) || value.length === 0)
    throw wrongInput(`“${name}” must be a list of rows.`);
  const table = value.map((row: unknown, i) => {
    if (!Array.isArray(row))
      throw wrongInput(`Row ${i + 1} of “${name}” must be a list of counts.`);
    return row.map((cell: unknown, j) => count(cell, `${name}[${i + 1}][${j + 1}]`));
  });
  const width = table[0]?.length ?? 0;
  if (width === 0 || table.some((row) => row.length !== width)) {
    throw wrongInput(`The rows of “${name}” must have the same number of counts, at least one.`);
  }
  return table;
}

/** Confidence level `conf` of the options, 0.95 unless given. */
export function confidence(options: unknown): number {
  const level = numberOr(record(options, 'The options').conf, 'conf', 0.95);
  if (level > 0 && level < 1) return level;
  throw wrongInput(`“conf” must lie between 0 and 1, and ${level} does not.`);
}

export function wrongInput(message: string): Refusal {
  return new Refusal('unreadable-input', message, {
    hint: 'Each case is {"id", "test", "input", "options"?}, with null for a missing value.',
  });
}

/**
 * The statistic cannot be computed from these numbers.
 * @param reason a clause that ends the sentence "not computable because …", with its full stop
 */
export function notComputable(statistic: string, reason: string, hint = ''): Refusal {
  return new Refusal('not-computable', `${statistic}: not computable because ${reason}`, { hint });
}
