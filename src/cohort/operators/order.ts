import { maskWhere } from '../mask-where.ts';
import { type Form, MOMENTS, NUMBERS, type Operators, ORDERED } from '../operator.ts';
import { compareScalars, endOfDay } from '../scalars.ts';
import { runsWithin } from '../within.ts';

const isMoment: NonNullable<Form<never>['says']> = (_, { kind }) => MOMENTS.includes(kind);
const isNumber: NonNullable<Form<never>['says']> = (_, { kind }) => NUMBERS.includes(kind);

/** What has an order: numbers by size, dates and times by the calendar. A bound that is a day holds all of it. */
export const ORDER_OPERATORS: Operators<
  'between' | 'at-least' | 'at-most' | 'below' | 'before' | 'on-or-after' | 'after'
> = {
  between: {
    label: 'is between',
    accepts: ORDERED,
    operands: { low: 'value', high: 'value' },
    forms: [{ words: 'is between {low} and {high}' }],
    mask: ({ low, high }, column) => {
      const end = endOfDay(high);
      return maskWhere(
        column,
        (cell) => compareScalars(cell, low) >= 0 && compareScalars(cell, end) <= 0,
      );
    },
    runs: ({ low, high }, column) => runsWithin(column, { low, high }),
    sql: ({ low, high }, { column }) => ({
      sql: `${column} BETWEEN ? AND ?`,
      params: [low, endOfDay(high)],
    }),
  },
  'at-least': {
    label: 'is at least',
    accepts: ORDERED,
    operands: { value: 'value' },
    forms: [
      { words: 'is at least {value}', says: isNumber },
      { words: 'is on or after {value}', says: isMoment },
    ],
    mask: ({ value }, column) => maskWhere(column, (cell) => compareScalars(cell, value) >= 0),
    runs: ({ value }, column) => runsWithin(column, { low: value }),
    sql: ({ value }, { column }) => ({ sql: `${column} >= ?`, params: [value] }),
  },
  'at-most': {
    label: 'is at most',
    accepts: ORDERED,
    operands: { value: 'value' },
    forms: [
      { words: 'is at most {value}', says: isNumber },
      { words: 'is on or before {value}', says: isMoment },
    ],
    mask: ({ value }, column) => {
      const end = endOfDay(value);
      return maskWhere(column, (cell) => compareScalars(cell, end) <= 0);
    },
    runs: ({ value }, column) => runsWithin(column, { high: value }),
    sql: ({ value }, { column }) => ({ sql: `${column} <= ?`, params: [endOfDay(value)] }),
  },
  below: {
    label: 'is below',
    accepts: NUMBERS,
    operands: { value: 'value' },
    forms: [{ words: 'is below {value}' }],
    mask: ({ value }, column) => maskWhere(column, (cell) => compareScalars(cell, value) < 0),
    runs: ({ value }, column) => runsWithin(column, { below: value }),
    sql: ({ value }, { column }) => ({ sql: `${column} < ?`, params: [value] }),
  },
  before: {
    label: 'is before',
    accepts: MOMENTS,
    operands: { value: 'value' },
    forms: [{ words: 'is before {value}' }],
    mask: ({ value }, column) => maskWhere(column, (cell) => compareScalars(cell, value) < 0),
    runs: ({ value }, column) => runsWithin(column, { below: value }),
    sql: ({ value }, { column }) => ({ sql: `${column} < ?`, params: [value] }),
  },
  'on-or-after': {
    label: 'is on or after',
    accepts: MOMENTS,
    operands: { value: 'value' },
    forms: [{ words: 'is on or after {value}' }],
    mask: ({ value }, column) => maskWhere(column, (cell) => compareScalars(cell, value) >= 0),
    runs: ({ value }, column) => runsWithin(column, { low: value }),
    sql: ({ value }, { column }) => ({ sql: `${column} >= ?`, params: [value] }),
  },
  after: {
    label: 'is after',
    accepts: MOMENTS,
    operands: { value: 'value' },
    forms: [{ words: 'is after {value}' }],
    mask: ({ value }, column) => {
      const end = endOfDay(value);
      return maskWhere(column, (cell) => compareScalars(cell, end) > 0);
    },
    runs: ({ value }, column) => runsWithin(column, { above: value }),
    sql: ({ value }, { column }) => ({ sql: `${column} > ?`, params: [endOfDay(value)] }),
  },
};
