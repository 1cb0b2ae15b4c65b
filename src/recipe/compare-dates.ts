import * as v from 'valibot';
import { formatNumber } from '../model/format.ts';
import { addVariable, heldOf, newCategory } from './edit-frame.ts';
import { name, names, newVariable } from './parameters.ts';
import { categoryColumn } from './recode.ts';
import { defineStep } from './step.ts';

/**
 * A new category: does a date come before another (antenatal) or not (postnatal)? The other date is
 * the first known of `against`: date of birth, else the expected date. Without it, or without
 * the date itself, the answer is `unknown`, which is not the same as "not before".
 */
export const compareDates = defineStep({
  label: 'Compare dates',
  about: 'Whether one date comes before another: antenatal or postnatal.',
  words: ['antenatal', 'postnatal', 'before or after'],
  schema: v.strictObject({
    ...newVariable,
    date: name,
    against: names,
    before: name,
    onOrAfter: name,
    unknown: name,
  }),
  apply(frame, { date, against, before, onOrAfter, unknown, ...named }, { unit }) {
    const dated = heldOf(frame, date, ['date']);
    const others = against.map((other) => heldOf(frame, other, ['date']));
    const dayOf = ({ column }: typeof dated, row: number) =>
      column.type === 'days' && column.missing[row] === 0 ? column.values[row] : undefined;

    const labels = [...new Set([before, onOrAfter, unknown])];
    const counts = labels.map(() => 0);
    const compared = categoryColumn(frame.rows, labels, (row) => {
      const day = dayOf(dated, row);
      const other = others.map((one) => dayOf(one, row)).find((found) => found !== undefined);
      const known = day !== undefined && other !== undefined;
      const place = labels.indexOf(known ? (day < other ? before : onOrAfter) : unknown);
      counts[place] = (counts[place] ?? 0) + 1;
      return place;
    });
    const reference = others.map((one) => one.variable.label).join(', else ');
    const question = `${dated.variable.label} against ${reference}`;
    const made = newCategory(named, labels, 'nominal', `From ${question}.`);
    const said = labels.map((label, i) => `${label} ${formatNumber(counts[i] ?? 0, 'count')}`);
    const of = `${formatNumber(frame.rows, 'count')} ${unit}`;
    return {
      frame: addVariable(frame, made, compared),
      cellsChanged: 0,
      sentence: `Added ${made.label}, ${question}: ${said.join(', ')} of ${of}.`,
    };
  },
});
