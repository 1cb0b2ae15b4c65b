import type { ColumnDecision } from '../model/importing.ts';
import type { ColumnTally } from './column-tally.ts';

/** Numbers that often stand for "no answer" in questionnaires and registers. */
const CANDIDATES = [-999, -99, -9, -8, -1, 8, 9, 77, 88, 97, 98, 99, 777, 888, 997, 998, 999, 9999];

/**
 * A sentence about whole numbers that stand apart from all others and could be missing codes.
 * They are never taken as missing unless a person says so.
 */
export function suspectedCodes(
  { kind, missing }: ColumnDecision,
  { wholes, numbers }: ColumnTally,
): string | undefined {
  if (kind !== 'integer' && kind !== 'decimal') return undefined;
  if (wholes.size < 3 || wholes.size >= 2_000) return undefined;
  const decided = new Set(missing.map(({ code }) => Number(code)));
  const rest = [...wholes.keys()].filter((value) => !CANDIDATES.includes(value));
  if (rest.length < 2) return undefined;
  const low = Math.min(...rest);
  const high = Math.max(...rest);
  const total = numbers.marks['.'].fits;
  const apart = CANDIDATES.filter((value) => {
    const n = wholes.get(value) ?? 0;
    if (n === 0 || decided.has(value) || n > total / 2) return false;
    if (value < 0) return low >= 0;
    return value < 10 ? low >= 0 && value > high + 1 : value > high * 2 && value > high + 10;
  });
  if (apart.length === 0) return undefined;
  const list = apart.map((value) => `${value} (${wholes.get(value)} of ${total})`).join(', ');
  const verb = apart.length === 1 ? 'stands' : 'stand';
  return `${list} ${verb} apart from the rest, ${low} to ${high}: a missing code?`;
}
