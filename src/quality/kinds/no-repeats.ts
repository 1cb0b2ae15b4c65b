import { repeatsOf } from '../repeats.ts';
import type { RowKind, TestOf } from '../rule-kind.ts';

/** Missing agrees with missing. */
export const noRepeats: RowKind<TestOf<'no-repeats'>> = {
  label: 'no row repeats another',
  severity: 'high',
  dimension: 'uniqueness',
  fields: [],
  asks: 'rows',
  sentence: () => 'No row repeats another exactly',
  check: (_, { table }) => repeatsOf(table, names(table)).verdict(),
  explain: (_, { table }, row) => ({
    wrong: [],
    sentence: `Repeats row ${repeatsOf(table, names(table)).firstRow(row) + 1} exactly.`,
  }),
};

const names = ({ variables }: { variables: readonly { name: string }[] }) =>
  variables.map(({ name }) => name);
