/**
 * Who or what is meant: a condition as data. Its meaning (rows kept, SQL, sentence)
 * is defined once an operator, in src/cohort/.
 */
export type Scalar = string | number;

export type Test =
  | { op: 'is' | 'is-not'; variable: string; value: Scalar }
  | { op: 'one-of' | 'none-of'; variable: string; values: readonly Scalar[] }
  | { op: 'between'; variable: string; low: Scalar; high: Scalar }
  | { op: 'at-least' | 'at-most' | 'below'; variable: string; value: Scalar }
  | { op: 'before' | 'on-or-after'; variable: string; value: string }
  | { op: 'contains' | 'starts-with'; variable: string; value: string }
  | { op: 'missing' | 'present'; variable: string };

export type Condition =
  | Test
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition };

/** Everybody: the empty conjunction. */
export const EVERYONE: Condition = { all: [] };
