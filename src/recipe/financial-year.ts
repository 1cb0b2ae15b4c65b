import * as v from 'valibot';
import { financialYearLabel, financialYearStart } from '../model/calendar.ts';
import { missingReason } from '../model/column.ts';
import { addVariable, heldOf, newCategory } from './edit-frame.ts';
import { name, newVariable } from './parameters.ts';
import { categoryColumn, countPresent } from './recode.ts';
import { defineStep, share } from './step.ts';

/** Years without a row stand in the list too, unless a stray date would make it this long. */
const LONGEST = 100;

/** A new ordered category: the NHS financial year (1 April to 31 March) of a date, "2015/16". */
export const financialYear = defineStep({
  label: 'Financial year',
  about: 'The financial year, April to March, of a date.',
  words: ['fiscal year', 'year'],
  schema: v.strictObject({ variable: name, ...newVariable }),
  apply(frame, { variable: from, ...named }, { unit }) {
    const { variable, column } = heldOf(frame, from, ['date']);
    const startOf = (row: number) =>
      column.type === 'days' && column.missing[row] === 0
        ? financialYearStart(column.values[row] ?? 0)
        : undefined;
    const found = new Set<number>();
    for (let row = 0; row < frame.rows; row++) {
      const start = startOf(row);
      if (start !== undefined) found.add(start);
    }
    const years = withoutGaps([...found].sort((a, b) => a - b));
    const place = new Map(years.map((year, at) => [year, at]));
    const labels = years.map(financialYearLabel);
    const made = newCategory(
      named,
      labels,
      'ordinal',
      `Financial years, 1 April to 31 March, of ${variable.label}.`,
    );
    const dated = categoryColumn(frame.rows, labels, (row) => {
      const start = startOf(row);
      return start === undefined
        ? (missingReason(column, row) ?? 'missing')
        : (place.get(start) ?? 0);
    });
    const filled = share(countPresent(dated), frame.rows, unit);
    const span = labels.length > 0 ? `, ${labels[0]} to ${labels.at(-1)}` : '';
    return {
      frame: addVariable(frame, made, dated),
      cellsChanged: 0,
      sentence: `Added ${made.label}, the financial year of ${variable.label}${span}: known for ${filled}.`,
    };
  },
});

function withoutGaps(years: readonly number[]): readonly number[] {
  const first = years[0] ?? 0;
  const length = (years.at(-1) ?? first) - first + 1;
  if (years.length === 0 || length > LONGEST) return years;
  return Array.from({ length }, (_, i) => first + i);
}
