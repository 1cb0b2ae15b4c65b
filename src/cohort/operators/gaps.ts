import { runsMissing, runsPresent } from '../../columns/hot/code-runs.ts';
import { EMPTY } from '../../model/column.ts';
import { KINDS } from '../../model/variable.ts';
import { maskMissing, maskPresent } from '../mask-where.ts';
import { marks, type Operators } from '../operator.ts';

/** Why a cell has no value: what its note says of it, and without a note that it was empty. */
const reasonOf = (row: string) =>
  `coalesce((SELECT CASE kind WHEN 'problem' THEN 'not a valid value' ELSE nullif(reason, '') END
    FROM attune_cell_note WHERE table_id = ? AND row = ${row} AND column = ? AND kind <> 'raw'), '${EMPTY}')`;

/** Whether there is a value, and why not. */
export const GAP_OPERATORS: Operators<'missing' | 'present'> = {
  missing: {
    label: 'is missing',
    accepts: KINDS,
    operands: { reasons: 'reasons' },
    forms: [
      { words: 'is missing', says: ({ reasons }) => reasons === undefined },
      { words: 'is missing because {reasons}', says: ({ reasons }) => reasons !== undefined },
    ],
    mask: ({ reasons }, column) => maskMissing(column, reasons),
    runs: ({ reasons }, column) => runsMissing(column, reasons),
    sql: ({ reasons }, { column, row, table, index }) =>
      reasons === undefined
        ? { sql: `${column} IS NULL`, params: [] }
        : {
            sql: `${column} IS NULL AND ${reasonOf(row)} IN (${marks(reasons)})`,
            params: [table, index, ...reasons],
          },
  },
  present: {
    label: 'is not missing',
    accepts: KINDS,
    operands: {},
    forms: [{ words: 'is not missing' }],
    mask: (_, column) => maskPresent(column),
    runs: (_, column) => runsPresent(column),
    sql: (_, { column }) => ({ sql: `${column} IS NOT NULL`, params: [] }),
  },
};
