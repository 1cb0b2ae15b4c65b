import { hotValue } from '../../columns/hot/hot-value.ts';
import { failingCells, runsFailing } from '../column-rows.ts';
import type { RowKind, TestOf } from '../rule-kind.ts';
import { fitsShape } from '../shapes.ts';
import { labelOf } from '../wording.ts';

/** Identifiers that have lost their zeros, or have become 9.43E+09, no longer have the shape of the others. */
export const shape: RowKind<TestOf<'shape'>> = {
  label: 'has a shape',
  severity: 'high',
  dimension: 'validity',
  fields: [
    {
      key: 'variable',
      label: 'Variable',
      form: { of: 'variable', kinds: ['identifier', 'text', 'category'] },
    },
    { key: 'shapes', label: 'Shapes: 9 a digit, A a capital, a a letter', form: { of: 'texts' } },
  ],
  asks: 'rows',
  sentence: ({ variable, shapes }, words) =>
    `${labelOf(words.variables, variable)} has the shape ${shapes.join(' or ')}`,
  check: ({ variable, shapes }, { table }) =>
    failingCells(table, [variable], (column) =>
      runsFailing(column, (value) => !shapes.some((each) => fitsShape(String(value), each))),
    ),
  explain: ({ variable, shapes }, { table }, row) => {
    const text = String(hotValue(table.column(variable), row));
    const wanted = shapes.find((each) => /^9+$/.test(each) && each.length > text.length);
    const hint = /e\+?\d+$/i.test(text)
      ? ' A spreadsheet has written it as a power of ten.'
      : wanted && /^[1-9]\d*$/.test(text)
        ? ' It may have lost its leading zeros.'
        : '';
    return {
      wrong: [variable],
      sentence: `${labelOf(table.variables, variable)} is “${text}”, not ${shapes.join(' or ')}.${hint}`,
    };
  },
};
