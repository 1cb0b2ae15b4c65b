import type { HotColumn } from '../../columns/hot/hot-column.ts';
import { hotValue } from '../../columns/hot/hot-value.ts';
import { countCodes, failingCells, runsFailing } from '../column-rows.ts';
import type { RowKind, TestOf } from '../rule-kind.ts';
import { otherSpellings } from '../spelling.ts';
import { labelOf } from '../wording.ts';

/** Other spellings in a column, each with the usual one. */
function spellingsIn(column: HotColumn, rows: number): Map<string, string> {
  const counts = countCodes(column, rows);
  return otherSpellings(
    column.texts().map((text, at) => ({ text, n: counts[at + column.floor] as number })),
  );
}

export const spelling: RowKind<TestOf<'spelling'>> = {
  label: 'is spelt in one way',
  severity: 'medium',
  dimension: 'validity',
  fields: [
    { key: 'variable', label: 'Variable', form: { of: 'variable', kinds: ['category', 'text'] } },
  ],
  asks: 'rows',
  sentence: ({ variable }, words) =>
    `Each value of ${labelOf(words.variables, variable)} is spelt in one way`,
  check: ({ variable }, { table }) => {
    const others = spellingsIn(table.column(variable), table.rows);
    return failingCells(table, [variable], (column) =>
      others.size === 0 ? [] : runsFailing(column, (value) => others.has(String(value))),
    );
  },
  explain: ({ variable }, { table }, row) => {
    const column = table.column(variable);
    const text = String(hotValue(column, row));
    const usual = spellingsIn(column, table.rows).get(text) ?? text;
    return {
      wrong: [variable],
      sentence: `${labelOf(table.variables, variable)} is “${text}”, which looks like “${usual}”.`,
    };
  },
};
