import * as v from 'valibot';
import { reasonList } from '../columns/reasons.ts';
import { takeColumn } from '../columns/take.ts';
import type { Column } from '../model/column.ts';
import { formatNumber } from '../model/format.ts';
import type { Frame } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import { addVariable, held } from './edit-frame.ts';
import { type KeyMatch, matchKeys } from './key-match.ts';
import { name, text } from './parameters.ts';
import { defineStep, share } from './step.ts';

/**
 * Brings variables of another table by key. Rows are neither lost nor multiplied: a key may stand
 * once only in the other table, and a row without a match has missing values that say so.
 */
export const link = defineStep({
  label: 'Link a table',
  about: 'Brings variables of another table by key.',
  schema: v.strictObject({
    table: name,
    key: name,
    foreignKey: name,
    bring: v.pipe(
      v.array(
        v.strictObject({
          variable: name,
          name: v.exactOptional(name),
          label: v.exactOptional(text),
        }),
      ),
      v.minLength(1),
    ),
  }),
  apply(frame, { table, key, foreignKey, bring }, { unit, table: tableNamed }) {
    const other = tableNamed(table);
    const own = held(frame, key);
    const foreign = held(other, foreignKey);
    const match = matchKeys(own.column, foreign.column);
    refuseRepeats(match, other, table, foreignKey);

    let result: Frame = frame;
    for (const { variable: wanted, name: newName, label } of bring) {
      const { variable, column } = held(other, wanted);
      const brought = {
        ...variable,
        name: newName ?? variable.name,
        label: label ?? variable.label,
        evidence: `${variable.label} of ${table}, by ${own.variable.label}.`,
      };
      result = addVariable(result, brought, bringColumn(column, frame.rows, match, table));
    }
    const back = matchKeys(foreign.column, own.column).matched;
    const unmatched = formatNumber(frame.rows - match.matched, 'count');
    const linked = share(match.matched, frame.rows, unit);
    const theirs = share(back, other.rows, `rows of ${table}`);
    return {
      frame: result,
      cellsChanged: 0,
      sentence: `Linked ${linked} to ${table} by ${own.variable.label}, ${unmatched} have no match; ${theirs} were used.`,
    };
  },
});

function bringColumn(column: Column, rows: number, match: KeyMatch, table: string): Column {
  const from = Uint32Array.from({ length: rows }, (_, row) => match.rowOf(row) ?? 0);
  const brought = takeColumn(column, from);
  const reasons = reasonList(column.reasons);
  const noMatch = reasons.code(`no match in ${table}`);
  const missing = brought.missing.map((code, row) =>
    match.rowOf(row) === undefined ? noMatch : code,
  );
  if (brought.type !== 'numbers') return { ...brought, missing, reasons: reasons.reasons };
  const values = brought.values.map((value, row) => (missing[row] === 0 ? value : Number.NaN));
  return { ...brought, values, missing, reasons: reasons.reasons };
}

function refuseRepeats({ repeated }: KeyMatch, other: Frame, table: string, key: string): void {
  if (repeated === null) return;
  const [first, second] = repeated.rows.map((row) => other.origin[row] ?? row + 1);
  throw new Refusal(
    'key-not-unique',
    `“${repeated.key}” stands more than once in ${key} of ${table} (rows ${first} and ${second}), so it is open which row would be linked.`,
    {
      hint: `Remove the duplicates of ${table} first, or count its rows with “count-linked”.`,
      where: { table, column: key },
    },
  );
}
