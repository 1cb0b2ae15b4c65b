import { isKeyed, type KeyedRun } from './keyed-run.ts';
import type { NumbersByRow, RawRun } from './raw-run.ts';

/**
 * A run whose stretches pass over some regular rows; all others keep their places.
 * @param rows ascending
 */
export function withoutRows(run: RawRun, rows: Uint32Array): RawRun {
  const numbers: NumbersByRow = {
    at: (row) => run.numbers.at(row),
    stretches: (from, to) => stretchesBetween(run, rows, from, to),
  };
  if (!isKeyed(run)) return { ...run, numbers };
  const coded = () => run.coded().map((part) => withoutRows(part, rows));
  const keyed: KeyedRun = { ...run, numbers, coded };
  return keyed;
}

function* stretchesBetween(
  { first, numbers: all }: RawRun,
  rows: Uint32Array,
  from: number,
  to: number,
): ReturnType<NumbersByRow['stretches']> {
  let next = 0;
  for (const { at, numbers } of all.stretches(from, to)) {
    let start = 0;
    while (next < rows.length && (rows[next] as number) < first + at + numbers.length) {
      const place = (rows[next++] as number) - first - at;
      if (place < start) continue;
      if (place > start) yield { at: at + start, numbers: numbers.subarray(start, place) };
      start = place + 1;
    }
    if (start < numbers.length) yield { at: at + start, numbers: numbers.subarray(start) };
  }
}
