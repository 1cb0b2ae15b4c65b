import type { HotColumn } from '../../columns/hot/hot-column.ts';
import { hotValue } from '../../columns/hot/hot-value.ts';
import { countCodes, failingCells, runsFailing } from '../column-rows.ts';
import { findIdentifiers, IDENTIFIER_LABEL, type IdentifierKind } from '../find-identifiers.ts';
import { judgeColumn } from '../judge-column.ts';
import { maskText } from '../mask-text.ts';
import type { CheckedTable, RowKind, TestOf } from '../rule-kind.ts';
import { labelOf } from '../wording.ts';

/** The kinds that the column as a whole is judged to hold. */
function kindsIn(column: HotColumn, { table }: CheckedTable): Set<IdentifierKind> {
  const counts = countCodes(column, table.rows);
  const values = column
    .texts()
    .map((text, at) => ({ text, n: counts[at + column.floor] as number }));
  return new Set(judgeColumn(column.variable, values).map(({ kind }) => kind));
}

export const identifiers: RowKind<TestOf<'identifiers'>> = {
  label: 'names nobody',
  severity: 'high',
  dimension: 'validity',
  fields: [
    { key: 'variable', label: 'Text', form: { of: 'variable', kinds: ['text', 'category'] } },
  ],
  asks: 'rows',
  sentence: ({ variable }, words) =>
    `${labelOf(words.variables, variable)} holds no NHS number, phone number, e-mail address, postcode, date of birth or name`,
  check: ({ variable }, data) => {
    const kinds = kindsIn(data.table.column(variable), data);
    return failingCells(data.table, [variable], (column) =>
      kinds.size === 0
        ? []
        : runsFailing(column, (value) => {
            const text = String(value);
            return findIdentifiers(text).some(({ kind }) => kinds.has(kind));
          }),
    );
  },
  explain: ({ variable }, { table }, row) => {
    const text = String(hotValue(table.column(variable), row));
    const said = findIdentifiers(text).map(
      ({ kind, from, to }) => `${IDENTIFIER_LABEL[kind]} “${maskText(text.slice(from, to))}”`,
    );
    return {
      wrong: [variable],
      sentence: `${labelOf(table.variables, variable)} holds ${said.join(' and ')}.`,
    };
  },
};
