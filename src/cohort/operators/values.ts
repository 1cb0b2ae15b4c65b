import { otherRuns, runsOf } from '../../columns/hot/code-runs.ts';
import { maskWhere } from '../mask-where.ts';
import { EXACT, marks, type Operators } from '../operator.ts';

/** What is compared value by value. */
export const VALUE_OPERATORS: Operators<'is' | 'is-not' | 'one-of' | 'none-of'> = {
  is: {
    label: 'is',
    accepts: EXACT,
    operands: { value: 'value' },
    forms: [{ words: 'is {value}' }],
    mask: ({ value }, column) => maskWhere(column, (cell) => cell === value),
    runs: ({ value }, column) => runsOf(column, [value]),
    sql: ({ value }, { column }) => ({ sql: `${column} = ?`, params: [value] }),
  },
  'is-not': {
    label: 'is not',
    accepts: EXACT,
    operands: { value: 'value' },
    forms: [{ words: 'is not {value}' }],
    mask: ({ value }, column) => maskWhere(column, (cell) => cell !== value),
    runs: ({ value }, column) => otherRuns(column, runsOf(column, [value])),
    sql: ({ value }, { column }) => ({ sql: `${column} <> ?`, params: [value] }),
  },
  'one-of': {
    label: 'is one of',
    accepts: EXACT,
    operands: { values: 'values' },
    forms: [{ words: 'is {values}' }],
    mask: ({ values }, column) => {
      const wanted = new Set(values);
      return maskWhere(column, (cell) => wanted.has(cell));
    },
    runs: ({ values }, column) => runsOf(column, values),
    sql: ({ values }, { column }) => ({
      sql: `${column} IN (${marks(values)})`,
      params: [...values],
    }),
  },
  'none-of': {
    label: 'is none of',
    accepts: EXACT,
    operands: { values: 'values' },
    forms: [{ words: 'is not {values}' }],
    mask: ({ values }, column) => {
      const unwanted = new Set(values);
      return maskWhere(column, (cell) => !unwanted.has(cell));
    },
    runs: ({ values }, column) => otherRuns(column, runsOf(column, values)),
    sql: ({ values }, { column }) => ({
      // With an empty list NOT IN would be true of NULL.
      sql: `${column} IS NOT NULL AND ${column} NOT IN (${marks(values)})`,
      params: [...values],
    }),
  },
};
