import { type Column, missingReason, textAt, type Value, valueAt } from '../model/column.ts';
import { columnNamed, type Frame, variableNamed } from '../model/frame.ts';
import type { Measure } from '../model/measure.ts';
import { Refusal } from '../model/refusal.ts';
import type { LongItems } from '../model/table.ts';
import { dateColumn, dayAt, type Form, type Forms, timesOf } from './form.ts';
import { countedReason } from './item-reader.ts';

/**
 * Forms of a table with one row an item, gathered by person and time. When an item comes twice with
 * different values the first counts, and the others are counted in `repeatedItems`.
 *
 * @throws Refusal when a row has an answer but no person, time or item of the measure
 */
export function longForms(
  frame: Frame,
  person: string,
  layout: LongItems,
  measure: Measure,
): Forms {
  const people = columnNamed(frame, person);
  const times = columnNamed(frame, layout.time);
  const items = columnNamed(frame, layout.item);
  const values = columnNamed(frame, layout.value);
  const date = layout.date === undefined ? undefined : dateColumn(frame, layout.date);
  const raters = layout.rater === undefined ? undefined : columnNamed(frame, layout.rater);
  const versions = layout.version === undefined ? undefined : columnNamed(frame, layout.version);
  const placeOf = itemPlaces(items, measure);

  const forms = new Map<string, Map<string, Form>>();
  let repeatedItems = 0;
  for (let row = 0; row < frame.rows; row++) {
    const place = placeOf(valueAt(items, row));
    const value =
      valueAt(values, row) ?? countedReason(measure.items[place ?? -1], missingReason(values, row));
    if (value === null || value === '') continue;
    const whose = valueAt(people, row);
    const when = valueAt(times, row);
    if (whose === null) throw noKey(frame, row, person, measure);
    if (when === null) throw noKey(frame, row, layout.time, measure);
    if (place === undefined) throw noKey(frame, row, layout.item, measure);

    const origin = frame.origin[row] ?? row + 1;
    const form = formOf(forms, String(whose), String(when), origin, measure.items.length);
    form.day ??= dayAt(date, row);
    form.rater ??= raters === undefined ? null : textAt(raters, row) || null;
    form.version ??= versions === undefined ? null : textAt(versions, row) || null;
    const before = form.cells[place];
    if (before) {
      if (String(before.value) !== String(value)) repeatedItems++;
      continue;
    }
    form.cells[place] = { value, row: origin, variable: layout.value };
  }
  const found = [...forms.values()].flatMap((byTime) => [...byTime.values()]);
  return {
    forms: found,
    times: timesOf(
      variableNamed(frame, layout.time),
      found.toSorted((a, b) => a.row - b.row).map((form) => form.time),
    ),
    dated: date !== undefined,
    rated: raters !== undefined,
    versioned: versions !== undefined,
    itemised: true,
    repeatedItems,
  };
}

function formOf(
  forms: Map<string, Map<string, Form>>,
  person: string,
  time: string,
  row: number,
  items: number,
): Form {
  let byTime = forms.get(person);
  if (byTime === undefined) {
    byTime = new Map();
    forms.set(person, byTime);
  }
  let form = byTime.get(time);
  if (form === undefined) {
    const cells = new Array(items).fill(null);
    const about = { person, time, day: null, rater: null, version: null };
    form = { ...about, row, cells, totals: new Map() };
    byTime.set(time, form);
  }
  return form;
}

/** The place of an item by how it is called: 7, "7", "07", "PRFQ_07", "Q7". */
function itemPlaces(column: Column, measure: Measure): (cell: Value) => number | undefined {
  const places = new Map(measure.items.map(({ item }, place) => [item, place]));
  const read = (cell: string | number) => {
    const number = typeof cell === 'number' ? cell : Number(/(\d+)\D*$/.exec(cell)?.[1]);
    return places.get(number);
  };
  if (column.type !== 'codes') return (cell) => (cell === null ? undefined : read(cell));
  const known = new Map<Value, number | undefined>(
    column.dictionary.map((text) => [text, read(text)]),
  );
  return (cell) => known.get(cell);
}

function noKey(frame: Frame, row: number, name: string, measure: Measure): Refusal {
  const found = textAt(columnNamed(frame, name), row);
  const { label } = variableNamed(frame, name);
  const fault = found === '' ? `${label} is missing` : `“${found}” is no item of ${measure.short}`;
  return new Refusal('unreadable-form', `A row with an answer cannot be placed: ${fault}.`, {
    hint: 'Leave such rows out with a recipe first, so that they are counted with a reason.',
    where: { column: name, row: frame.origin[row] ?? row + 1 },
  });
}
