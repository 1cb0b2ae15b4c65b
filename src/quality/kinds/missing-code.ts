import { runsOf } from '../../columns/hot/code-runs.ts';
import { failingCells } from '../column-rows.ts';
import { MAY_HOLD_CODES } from '../missing-codes.ts';
import type { RowKind, TestOf } from '../rule-kind.ts';
import { labelOf, sayCell } from '../wording.ts';

export const missingCode: RowKind<TestOf<'missing-code'>> = {
  label: 'holds no code for a missing value',
  severity: 'info',
  dimension: 'completeness',
  fields: [
    {
      key: 'variable',
      label: 'Variable',
      form: { of: 'variable', kinds: MAY_HOLD_CODES },
    },
    { key: 'values', label: 'Codes', form: { of: 'texts' } },
  ],
  asks: 'rows',
  sentence: ({ variable, values }, words) => {
    const codes = values.map((value) => value.replace(/^-(?=\d)/, '−'));
    return `No ${codes.join(' or ')} in ${labelOf(words.variables, variable)} stands for a missing value`;
  },
  check: ({ variable, values }, { table }) =>
    failingCells(table, [variable], (column) => runsOf(column, values)),
  explain: ({ variable }, { table }, row) => ({
    wrong: [variable],
    sentence: `${labelOf(table.variables, variable)} is ${sayCell(table, variable, row)}, which may stand for a missing value.`,
  }),
};
