import * as v from 'valibot';
import { reasonList } from '../columns/reasons.ts';
import { toCodes } from '../columns/to-codes.ts';
import { KIND } from '../model/variable.ts';
import { dateValue, PIVOT, writtenDate } from '../model/written-date.ts';
import { heldOf, replaceVariable } from './edit-frame.ts';
import { name } from './parameters.ts';
import { countPresent } from './recode.ts';
import { defineStep, share } from './step.ts';

const NOT_A_DATE = 'not a date';

/** Reads text as dates in a given order. What is no date becomes missing and is told; a time of day is left off. */
export const parseDates = defineStep({
  label: 'Read as dates',
  about: 'Makes dates of text, in the order of day, month and year that you say.',
  words: ['convert to date', 'text to date'],
  schema: v.strictObject({
    variable: name,
    order: v.picklist(['dmy', 'mdy', 'ymd']),
    pivot: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99)), PIVOT),
  }),
  apply(frame, { variable: wanted, order, pivot }) {
    const { variable, column, index } = heldOf(frame, wanted, [
      'text',
      'category',
      'identifier',
      'datetime',
    ]);
    const coded = toCodes(column);
    const days = coded.dictionary.map((text) => {
      const written = writtenDate(text);
      return written && dateValue(written, order, pivot);
    });
    const list = reasonList(coded.reasons);
    const values = new Int32Array(frame.rows);
    const missing = coded.missing.slice();
    const unread = new Set<string>();
    for (let row = 0; row < frame.rows; row++) {
      if (missing[row] !== 0) continue;
      const code = coded.codes[row] ?? 0;
      const day = days[code];
      if (day === undefined) {
        missing[row] = list.code(NOT_A_DATE);
        unread.add(coded.dictionary[code] ?? '');
      } else values[row] = day;
    }
    const dates = { type: 'days', values, missing, reasons: list.reasons } as const;
    const examples = [...unread].slice(0, 5).map((text) => `“${text}”`);
    const became = {
      ...variable,
      kind: 'date',
      level: KIND.date.level,
      values: [],
      missing: [],
      evidence: `Read from text as ${WORDS[order]}.`,
    } as const;
    const read = share(countPresent(dates), countPresent(coded), `values of ${variable.label}`);
    return {
      frame: replaceVariable(frame, index, became, dates),
      cellsChanged: countPresent(coded),
      sentence: `Read ${read} as dates (${WORDS[order]})${examples.length > 0 ? `; not dates: ${examples.join(', ')}${unread.size > 5 ? ` and ${unread.size - 5} more` : ''}` : ''}.`,
    };
  },
});

const WORDS = { dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'year, month, day' };
