import { conditionBitmap } from '../../cohort/condition-bitmap.ts';
import { conditionSentence } from '../../cohort/sentence.ts';
import type { HotTable } from '../../columns/hot/hot-table.ts';
import { hotValue } from '../../columns/hot/hot-value.ts';
import { failingCells } from '../column-rows.ts';
import { linkedRows, NO_ROW } from '../linked-rows.ts';
import { hasRow } from '../row-bits.ts';
import type { CheckedTable, RowKind, TestOf } from '../rule-kind.ts';
import { labelOf, sayCell } from '../wording.ts';

type Test = TestOf<'exists'>;

const NOBODY = 0;
const UNFIT = 1;
const THERE = 2;

/** For each code, whether the other table has it, and has it in a row that meets the condition. */
function standing({ variable, table: name, key, where }: Test, data: CheckedTable): Uint8Array {
  const column = data.table.column(variable);
  const other: HotTable = data.linked(name);
  const keys = other.column(key);
  const anywhere = linkedRows(column, keys, other.rows);
  if (!where) return Uint8Array.from(anywhere, (row) => (row === NO_ROW ? NOBODY : THERE));
  const fit = conditionBitmap(where, other, data.frames);
  const fitting = new Set<string>();
  for (let row = 0; row < other.rows; row++) {
    if (hasRow(fit, row)) fitting.add(String(hotValue(keys, row)));
  }
  other.kernel.release(fit);
  return Uint8Array.from(anywhere, (row) =>
    row === NO_ROW ? NOBODY : fitting.has(String(hotValue(keys, row))) ? THERE : UNFIT,
  );
}

export const exists: RowKind<Test> = {
  label: 'exists in another table',
  severity: 'high',
  dimension: 'consistency',
  fields: [
    {
      key: 'variable',
      label: 'Variable',
      form: { of: 'variable', kinds: ['identifier', 'text', 'category', 'integer'] },
    },
    { key: 'table', label: 'Table', form: { of: 'table' } },
    { key: 'key', label: 'Its variable', form: { of: 'key' } },
    {
      key: 'where',
      label: 'Among those that',
      form: { of: 'condition', on: 'linked' },
      optional: true,
    },
  ],
  asks: 'rows',
  sentence: ({ variable, table, key, where }, words) => {
    const other = words.linked(table);
    const there = where
      ? conditionSentence(where, other.variables, other.label, words.linked)
      : `${other.label}, ${labelOf(other.variables, key)}`;
    return `${labelOf(words.variables, variable)} is in ${there}`;
  },
  // Who is in the other table but does not meet the condition fails a rule with one; who is not there
  // at all fails the rule without.
  check: (test, data) => {
    const stands = standing(test, data);
    const failing = test.where ? UNFIT : NOBODY;
    return failingCells(data.table, [test.variable], ({ floor, size }) => {
      const runs: [number, number][] = [];
      for (let code = floor; code < size; code++) {
        if (stands[code] !== failing) continue;
        const last = runs.at(-1);
        if (last && last[1] === code - 1) last[1] = code;
        else runs.push([code, code]);
      }
      return runs;
    });
  },
  explain: ({ variable, table, where }, data, row) => {
    const id = `${labelOf(data.table.variables, variable)} ${sayCell(data.table, variable, row)}`;
    const sentence = where
      ? `${id} is in ${data.label(table)}, but not among ${conditionSentence(where, data.linked(table).variables, 'rows', data.linked)}.`
      : `${id} is not in ${data.label(table)}.`;
    return { wrong: [variable], sentence };
  },
};
