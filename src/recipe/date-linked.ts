import * as v from 'valibot';
import { selectRows } from '../cohort/select.ts';
import { conditionSentence } from '../cohort/sentence.ts';
import { allRows } from '../columns/mask.ts';
import { toCodes } from '../columns/to-codes.ts';
import type { Column, DayColumn } from '../model/column.ts';
import { Refusal } from '../model/refusal.ts';
import type { Variable } from '../model/variable.ts';
import { addVariable, held } from './edit-frame.ts';
import { holdKeys, linkedKeys } from './linked-keys.ts';
import { condition, name, newVariable } from './parameters.ts';
import { defineStep, share } from './step.ts';

/** A new date: the first, second … or last date among the rows of another table that belong to each row. */
export const dateLinked = defineStep({
  label: 'Date of a linked row',
  about: 'The first, nth or last date among the rows of another table that belong to each row.',
  words: ['first appointment', 'last appointment'],
  schema: v.strictObject({
    ...linkedKeys,
    date: name,
    /** 1 is the earliest; −1 the latest, −2 the one before it. */
    nth: v.exactOptional(v.pipe(v.number(), v.integer(), v.notValue(0))),
    ...newVariable,
    condition: v.exactOptional(condition),
  }),
  apply(frame, parameters, { unit, table: tableNamed }) {
    const { table, condition: only, name: newName, label, nth = 1 } = parameters;
    const other = tableNamed(table);
    const { own, foreign, label: by } = holdKeys(frame, other, parameters);
    const { variable: dated, column: dates } = held(other, parameters.date);
    if (dates.type !== 'days') {
      throw new Refusal('not-a-date', `${dated.label} of ${table} does not hold dates.`, {
        hint: 'Choose a variable with dates.',
        where: { table, column: dated.name },
      });
    }
    const rows = only === undefined ? allRows(other.rows) : selectRows(only, other, tableNamed);
    const which =
      only === undefined ? table : conditionSentence(only, other.variables, table, tableNamed);
    const column = nthDates(own, foreign, dates, rows, {
      nth,
      noKey: `no ${by}`,
      noDate: `${Math.abs(nth) === 1 ? 'none' : `fewer than ${Math.abs(nth)}`} among ${which}`,
    });
    const variable: Variable = {
      name: newName,
      label,
      kind: 'date',
      level: 'scale',
      values: [],
      missing: [],
      evidence: `${placeWords(nth)} ${dated.label} of ${which} with the same ${by}.`,
    };
    const some = column.missing.reduce((n, code) => n + (code === 0 ? 1 : 0), 0);
    return {
      frame: addVariable(frame, variable, column),
      cellsChanged: 0,
      sentence: `Took the ${placeWords(nth).toLowerCase()} ${dated.label} of ${which} as ${label}: ${share(some, frame.rows, unit)} have one.`,
    };
  },
});

function nthDates(
  keys: Column,
  others: Column,
  dates: DayColumn,
  rows: Uint32Array,
  { nth, noKey, noDate }: { nth: number; noKey: string; noDate: string },
): DayColumn {
  const other = toCodes(others);
  const found = new Map<string, number[]>();
  for (const row of rows) {
    if (other.missing[row] !== 0 || dates.missing[row] !== 0) continue;
    const key = other.dictionary[other.codes[row] as number] as string;
    const days = found.get(key) ?? [];
    days.push(dates.values[row] as number);
    found.set(key, days);
  }
  for (const days of found.values()) days.sort((a, b) => a - b);

  const own = toCodes(keys);
  const dayOf = own.dictionary.map((key) => found.get(key)?.at(nth > 0 ? nth - 1 : nth));
  const values = new Int32Array(own.codes.length);
  const missing = Uint8Array.from(own.codes, (code, row) => {
    if (own.missing[row] !== 0) return 1;
    const day = dayOf[code];
    if (day === undefined) return 2;
    values[row] = day;
    return 0;
  });
  return { type: 'days', values, missing, reasons: [noKey, noDate] };
}

/** "First", "Second", "Last", "4th" */
function placeWords(nth: number): string {
  if (nth === -1) return 'Last';
  const words = ['First', 'Second', 'Third'][Math.abs(nth) - 1] ?? `${Math.abs(nth)}th`;
  return nth > 0 ? words : `${words} from last`;
}
