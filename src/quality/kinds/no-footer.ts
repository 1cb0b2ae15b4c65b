import type { ItemKind, TestOf } from '../rule-kind.ts';

/** Totals and notes under the data, which the import left out. */
export const noFooter: ItemKind<TestOf<'no-footer'>> = {
  label: 'nothing stands under the data',
  severity: 'info',
  dimension: 'validity',
  fields: [],
  asks: 'items',
  ofTheFile: true,
  sentence: () => 'No totals or notes stand under the data',
  check: (_, { table, imported }) => {
    const footers = (imported?.footers ?? []).filter(({ rows }) => rows > 0);
    return {
      unit: 'rows of the file',
      items: footers.flatMap(({ file, rows }) =>
        Array.from({ length: rows }, (_each, at) =>
          rows === 1
            ? `${file}: the last row is no data and was left out`
            : `${file}: row ${at + 1} of ${rows} under the data was left out`,
        ),
      ),
      of: table.rows + footers.reduce((sum, { rows }) => sum + rows, 0),
    };
  },
};
