import { formatNumber } from '../../model/format.ts';
import { monthCounts, sayMonth } from '../months.ts';
import type { ItemKind, TestOf } from '../rule-kind.ts';
import { labelOf } from '../wording.ts';

/** Months on either side that a month is compared to. */
const AROUND = 6;
/** With fewer rows in a month on average, none in one says nothing. */
const FEWEST = 5;

/**
 * Months without rows, and months with far fewer or more than those around them: beyond two standard
 * deviations and by half of their mean.
 */
export const volume: ItemKind<TestOf<'volume'>> = {
  label: 'comes in every month alike',
  severity: 'info',
  dimension: 'timeliness',
  fields: [
    { key: 'variable', label: 'Date', form: { of: 'variable', kinds: ['date', 'datetime'] } },
  ],
  asks: 'items',
  sentence: ({ variable }, words) =>
    `No month of ${labelOf(words.variables, variable)} has far fewer or more ${words.unit} than those around it`,
  check: ({ variable }, { table }) => {
    const { first, counts } = monthCounts(table, variable);
    const items = counts.flatMap((n, at) => {
      const around = [
        ...counts.slice(Math.max(0, at - AROUND), at),
        ...counts.slice(at + 1, at + 1 + AROUND),
      ];
      const mean = around.reduce((sum, each) => sum + each, 0) / around.length;
      if (around.length < AROUND || mean < FEWEST) return [];
      const sd = Math.sqrt(
        around.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (around.length - 1),
      );
      const isBreak = Math.abs(n - mean) > 2 * sd && Math.abs(n - mean) > mean / 2;
      const usual = formatNumber(mean, 'days');
      return isBreak || n === 0
        ? [`${sayMonth(first + at)}: ${formatNumber(n, 'count')}, usually ${usual}`]
        : [];
    });
    return { unit: 'months', items, of: counts.length };
  },
};
