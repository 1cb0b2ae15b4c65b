import { textAt } from '../model/column.ts';
import { columnNamed, type Frame, variableNamed } from '../model/frame.ts';
import type { Measure } from '../model/measure.ts';
import { Refusal } from '../model/refusal.ts';
import type { RowItems } from '../model/table.ts';
import { type Form, type Forms, timesOf } from './form.ts';
import { openColumns, readForm } from './form-columns.ts';

/**
 * Forms of a table with one row a form. Without a variable for the time point the forms of a person
 * are numbered by their dates, undated ones last.
 * @throws Refusal when a form has no time point, or there is neither a time point nor a date
 */
export function rowForms(frame: Frame, person: string, layout: RowItems, measure: Measure): Forms {
  const columns = openColumns(frame, person, layout, measure, 'the forms');
  const { time } = layout;
  if (time === undefined && columns.date === undefined) {
    throw new Refusal('no-time', 'Neither a time point nor a date of the forms is named.', {
      hint: 'Name the variable of the time point, or that of the date.',
      where: { option: 'time' },
    });
  }
  const times = time === undefined ? undefined : columnNamed(frame, time);
  const forms: Form[] = [];
  for (let row = 0; row < frame.rows; row++) {
    const form = readForm(columns, row, times === undefined ? '' : textAt(times, row));
    if (form === null) continue;
    if (time !== undefined && form.time === '') {
      const { label } = variableNamed(frame, time);
      throw new Refusal('unreadable-form', `A form cannot be placed: ${label} is missing.`, {
        hint: 'Leave such rows out with a recipe first, so that they are counted with a reason.',
        where: { column: time, row: form.row },
      });
    }
    forms.push(form);
  }
  if (time === undefined) numberByDate(forms);
  return {
    forms,
    times:
      time === undefined
        ? numbered(forms)
        : timesOf(
            variableNamed(frame, time),
            forms.map((form) => form.time),
          ),
    dated: columns.date !== undefined,
    rated: columns.rater !== undefined,
    versioned: columns.version !== undefined,
    itemised: columns.items.some((item) => item !== null),
    repeatedItems: 0,
  };
}

function numberByDate(forms: Form[]): void {
  const byPerson = Map.groupBy(forms, (form) => form.person ?? '');
  const day = (form: Form) => form.day ?? Number.POSITIVE_INFINITY;
  for (const own of byPerson.values()) {
    const inOrder = own.toSorted((a, b) => (day(a) === day(b) ? 0 : day(a) - day(b)));
    for (const [place, form] of inOrder.entries()) form.time = String(place + 1);
  }
}

function numbered(forms: readonly Form[]) {
  const most = forms.reduce((highest, { time }) => Math.max(highest, Number(time)), 0);
  return Array.from({ length: most }, (_, i) => ({
    value: String(i + 1),
    label: `Form ${i + 1}`,
  }));
}
