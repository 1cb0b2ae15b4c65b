import * as v from 'valibot';
import { reasonList } from '../columns/reasons.ts';
import { toCodes } from '../columns/to-codes.ts';
import { parseIsoDate } from '../model/calendar.ts';
import type { Column } from '../model/column.ts';
import type { Frame } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import { type Held, held, heldOf, replaceVariable } from './edit-frame.ts';
import { name, names, text } from './parameters.ts';
import { countPresent } from './recode.ts';
import { defineStep, share } from './step.ts';

const bound = v.union([v.number(), text]);

/**
 * Makes cells missing for a reason: values outside a range (numbers, or dates as `YYYY-MM-DD`;
 * the bounds themselves stay, and one may be left open), and listed values, compared as text.
 */
export const setMissing = defineStep({
  label: 'Set missing',
  about: 'Makes values missing for a reason: codes, or what is out of range.',
  words: ['N/K', '99', 'not known', 'NA', 'out of range', 'blank'],
  schema: v.strictObject({
    variables: names,
    outside: v.exactOptional(
      v.pipe(
        v.strictObject({ low: v.exactOptional(bound), high: v.exactOptional(bound) }),
        v.check(({ low, high }) => low !== undefined || high !== undefined, 'Give a bound'),
      ),
    ),
    values: v.exactOptional(v.pipe(v.array(text), v.minLength(1))),
    reason: v.pipe(name, v.maxLength(200)),
  }),
  apply(frame, { variables, outside, values, reason }) {
    if (outside === undefined && values === undefined) {
      throw new Refusal('bad-parameter', 'It is not said which values become missing.', {
        hint: 'Give “outside”, “values”, or both.',
      });
    }
    let result: Frame = frame;
    let changed = 0;
    let present = 0;
    for (const wanted of new Set(variables)) {
      const one = outside
        ? heldOf(result, wanted, ['integer', 'decimal', 'date'])
        : held(result, wanted);
      const column = blank(one.column, reason, [
        ...(outside ? [isOutside(one, outside)] : []),
        ...(values ? [isListed(one.column, values)] : []),
      ]);
      present += countPresent(one.column);
      changed += countPresent(one.column) - countPresent(column);
      result = replaceVariable(result, one.index, one.variable, column);
    }
    const all = new Set(variables);
    const [first = ''] = all;
    const what = all.size === 1 ? held(frame, first).variable.label : `${all.size} variables`;
    return {
      frame: result,
      cellsChanged: changed,
      sentence: `Set ${share(changed, present, `values of ${what}`)} to missing (${reason}).`,
    };
  },
});

type RowTest = (row: number) => boolean;

function blank(column: Column, reason: string, tests: readonly RowTest[]): Column {
  const list = reasonList(column.reasons);
  const code = list.code(reason);
  const missing = column.missing.map((was, row) =>
    was === 0 && tests.some((test) => test(row)) ? code : was,
  );
  if (column.type !== 'numbers') return { ...column, missing, reasons: list.reasons };
  const values = column.values.map((value, row) => (missing[row] === 0 ? value : Number.NaN));
  return { ...column, missing, values, reasons: list.reasons };
}

function isListed(column: Column, values: readonly string[]): RowTest {
  const { codes, dictionary } = toCodes(column);
  const listed = Uint8Array.from(dictionary, (value) => (values.includes(value) ? 1 : 0));
  return (row) => listed[codes[row] ?? 0] === 1;
}

function isOutside(
  { variable, column }: Held,
  { low, high }: { low?: string | number; high?: string | number },
): RowTest {
  const limit = (value: string | number | undefined, otherwise: number): number => {
    if (value === undefined) return otherwise;
    const read = variable.kind === 'date' ? parseIsoDate(String(value)) : Number(value);
    if (read !== undefined && Number.isFinite(read) && value !== '') return read;
    throw new Refusal('bad-parameter', `“${value}” is not a bound for ${variable.label}.`, {
      hint: variable.kind === 'date' ? 'Write dates as 2022-04-01.' : 'Give a number.',
      where: { column: variable.name },
    });
  };
  const from = limit(low, Number.NEGATIVE_INFINITY);
  const to = limit(high, Number.POSITIVE_INFINITY);
  if (column.type === 'codes') return () => false;
  return (row) => (column.values[row] ?? from) < from || (column.values[row] ?? to) > to;
}
