import { FORMATS } from '../../model/quality.ts';
import { failingCells, runsFailing } from '../column-rows.ts';
import { FORMAT } from '../formats.ts';
import { maskedCell } from '../mask-text.ts';
import type { RowKind, TestOf } from '../rule-kind.ts';
import { labelOf } from '../wording.ts';

export const format: RowKind<TestOf<'format'>> = {
  label: 'has a known format',
  severity: 'high',
  dimension: 'validity',
  fields: [
    {
      key: 'variable',
      label: 'Variable',
      form: { of: 'variable', kinds: ['identifier', 'text', 'category', 'integer'] },
    },
    {
      key: 'format',
      label: 'Format',
      form: {
        of: 'choice',
        choices: FORMATS.map((value) => ({ value, label: FORMAT[value].label })),
      },
    },
  ],
  asks: 'rows',
  sentence: (test, words) =>
    `${labelOf(words.variables, test.variable)} is ${FORMAT[test.format].label}`,
  check: (test, { table }) => {
    const { fits } = FORMAT[test.format];
    return failingCells(table, [test.variable], (column) =>
      runsFailing(column, (value) => !fits(String(value))),
    );
  },
  explain: (test, { table }, row) => ({
    wrong: [test.variable],
    sentence: `${labelOf(table.variables, test.variable)} ${maskedCell(table, test.variable, row)} is not ${FORMAT[test.format].label}.`,
  }),
};
