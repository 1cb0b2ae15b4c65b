import type { RowMask } from '../columns/mask.ts';
import type { Column } from '../model/column.ts';
import type { Scalar, Test } from '../model/condition.ts';
import { KINDS, type Kind, type Variable } from '../model/variable.ts';
import { maskMissing, maskPresent, maskWhere } from './mask-where.ts';
import { sayList, sayValue } from './say.ts';
import { compareScalars, endOfDay, foldAscii } from './scalars.ts';

export type Op = Test['op'];

/** The tests that have a given operator. */
type TestOf<O extends Op, T = Test> = T extends { op: infer Ops }
  ? O extends Ops
    ? T
    : never
  : never;

/** SQL with `?` for each parameter. */
export interface SqlText {
  sql: string;
  params: Scalar[];
}

/**
 * All that one operator means: the rows it keeps, the same as SQL, and the same in words.
 *
 * A missing value satisfies no test but `missing`; `is-not` and `none-of` therefore do not match
 * missing rows, as NULL does not in SQL. Dates compare as ISO text. `contains` and `starts-with`
 * ignore the case of A–Z, as SQLite does; all other comparisons of text are exact.
 *
 * Tests come with operands in the form of the variable's kind (bind-test.ts).
 */
export interface Operator<T extends Test = Test> {
  /** As lists of operators show it. */
  label: string;
  accepts: readonly Kind[];
  mask(test: T, column: Column): RowMask;
  /** Over a physical column: dates and texts are TEXT, whole numbers INTEGER, missing is NULL. */
  sql(test: T, column: string): SqlText;
  /** What follows the variable's label: "is between 3 and 5". */
  phrase(test: T, variable: Variable): string;
}

const TEXTS: readonly Kind[] = ['identifier', 'text', 'category'];
const MOMENTS: readonly Kind[] = ['date', 'datetime', 'time'];
const ORDERED: readonly Kind[] = ['integer', 'decimal', ...MOMENTS];
const EXACT = KINDS.filter((kind) => kind !== 'datetime');

const onDates = (variable: Variable, words: string, otherwise: string) =>
  MOMENTS.includes(variable.kind) ? words : otherwise;

export const OPERATORS: { readonly [O in Op]: Operator<TestOf<O>> } = {
  is: {
    label: 'is',
    accepts: EXACT,
    mask: ({ value }, column) => maskWhere(column, (cell) => cell === value),
    sql: ({ value }, column) => ({ sql: `${column} = ?`, params: [value] }),
    phrase: ({ value }, variable) => `is ${sayValue(variable, value)}`,
  },
  'is-not': {
    label: 'is not',
    accepts: EXACT,
    mask: ({ value }, column) => maskWhere(column, (cell) => cell !== value),
    sql: ({ value }, column) => ({ sql: `${column} <> ?`, params: [value] }),
    phrase: ({ value }, variable) => `is not ${sayValue(variable, value)}`,
  },
  'one-of': {
    label: 'is one of',
    accepts: EXACT,
    mask: ({ values }, column) => {
      const wanted = new Set(values);
      return maskWhere(column, (cell) => wanted.has(cell));
    },
    sql: ({ values }, column) => ({ sql: `${column} IN (${marks(values)})`, params: [...values] }),
    phrase: ({ values }, variable) => `is ${sayList(variable, values, 'or')}`,
  },
  'none-of': {
    label: 'is none of',
    accepts: EXACT,
    mask: ({ values }, column) => {
      const unwanted = new Set(values);
      return maskWhere(column, (cell) => !unwanted.has(cell));
    },
    sql: ({ values }, column) => ({
      // With an empty list NOT IN would be true of NULL.
      sql: `${column} IS NOT NULL AND ${column} NOT IN (${marks(values)})`,
      params: [...values],
    }),
    phrase: ({ values }, variable) => `is not ${sayList(variable, values, 'or')}`,
  },
  between: {
    label: 'is between',
    accepts: ORDERED,
    mask: ({ low, high }, column) => {
      const end = endOfDay(high);
      return maskWhere(
        column,
        (cell) => compareScalars(cell, low) >= 0 && compareScalars(cell, end) <= 0,
      );
    },
    sql: ({ low, high }, column) => ({
      sql: `${column} BETWEEN ? AND ?`,
      params: [low, endOfDay(high)],
    }),
    phrase: ({ low, high }, variable) =>
      `is between ${sayValue(variable, low)} and ${sayValue(variable, high)}`,
  },
  'at-least': {
    label: 'is at least',
    accepts: ORDERED,
    mask: ({ value }, column) => maskWhere(column, (cell) => compareScalars(cell, value) >= 0),
    sql: ({ value }, column) => ({ sql: `${column} >= ?`, params: [value] }),
    phrase: ({ value }, variable) =>
      `is ${onDates(variable, 'on or after', 'at least')} ${sayValue(variable, value)}`,
  },
  'at-most': {
    label: 'is at most',
    accepts: ORDERED,
    mask: ({ value }, column) => {
      const end = endOfDay(value);
      return maskWhere(column, (cell) => compareScalars(cell, end) <= 0);
    },
    sql: ({ value }, column) => ({ sql: `${column} <= ?`, params: [endOfDay(value)] }),
    phrase: ({ value }, variable) =>
      `is ${onDates(variable, 'on or before', 'at most')} ${sayValue(variable, value)}`,
  },
  below: {
    label: 'is below',
    accepts: ['integer', 'decimal'],
    mask: ({ value }, column) => maskWhere(column, (cell) => compareScalars(cell, value) < 0),
    sql: ({ value }, column) => ({ sql: `${column} < ?`, params: [value] }),
    phrase: ({ value }, variable) => `is below ${sayValue(variable, value)}`,
  },
  before: {
    label: 'is before',
    accepts: MOMENTS,
    mask: ({ value }, column) => maskWhere(column, (cell) => compareScalars(cell, value) < 0),
    sql: ({ value }, column) => ({ sql: `${column} < ?`, params: [value] }),
    phrase: ({ value }, variable) => `is before ${sayValue(variable, value)}`,
  },
  'on-or-after': {
    label: 'is on or after',
    accepts: MOMENTS,
    mask: ({ value }, column) => maskWhere(column, (cell) => compareScalars(cell, value) >= 0),
    sql: ({ value }, column) => ({ sql: `${column} >= ?`, params: [value] }),
    phrase: ({ value }, variable) => `is on or after ${sayValue(variable, value)}`,
  },
  contains: {
    label: 'contains',
    accepts: TEXTS,
    mask: ({ value }, column) => {
      const part = foldAscii(value);
      return maskWhere(column, (cell) => foldAscii(String(cell)).includes(part));
    },
    sql: ({ value }, column) => ({ sql: `instr(lower(${column}), lower(?)) > 0`, params: [value] }),
    phrase: ({ value }) => `contains “${value}”`,
  },
  'starts-with': {
    label: 'starts with',
    accepts: TEXTS,
    mask: ({ value }, column) => {
      const part = foldAscii(value);
      return maskWhere(column, (cell) => foldAscii(String(cell)).startsWith(part));
    },
    sql: ({ value }, column) => ({ sql: `instr(lower(${column}), lower(?)) = 1`, params: [value] }),
    phrase: ({ value }) => `starts with “${value}”`,
  },
  missing: {
    label: 'is missing',
    accepts: KINDS,
    mask: (_, column) => maskMissing(column),
    sql: (_, column) => ({ sql: `${column} IS NULL`, params: [] }),
    phrase: () => 'is missing',
  },
  present: {
    label: 'is not missing',
    accepts: KINDS,
    mask: (_, column) => maskPresent(column),
    sql: (_, column) => ({ sql: `${column} IS NOT NULL`, params: [] }),
    phrase: () => 'is not missing',
  },
};

const marks = (values: readonly Scalar[]) => values.map(() => '?').join(', ');
