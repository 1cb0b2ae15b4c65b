import { type Column, missingReason, textAt, valueAt } from '../model/column.ts';
import { columnNamed, type Frame } from '../model/frame.ts';
import type { Measure, MeasureItem } from '../model/measure.ts';
import { Refusal } from '../model/refusal.ts';
import type { FormColumns } from '../model/table.ts';
import { dateColumn, dayAt, type Form, type FormCell } from './form.ts';
import { countedReason } from './item-reader.ts';

interface Named {
  name: string;
  column: Column;
  item?: MeasureItem | undefined;
}

/** The columns of one form in a table, opened: {@link readForm} reads a row of them. */
export interface OpenColumns {
  frame: Frame;
  table: string | undefined;
  people: Column;
  items: readonly (Named | null)[];
  totals: readonly (Named & { key: string })[];
  date: Column | undefined;
  rater: Column | undefined;
  version: Column | undefined;
}

/** @throws Refusal when a pattern or a name leads to no variable, or nothing is named at all */
export function openColumns(
  frame: Frame,
  person: string,
  columns: FormColumns & { table?: string },
  measure: Measure,
  where: string,
): OpenColumns {
  const { items, totals = {}, date, rater, version, table } = columns;
  const open = (name: string): Named => ({ name, column: columnNamed(frame, name) });
  const keys = measure.subscales.map(({ key }) => key);
  const unknown = Object.keys(totals).find((key) => !keys.includes(key));
  if (unknown !== undefined) {
    throw new Refusal('unknown-subscale', `${measure.short} has no subscale “${unknown}”.`, {
      hint: `It has: ${keys.join(', ')}.`,
      where: { option: `totals of ${where}` },
    });
  }
  if (items === undefined && Object.keys(totals).length === 0) {
    throw new Refusal('nothing-to-score', `For ${where} neither items nor scores are named.`, {
      hint: 'Name the variables of the items, or those of the scores that the extract brings.',
      where: { option: `items of ${where}` },
    });
  }
  if (items !== undefined && measure.items.length === 0) {
    throw new Refusal(
      'no-key',
      `The key of ${measure.short} is not known, so its items cannot be scored.`,
      {
        hint: 'Take the score that the extract brings, or copy the measure and enter its items.',
        where: { option: `items of ${where}` },
      },
    );
  }
  return {
    frame,
    table,
    people: columnNamed(frame, person),
    items: itemNames(items, measure, where).map((name, place) =>
      name === null ? null : { ...open(name), item: measure.items[place] },
    ),
    totals: Object.entries(totals).map(([key, name]) => ({ key, ...open(name) })),
    date: date === undefined ? undefined : dateColumn(frame, date),
    rater: rater === undefined ? undefined : columnNamed(frame, rater),
    version: version === undefined ? undefined : columnNamed(frame, version),
  };
}

/** The form in a row; null when nothing of it is filled. */
export function readForm(open: OpenColumns, row: number, time: string): Form | null {
  const { frame, table, people, date, rater, version } = open;
  const origin = frame.origin[row] ?? row + 1;
  const cell = ({ name, column, item }: Named): FormCell | null => {
    const value = valueAt(column, row) ?? countedReason(item, missingReason(column, row));
    if (value === null || value === '') return null;
    return { value, row: origin, variable: name, ...(table === undefined ? {} : { table }) };
  };
  const cells = open.items.map((item) => (item === null ? null : cell(item)));
  const totals = open.totals.flatMap((total): [string, FormCell][] => {
    const found = cell(total);
    return found === null ? [] : [[total.key, found]];
  });
  if (totals.length === 0 && cells.every((found) => found === null)) return null;
  return {
    person: textAt(people, row) || null,
    time,
    day: dayAt(date, row),
    rater: wordAt(rater, row),
    version: wordAt(version, row),
    row: origin,
    cells,
    totals: new Map(totals),
  };
}

function wordAt(column: Column | undefined, row: number): string | null {
  return column === undefined ? null : textAt(column, row) || null;
}

function itemNames(
  items: FormColumns['items'],
  measure: Measure,
  where: string,
): (string | null)[] {
  if (items === undefined) return measure.items.map(() => null);
  if (typeof items !== 'string') {
    if (items.length === measure.items.length) return items.map((name) => name || null);
    throw new Refusal(
      'wrong-items',
      `${measure.short} has ${measure.items.length} items, and ${items.length} variables are named for ${where}.`,
      {
        hint: 'Name one variable an item, in order; leave a place empty where there is none.',
        where: { option: `items of ${where}` },
      },
    );
  }
  if (measure.items.length > 1 && !PLACE.test(items)) {
    throw new Refusal(
      'bad-pattern',
      `“${items}” does not say where the number of the item stands.`,
      {
        hint: 'Write {item} for 1, 2, 3, or {item:02} for 01, 02, 03.',
        where: { option: `items of ${where}` },
      },
    );
  }
  return measure.items.map(({ item }) =>
    items.replace(PLACE, (_, width: string | undefined) =>
      String(item).padStart(Number(width ?? 1), '0'),
    ),
  );
}

const PLACE = /\{item(?::0?(\d+))?\}/;
