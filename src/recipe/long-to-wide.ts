import * as v from 'valibot';
import { groupRows } from '../columns/group-rows.ts';
import { reasonList } from '../columns/reasons.ts';
import { takeColumn, takeRows } from '../columns/take.ts';
import { toCodes } from '../columns/to-codes.ts';
import type { Column } from '../model/column.ts';
import { textAt } from '../model/column.ts';
import { formatNumber } from '../model/format.ts';
import type { Frame } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import { addVariable, held } from './edit-frame.ts';
import { name, names, text } from './parameters.ts';
import { defineStep } from './step.ts';

const NONE = 0xffffffff;
const MOST_TIMES = 500;

/**
 * Rows become columns: one row for each combination of `by`, one column for each value of `across` and each
 * variable of `values`, called `value_time`. What is in neither is kept when asked for, from the first row.
 */
export const longToWide = defineStep({
  label: 'Rows to columns',
  about: 'Rows that belong together become one row with more columns.',
  words: ['restructure', 'transpose', 'pivot', 'spread'],
  schema: v.strictObject({
    by: names,
    across: name,
    values: names,
    times: v.exactOptional(v.pipe(v.array(text), v.minLength(1), v.maxLength(MOST_TIMES))),
    keep: v.exactOptional(names),
    repeated: v.exactOptional(v.picklist(['refuse', 'first', 'last']), 'refuse'),
  }),
  apply(frame, { by, across, values, times: wanted, keep = [], repeated }, { unit }) {
    const keys = by.map((each) => held(frame, each));
    const time = held(frame, across);
    const coded = toCodes(time.column);
    const times =
      wanted ??
      timesOf(
        time.variable.values.map(({ value }) => value),
        coded,
      );
    if (times.length > MOST_TIMES) {
      throw new Refusal(
        'bad-parameter',
        `${time.variable.label} has ${times.length} values: that would be as many columns.`,
        {
          where: { option: 'across' },
        },
      );
    }
    const placeOf = new Map(times.map((each, at) => [each, at]));
    const { group, groups } = groupRows(
      keys.map(({ column }) => column),
      frame.rows,
    );
    const first = new Uint32Array(groups).fill(NONE);
    const rowAt = times.map(() => new Uint32Array(groups).fill(NONE));
    let unused = 0;
    let repeats = 0;
    for (let row = 0; row < frame.rows; row++) {
      const own = group[row] ?? 0;
      if (first[own] === NONE) first[own] = row;
      const place =
        coded.missing[row] === 0
          ? placeOf.get(coded.dictionary[coded.codes[row] ?? 0] ?? '')
          : undefined;
      const rows = place === undefined ? undefined : rowAt[place];
      if (!rows) {
        unused++;
        continue;
      }
      const was = rows[own] ?? NONE;
      if (was !== NONE) {
        repeats++;
        if (repeated === 'refuse') refuseRepeat(frame, keys, times[place ?? 0] ?? '', was, row);
      }
      if (was === NONE || repeated === 'last') rows[own] = row;
    }
    const kept = [...keys, ...keep.map((each) => held(frame, each))];
    let result: Frame = takeRows(
      {
        ...frame,
        variables: kept.map(({ variable }) => variable),
        columns: kept.map(({ column }) => column),
      },
      first,
    );
    for (const each of values) {
      const { variable, column } = held(frame, each);
      for (const [at, label] of times.entries()) {
        const made = {
          ...variable,
          name: `${variable.name}_${label}`,
          label: `${variable.label}, ${label}`,
          evidence: `${variable.label} where ${time.variable.label} is ${label}.`,
        };
        result = addVariable(result, made, pick(column, rowAt[at] ?? first, `no row for ${label}`));
      }
    }
    const n = (count: number) => formatNumber(count, 'count');
    const notes = [
      ...(repeats > 0 ? [`${n(repeats)} further rows of the same time were not used`] : []),
      ...(unused > 0 ? [`${n(unused)} rows of no such time were not used`] : []),
    ];
    return {
      frame: result,
      cellsChanged: 0,
      reshaped: true,
      sentence: `Made ${n(result.rows)} rows of ${n(frame.rows)} ${unit}, one for each ${keys.map(({ variable }) => variable.label).join(' and ')}, with columns for ${times.join(', ')}${notes.map((note) => `; ${note}`).join('')}.`,
    };
  },
});

/** Declared values first, then others in order of appearance. */
function timesOf(
  declared: readonly string[],
  { codes, dictionary, missing }: ReturnType<typeof toCodes>,
): string[] {
  const used = new Set<string>();
  for (const [row, code] of codes.entries())
    if (missing[row] === 0) used.add(dictionary[code] ?? '');
  return [
    ...declared.filter((value) => used.has(value)),
    ...[...used].filter((value) => !declared.includes(value)),
  ];
}

function pick(column: Column, rows: Uint32Array, why: string): Column {
  const list = reasonList(column.reasons);
  const none = list.code(why);
  const taken = takeColumn(
    column,
    rows.map((row) => (row === NONE ? 0 : row)),
  );
  const missing = taken.missing.map((code, at) => (rows[at] === NONE ? none : code));
  if (taken.type !== 'numbers') return { ...taken, missing, reasons: list.reasons };
  const values = taken.values.map((value, at) => (missing[at] === 0 ? value : Number.NaN));
  return { ...taken, values, missing, reasons: list.reasons };
}

function refuseRepeat(
  frame: Frame,
  keys: readonly { column: Column; variable: { label: string } }[],
  time: string,
  a: number,
  b: number,
): never {
  const who = keys
    .map(({ column, variable }) => `${variable.label} ${textAt(column, a)}`)
    .join(', ');
  throw new Refusal(
    'key-not-unique',
    `${who} has more than one row for ${time} (rows ${frame.origin[a] ?? a + 1} and ${frame.origin[b] ?? b + 1}).`,
    {
      hint: 'Remove the duplicates first, or say which of them is used.',
      where: { option: 'repeated' },
    },
  );
}
