import { chiSquareUpperTail } from '../numeric/chi-square.ts';
import { defined } from '../numeric/defined.ts';
import { sum } from '../numeric/sum.ts';
import { notComputable, wrongInput } from './read-input.ts';
import { columnOf, type ScoreRows } from './score-rows.ts';

export interface CochranQ {
  /** Null when every person answered the same throughout. */
  Q: number | null;
  df: number;
  p: number | null;
  n: number;
}

/**
 * Cochran's Q: does the share of 1s differ between measurements of the same people (Biometrika 37, 1950)?
 * @throws Refusal `not-computable` without a complete row of at least 2 measurements, `unreadable-input`
 *   for a value other than 0 and 1
 */
export function cochranQ({ rows, width: k }: ScoreRows): CochranQ {
  if (rows.length === 0 || k < 2) {
    throw notComputable('Cochran’s Q', 'at least 1 complete row of 2 measurements is required.');
  }
  const other = rows.flat().find((value) => value !== 0 && value !== 1);
  if (other !== undefined) throw wrongInput(`“x” must hold 0 and 1 only, and holds ${other}.`);
  const columns = Array.from({ length: k }, (_, j) => sum(columnOf(rows, j)));
  const people = rows.map((row) => sum(row));
  const total = sum(people);
  const distance = k * sum(columns.map((value) => value ** 2)) - total ** 2;
  const Q = defined(((k - 1) * distance) / sum(people.map((value) => value * (k - value))));
  return {
    Q,
    df: k - 1,
    p: Q === null ? null : chiSquareUpperTail(Q, k - 1),
    n: rows.length,
  };
}
