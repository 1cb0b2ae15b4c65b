import * as v from 'valibot';
import { calendarDate, dayNumber } from '../model/calendar.ts';
import type { Frame } from '../model/frame.ts';
import { heldOf, replaceVariable } from './edit-frame.ts';
import { names } from './parameters.ts';
import { countPresent } from './recode.ts';
import { defineStep, share } from './step.ts';

const STARTS = {
  month: (year: number, month: number) => [year, month],
  quarter: (year: number, month: number) => [year, month - ((month - 1) % 3)],
  year: (year: number) => [year, 1],
  'financial-year': (year: number, month: number) => [month < 4 ? year - 1 : year, 4],
} as const;

/** Makes dates less exact: each becomes the first day of its month, quarter, year or financial year. */
export const coarsenDates = defineStep({
  label: 'Coarsen dates',
  about: 'Makes dates less exact: the first day of their month, quarter or year.',
  words: ['anonymise', 'round dates'],
  schema: v.strictObject({
    variables: names,
    to: v.picklist(['month', 'quarter', 'year', 'financial-year']),
  }),
  apply(frame, { variables, to }) {
    let result: Frame = frame;
    let changed = 0;
    let present = 0;
    const labels: string[] = [];
    for (const each of new Set(variables)) {
      const { variable, column, index } = heldOf(result, each, ['date']);
      if (column.type !== 'days') continue;
      const values = column.values.map((day, row) => {
        if (column.missing[row] !== 0) return 0;
        const date = calendarDate(day);
        const [year = 0, month = 1] = STARTS[to](date.year, date.month);
        const first = dayNumber(year, month, 1) ?? day;
        if (first !== day) changed++;
        return first;
      });
      present += countPresent(column);
      labels.push(variable.label);
      const coarse = { ...variable, evidence: `The first day of the ${to.replace('-', ' ')}.` };
      result = replaceVariable(result, index, coarse, { ...column, values });
    }
    return {
      frame: result,
      cellsChanged: changed,
      sentence: `Coarsened ${share(changed, present, `dates of ${labels.join(', ')}`)} to the first day of their ${to.replace('-', ' ')}.`,
    };
  },
});
