import { type Column, textAt } from '../model/column.ts';
import { columnNamed } from '../model/frame.ts';
import type { Measure } from '../model/measure.ts';
import { dateIn, timeIn, variableLike } from './column-roles.ts';
import type { Draft, NamedFrame } from './column-suggestion.ts';
import { names } from './column-words.ts';

/** A table with one row an item. */
export function longSuggestion(
  { name, label, frame }: NamedFrame,
  measure: Measure,
  person: string,
): Draft | null {
  const item = variableLike(frame, /\b(item|question|item no|item number|question no)\b/);
  const value = variableLike(frame, /\b(response|answer|value|score|level|rating)\b/);
  const time = timeIn(frame, [person]);
  if (item === undefined || value === undefined || time === undefined) return null;
  const numbers = itemNumbers(columnNamed(frame, item));
  const asked = measure.items.map((one) => one.item);
  const isWhole = numbers.size === asked.length && asked.every((one) => numbers.has(one));
  const isNamed = names(`${name} ${label}`, measure) || namedIn(columnNamed(frame, item), measure);
  if (asked.length === 0 || !isWhole || (!isNamed && asked.length < 5)) return null;
  const date = dateIn(frame, measure, '');
  return {
    from: name,
    measure,
    score: {
      measure: measure.id,
      version: measure.version,
      person,
      layout: { form: 'long', time, item, value, ...(date === undefined ? {} : { date }) },
    },
    sentence: `One row an item: ${asked.length} ${asked.length === 1 ? 'item' : 'items'} in ${item}, answers in ${value}, time points in ${time}.`,
    notices: [],
    isNamed,
    variables: [item, value],
  };
}

function itemNumbers(column: Column): Set<number> {
  const found = new Set<number>();
  if (column.type === 'codes') {
    for (const text of column.dictionary) {
      const number = Number(/(\d+)\D*$/.exec(text)?.[1]);
      if (Number.isInteger(number)) found.add(number);
    }
    return found;
  }
  for (let row = 0; row < column.missing.length; row++) {
    const number = Number(textAt(column, row) || Number.NaN);
    if (Number.isInteger(number)) found.add(number);
  }
  return found;
}

function namedIn(column: Column, measure: Measure): boolean {
  return column.type === 'codes' && column.dictionary.some((text) => names(text, measure));
}
