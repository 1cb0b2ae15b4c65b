/**
 * Who or what is meant: a condition as data. Its meaning (rows kept, SQL, sentence)
 * is defined once an operator, in src/cohort/.
 */
export type Scalar = string | number;

/** A stretch of time; months and years go by the calendar. */
export const SPANS = ['days', 'weeks', 'months', 'years'] as const;

export type Span = (typeof SPANS)[number];

/** A day (`2022-04-01`) that is the same for every row, or the date that each row has in a variable. */
export type Moment = { day: string } | { variable: string };

export type Test =
  | { op: 'is' | 'is-not'; variable: string; value: Scalar }
  | { op: 'one-of' | 'none-of'; variable: string; values: readonly Scalar[] }
  | { op: 'between'; variable: string; low: Scalar; high: Scalar }
  | { op: 'at-least' | 'at-most' | 'below'; variable: string; value: Scalar }
  | { op: 'before' | 'after' | 'on-or-after'; variable: string; value: string }
  /** The `n` days, weeks … that end with a day of the condition's own: it means the same next year. */
  | { op: 'within-last'; variable: string; n: number; unit: Span; until: string }
  /** Years from 1 April to 31 March: "2022/23". */
  | { op: 'in-financial-year'; variable: string; years: readonly string[] }
  | { op: 'contains' | 'starts-with'; variable: string; value: string }
  /** For any reason, or for one of some. */
  | { op: 'missing'; variable: string; reasons?: readonly string[] }
  | { op: 'present'; variable: string }
  /** Of a date of birth: the age then, in completed units, is from `low` to `high`. */
  | { op: 'age-at'; variable: string; at: Moment; unit: Span; low?: number; high?: number };

/** The rows of another table that belong to a row: those with its key. */
export interface Link {
  table: string;
  /** Variable of the row's own table, and the one of the other table that has to be the same. */
  key: string;
  foreignKey: string;
}

/** How many linked rows there are that meet a condition; without bounds, at least one. */
export interface LinkedRows {
  linked: Link;
  least?: number;
  most?: number;
  where?: Condition;
}

/**
 * The first, the nth or the last of the rows with the same key, in order of a variable; of those that
 * meet a condition, where one is given. Among equals the order of the table decides.
 */
export interface NthRow {
  nth: number | 'last';
  by: string;
  /** Variable that says whose rows they are. */
  of: string;
  where?: Condition;
}

export type Condition =
  | Test
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }
  | LinkedRows
  | NthRow;

/** Everybody: the empty conjunction. */
export const EVERYONE: Condition = { all: [] };
