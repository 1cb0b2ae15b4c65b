import { formatNumber } from '../../model/format.ts';
import type { ItemKind, TestOf } from '../rule-kind.ts';

/** Rows that the import set aside. */
export const allLoaded: ItemKind<TestOf<'all-loaded'>> = {
  label: 'every row was loaded',
  severity: 'medium',
  dimension: 'completeness',
  fields: [],
  asks: 'items',
  ofTheFile: true,
  sentence: () => 'Every row of the file was loaded',
  check: (_, { table, imported }) => {
    const quarantine = imported?.quarantine ?? [];
    return {
      unit: 'rows of the file',
      items: quarantine.map(
        ({ file, row, reason }) => `${file}, row ${formatNumber(row, 'count')}: ${reason}`,
      ),
      of: table.rows + quarantine.length,
    };
  },
};
