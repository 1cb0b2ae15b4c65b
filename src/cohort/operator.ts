import type { CodeRuns } from '../columns/hot/code-runs.ts';
import type { HotColumn } from '../columns/hot/hot-column.ts';
import type { RowMask } from '../columns/mask.ts';
import type { Column } from '../model/column.ts';
import type { Scalar, Test } from '../model/condition.ts';
import { KINDS, type Kind, type Variable } from '../model/variable.ts';
import type { OperandKind } from './operands.ts';

export type Op = Test['op'];

/** The tests that have a given operator. */
export type TestOf<O extends Op, T = Test> = T extends { op: infer Ops }
  ? O extends Ops
    ? T
    : never
  : never;

/** SQL with `?` for each parameter. */
export interface SqlText {
  sql: string;
  params: Scalar[];
}

/** Where SQL finds what a test asks: physical names, which no text of a file or a person enters. */
export interface SqlPlace {
  column: string;
  /** The column of the test's second variable, where it has one. */
  other: string | undefined;
  /** The rows' number, the table's and the variable's: cell notes are kept by them. */
  row: string;
  table: number;
  index: number;
}

/** Words of a test after its variable, `{operand}` for each operand: "is between {low} and {high}". */
export interface Form<T extends Test> {
  words: string;
  /** Whether it says such a test; without it, every one. */
  says?(test: T, variable: Variable): boolean;
}

/**
 * All that one operator means: the rows it keeps as a mask of a frame, as codes of a hot column and as
 * SQL, and its words, which are read by the same forms that say them.
 *
 * A missing value satisfies no test but `missing`; `is-not` and `none-of` therefore do not match
 * missing rows, as NULL does not in SQL. Dates compare as ISO text. `contains` and `starts-with`
 * ignore the case of A–Z, as SQLite does; all other comparisons of text are exact.
 *
 * Tests come with operands that fit (bind-test.ts).
 */
export interface Operator<T extends Test = Test> {
  /** As lists of operators show it. */
  label: string;
  accepts: readonly Kind[];
  operands: { readonly [K in Exclude<keyof T, 'op' | 'variable'>]-?: OperandKind };
  /** The first that says a test is its sentence; whatever one of them reads is understood. */
  forms: readonly Form<T>[];
  mask(test: T, column: Column, other: Column | undefined): RowMask;
  /** Codes that pass, of a test that asks one variable. */
  runs(test: T, column: HotColumn): CodeRuns;
  /** Of a test that asks two variables, both dates: whether two days pass. */
  days?(test: T): (own: number, other: number) => boolean;
  /** Dates and texts are TEXT, whole numbers INTEGER, missing is NULL. */
  sql(test: T, place: SqlPlace): SqlText;
}

export type Operators<O extends Op> = { readonly [K in O]: Operator<TestOf<K>> };

export const TEXTS: readonly Kind[] = ['identifier', 'text', 'category'];
export const NUMBERS: readonly Kind[] = ['integer', 'decimal'];
export const MOMENTS: readonly Kind[] = ['date', 'datetime', 'time'];
export const ORDERED: readonly Kind[] = [...NUMBERS, ...MOMENTS];
/** Kinds of which a value is given exactly. */
export const EXACT = KINDS.filter((kind) => kind !== 'datetime');

export const marks = (values: readonly Scalar[]) => values.map(() => '?').join(', ');
