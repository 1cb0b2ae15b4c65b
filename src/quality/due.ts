import { conditionBitmap } from '../cohort/condition-bitmap.ts';
import { conditionSentence } from '../cohort/sentence.ts';
import type { Condition } from '../model/condition.ts';
import { formatNumber } from '../model/format.ts';
import type { RuleField } from '../model/quality.ts';
import { hasRow } from './row-bits.ts';
import type { CheckedTable, Words } from './rule-kind.ts';

/** When a second measurement should be there: some days after the first, or where a condition holds. */
interface Due {
  due?: number;
  when?: Condition;
}

export const DUE_FIELDS: readonly RuleField[] = [
  {
    key: 'due',
    label: 'Due so many days after the first',
    form: { of: 'number', whole: true },
    optional: true,
  },
  { key: 'when', label: 'Due when', form: { of: 'condition' }, optional: true },
];

/** Whether the second of a row is due, of which the first was on a day. */
export function dueIn({ due, when }: Due, { table, frames, today }: CheckedTable) {
  if (due === undefined && when === undefined) return { has: () => true, done: () => {} };
  const within = when && conditionBitmap(when, table, frames);
  return {
    has: (row: number, day: number) =>
      (due !== undefined && day + due < today) || (within !== undefined && hasRow(within, row)),
    done: () => {
      if (within) table.kernel.release(within);
    },
  };
}

/** ", once 180 days have passed, or for records where …" */
export function sayDue({ due, when }: Due, words: Words): string {
  const parts = [
    ...(due === undefined ? [] : [`once ${formatNumber(due, 'count')} days have passed`]),
    ...(when === undefined
      ? []
      : [`for ${conditionSentence(when, words.variables, words.unit, words.linked)}`]),
  ];
  return parts.length === 0 ? '' : `, ${parts.join(', or ')}`;
}
