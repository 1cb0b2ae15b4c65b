import * as v from 'valibot';
import { joinColumns } from '../columns/join-columns.ts';
import { takeColumn, takeRows } from '../columns/take.ts';
import { formatNumber } from '../model/format.ts';
import type { Frame } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import { KIND } from '../model/variable.ts';
import { addVariable, held, newCategory } from './edit-frame.ts';
import { names, newVariable, text } from './parameters.ts';
import { categoryColumn } from './recode.ts';
import { defineStep } from './step.ts';

/**
 * Several columns that hold the same at different times become rows: each row becomes one a time. The other
 * variables are repeated; a time at which all values are missing makes no row, unless asked for.
 */
export const wideToLong = defineStep({
  label: 'Columns to rows',
  about: 'Several columns that hold the same at different times become rows.',
  words: ['restructure', 'transpose', 'unpivot', 'pivot longer', 'melt'],
  schema: v.strictObject({
    times: v.pipe(v.array(text), v.minLength(2), v.maxLength(500)),
    time: v.strictObject(newVariable),
    values: v.pipe(v.array(v.strictObject({ ...newVariable, from: names })), v.minLength(1)),
    keepEmpty: v.exactOptional(v.boolean(), false),
  }),
  apply(frame, { times, time, values, keepEmpty }, { unit }) {
    const sources = values.map(({ from, label }) => {
      if (from.length !== times.length) {
        throw new Refusal(
          'bad-parameter',
          `${label} has ${from.length} columns for ${times.length} times.`,
          { hint: 'Give a column for each time.', where: { option: 'values' } },
        );
      }
      const parts = from.map((each) => held(frame, each));
      const [first] = parts;
      const other = parts.find(({ column }) => column.type !== first?.column.type);
      if (first && other) {
        throw new Refusal(
          'kind-differs',
          `${first.variable.label} is ${KIND[first.variable.kind].label.toLowerCase()} and ${other.variable.label} is ${KIND[other.variable.kind].label.toLowerCase()}: they cannot be one column.`,
          { where: { column: other.variable.name } },
        );
      }
      return parts;
    });
    const gone = new Set(sources.flat().map(({ index }) => index));
    const rowOf: number[] = [];
    const timeOf: number[] = [];
    for (let row = 0; row < frame.rows; row++) {
      for (const at of times.keys()) {
        const isEmpty = sources.every((parts) => parts[at]?.column.missing[row] !== 0);
        if (isEmpty && !keepEmpty) continue;
        rowOf.push(row);
        timeOf.push(at);
      }
    }
    const rows = Uint32Array.from(rowOf);
    const kept = takeRows(
      {
        ...frame,
        variables: frame.variables.filter((_, i) => !gone.has(i)),
        columns: frame.columns.filter((_, i) => !gone.has(i)),
      },
      rows,
    );
    const made = newCategory(time, times, 'ordinal', 'Which of the columns the row was.');
    let result: Frame = addVariable(
      kept,
      made,
      categoryColumn(rows.length, times, (row) => timeOf[row] ?? 0),
    );
    for (const [i, { name: newName, label }] of values.entries()) {
      const parts = sources[i] ?? [];
      const [first] = parts;
      if (!first) continue;
      const stacked = parts
        .slice(1)
        .reduce((above, { column }) => joinColumns(above, column), first.column);
      const from = rows.map((row, at) => (timeOf[at] ?? 0) * frame.rows + row);
      const isDecimal = parts.some(({ variable }) => variable.kind === 'decimal');
      const variable = {
        ...first.variable,
        kind: isDecimal ? ('decimal' as const) : first.variable.kind,
        name: newName,
        label,
        values: [
          ...new Map(
            parts.flatMap((part) => part.variable.values).map((each) => [each.value, each]),
          ).values(),
        ],
        evidence: `From ${parts.map((part) => part.variable.name).join(', ')}.`,
      };
      result = addVariable(result, variable, takeColumn(stacked, from));
    }
    const n = (count: number) => formatNumber(count, 'count');
    return {
      frame: result,
      cellsChanged: 0,
      reshaped: true,
      sentence: `Made ${n(result.rows)} rows of ${n(frame.rows)} ${unit}, one for each of ${times.join(', ')}${keepEmpty ? '' : ` with a value (${n(frame.rows * times.length - result.rows)} empty ones left out)`}.`,
    };
  },
});
