import { financialYearLabel } from '../../model/calendar.ts';
import { monthCounts, sayMonth } from '../months.ts';
import type { ItemKind, TestOf } from '../rule-kind.ts';
import { labelOf } from '../wording.ts';

const APRIL = 3;

/** The first and the last financial year, where rows begin after April or end before March. */
export const fullYears: ItemKind<TestOf<'full-years'>> = {
  label: 'covers whole financial years',
  severity: 'info',
  dimension: 'timeliness',
  fields: [
    { key: 'variable', label: 'Date', form: { of: 'variable', kinds: ['date', 'datetime'] } },
  ],
  asks: 'items',
  sentence: ({ variable }, words) =>
    `${labelOf(words.variables, variable)} covers whole financial years`,
  check: ({ variable }, { table }) => {
    const { first, counts } = monthCounts(table, variable);
    if (counts.length === 0) return { unit: 'years', items: [], of: 0 };
    const last = first + counts.length - 1;
    const yearOf = (at: number) => Math.floor((at - APRIL) / 12);
    const lacks: [year: number, how: string][] = [];
    if (first % 12 !== APRIL) lacks.push([yearOf(first), `begins with ${sayMonth(first)}`]);
    if (last % 12 !== APRIL - 1) lacks.push([yearOf(last), `ends with ${sayMonth(last)}`]);
    const items = [...Map.groupBy(lacks, ([year]) => year)].map(
      ([year, of]) => `${financialYearLabel(year)} ${of.map(([, how]) => how).join(' and ')}`,
    );
    return { unit: 'years', items, of: yearOf(last) - yearOf(first) + 1 };
  },
};
