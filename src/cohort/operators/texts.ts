import { runsWhere } from '../../columns/hot/code-runs.ts';
import { maskWhere } from '../mask-where.ts';
import { type Operators, TEXTS } from '../operator.ts';
import { foldAscii } from '../scalars.ts';

export const TEXT_OPERATORS: Operators<'contains' | 'starts-with'> = {
  contains: {
    label: 'contains',
    accepts: TEXTS,
    operands: { value: 'part' },
    forms: [{ words: 'contains {value}' }],
    mask: ({ value }, column) => {
      const part = foldAscii(value);
      return maskWhere(column, (cell) => foldAscii(String(cell)).includes(part));
    },
    runs: ({ value }, column) => {
      const part = foldAscii(value);
      return runsWhere(column, (text) => foldAscii(text).includes(part));
    },
    sql: ({ value }, { column }) => ({
      sql: `instr(lower(${column}), lower(?)) > 0`,
      params: [value],
    }),
  },
  'starts-with': {
    label: 'starts with',
    accepts: TEXTS,
    operands: { value: 'part' },
    forms: [{ words: 'starts with {value}' }],
    mask: ({ value }, column) => {
      const part = foldAscii(value);
      return maskWhere(column, (cell) => foldAscii(String(cell)).startsWith(part));
    },
    runs: ({ value }, column) => {
      const part = foldAscii(value);
      return runsWhere(column, (text) => foldAscii(text).startsWith(part));
    },
    sql: ({ value }, { column }) => ({
      sql: `instr(lower(${column}), lower(?)) = 1`,
      params: [value],
    }),
  },
};
