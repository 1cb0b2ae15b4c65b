export interface Frequencies {
  levels: readonly string[];
  count: readonly number[];
  percent_of_all: readonly (number | null)[];
  percent_valid: readonly (number | null)[];
  cumulative_valid: readonly (number | null)[];
  n_valid: number;
  n_missing: number;
  n_total: number;
}

/**
 * Counts and percentages of values; null is missing.
 * @param levels values to be listed, in order, also those that do not occur; left out = the values
 *   that occur, numbers ascending, text in alphabetical order
 */
export function frequencies(
  x: readonly (string | number | null)[],
  levels?: readonly (string | number)[],
): Frequencies {
  const counts = new Map<string, number>();
  for (const value of levels ?? sortedValues(x)) counts.set(String(value), 0);
  let total = x.length;
  let missing = 0;
  for (const value of x) {
    const before = value === null ? undefined : counts.get(String(value));
    if (value === null) missing++;
    else if (before === undefined) total--;
    else counts.set(String(value), before + 1);
  }
  const count = [...counts.values()];
  const valid = total - missing;
  return {
    levels: [...counts.keys()],
    count,
    ...percentages(count, valid, total),
    n_valid: valid,
    n_missing: missing,
    n_total: total,
  };
}

/** Percentages of counts; null where the base is empty. The cumulated counts are added up before dividing. */
export function percentages(count: readonly number[], valid: number, total: number) {
  const share = (n: number, of: number) => (of > 0 ? (100 * n) / of : null);
  return {
    percent_of_all: count.map((n) => share(n, total)),
    percent_valid: count.map((n) => share(n, valid)),
    cumulative_valid: count.map((_, i) =>
      share(
        count.slice(0, i + 1).reduce((a, b) => a + b, 0),
        valid,
      ),
    ),
  };
}

function sortedValues(x: readonly (string | number | null)[]): (string | number)[] {
  const order = new Intl.Collator('en-GB');
  return [...new Set(x.filter((value) => value !== null))].sort((a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : order.compare(String(a), String(b)),
  );
}
