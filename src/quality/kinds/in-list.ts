import { otherRuns, runsOf } from '../../columns/hot/code-runs.ts';
import { failingCells } from '../column-rows.ts';
import type { RowKind, TestOf } from '../rule-kind.ts';
import { labelOf, sayCell } from '../wording.ts';

const SHOWN = 8;

export const inList: RowKind<TestOf<'in-list'>> = {
  label: 'is one of some values',
  severity: 'medium',
  dimension: 'validity',
  fields: [
    {
      key: 'variable',
      label: 'Variable',
      form: { of: 'variable', kinds: ['category', 'text', 'identifier', 'integer', 'yesno'] },
    },
    { key: 'values', label: 'Values', form: { of: 'texts' } },
  ],
  asks: 'rows',
  sentence: ({ variable, values }, words) => {
    const list =
      values.length > SHOWN
        ? `${values.slice(0, SHOWN).join(', ')} or ${values.length - SHOWN} other values`
        : values.join(', ');
    return `${labelOf(words.variables, variable)} is one of: ${list}`;
  },
  check: ({ variable, values }, { table }) =>
    failingCells(table, [variable], (column) => otherRuns(column, runsOf(column, values))),
  explain: ({ variable }, { table }, row) => ({
    wrong: [variable],
    sentence: `${labelOf(table.variables, variable)} is ${sayCell(table, variable, row)}, which is not in the list.`,
  }),
};
