import { conditionBitmap } from '../../cohort/condition-bitmap.ts';
import { conditionSentence } from '../../cohort/sentence.ts';
import { KINDS } from '../../model/variable.ts';
import { hasRow, rowsWhere } from '../row-bits.ts';
import { rowGroups } from '../row-groups.ts';
import type { CheckedTable, RowKind, TestOf } from '../rule-kind.ts';
import { namesOf } from '../wording.ts';

type Test = TestOf<'at-most'>;

/** The place of each row among those of its group that are asked, from 1; 0 = not asked. */
function places({ per, when }: Test, { table, frames }: CheckedTable): Uint32Array {
  const within = when && conditionBitmap(when, table, frames);
  const columns = per.map((name) => table.column(name));
  const { group, groups } = rowGroups(table, per);
  const seen = new Uint32Array(groups);
  const place = new Uint32Array(table.rows);
  for (let row = 0; row < table.rows; row++) {
    if (within && !hasRow(within, row)) continue;
    if (columns.some(({ codes, floor }) => (codes[row] as number) < floor)) continue;
    const at = group[row] as number;
    place[row] = seen[at] = (seen[at] as number) + 1;
  }
  if (within) table.kernel.release(within);
  return place;
}

/** The rows beyond the nth fail, in the order of the table. */
export const atMost: RowKind<Test> = {
  label: 'at most so many rows',
  severity: 'medium',
  dimension: 'uniqueness',
  fields: [
    { key: 'n', label: 'At most', form: { of: 'number', whole: true } },
    { key: 'per', label: 'Rows for each', form: { of: 'variables', kinds: KINDS } },
    { key: 'when', label: 'Counting only', form: { of: 'condition' }, optional: true },
  ],
  asks: 'rows',
  sentence: ({ n, per, when }, words) => {
    const counted = when
      ? ` of ${conditionSentence(when, words.variables, words.unit, words.linked)}`
      : '';
    return `There are at most ${n} rows${counted} for each ${namesOf(words.variables, per)}`;
  },
  check: (test, data) => {
    const place = places(test, data);
    return {
      rows: rowsWhere(data.table.kernel, (row) => (place[row] as number) > test.n),
      of: place.reduce((n, each) => n + (each > 0 ? 1 : 0), 0),
    };
  },
  explain: (test, data, row) => ({
    wrong: test.per,
    sentence: `The ${ordinal(places(test, data)[row] ?? 0)} row for the same ${namesOf(data.table.variables, test.per)}.`,
  }),
};

function ordinal(n: number): string {
  const tens = n % 100;
  const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${ending}`;
}
