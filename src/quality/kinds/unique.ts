import { KINDS } from '../../model/variable.ts';
import { repeatsOf } from '../repeats.ts';
import type { RowKind, TestOf } from '../rule-kind.ts';
import { labelOf, namesOf, sayCell } from '../wording.ts';

type Test = TestOf<'unique'>;

const options = (test: Test) => ({ whenPresent: true, anyCase: test.anyCase === true });

/** The second and later rows with the same values fail; a row in which one of them is missing is not asked. */
export const unique: RowKind<Test> = {
  label: 'is unique',
  severity: 'high',
  dimension: 'uniqueness',
  fields: [
    { key: 'variables', label: 'Variables together', form: { of: 'variables', kinds: KINDS } },
    { key: 'anyCase', label: 'Overlook case and spaces', form: { of: 'yes' }, optional: true },
  ],
  asks: 'rows',
  sentence: ({ variables }, words) =>
    variables.length === 1
      ? `${namesOf(words.variables, variables)} is in one row only`
      : `${namesOf(words.variables, variables)} together are in one row only`,
  check: (test, { table }) => repeatsOf(table, test.variables, options(test)).verdict(),
  explain: (test, { table }, row) => {
    const first = repeatsOf(table, test.variables, options(test)).firstRow(row);
    const said = test.variables.map(
      (name) => `${labelOf(table.variables, name)} ${sayCell(table, name, row)}`,
    );
    return {
      wrong: test.variables,
      sentence: `${said.join(', ')} ${said.length > 1 ? 'stand' : 'stands'} in row ${first + 1} already.`,
    };
  },
};
