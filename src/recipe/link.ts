import * as v from 'valibot';
import { reasonList } from '../columns/reasons.ts';
import { takeColumn } from '../columns/take.ts';
import { type Column, textAt } from '../model/column.ts';
import { formatNumber } from '../model/format.ts';
import type { Frame } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import { addVariable, held } from './edit-frame.ts';
import { type KeyMatch, matchKeys } from './key-match.ts';
import { holdKeys, linkedKeys } from './linked-keys.ts';
import { name, text } from './parameters.ts';
import { defineStep, share } from './step.ts';

/**
 * Brings variables of another table by a key of one or more variables. Rows are neither lost nor multiplied: a
 * key may stand once only in the other table, and a row without a match has missing values that say so.
 */
export const link = defineStep({
  label: 'Link a table',
  about: 'Brings variables of another table by key.',
  words: ['merge', 'lookup', 'VLOOKUP', 'join'],
  schema: v.strictObject({
    ...linkedKeys,
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
  apply(frame, { table, bring, ...keys }, { unit, table: tableNamed }) {
    const other = tableNamed(table);
    const { own, foreign, label: by } = holdKeys(frame, other, keys);
    const match = matchKeys(own, foreign);
    refuseRepeats(match, other, table, keys.foreignKey);

    let result: Frame = frame;
    for (const { variable: wanted, name: newName, label } of bring) {
      const { variable, column } = held(other, wanted);
      const brought = {
        ...variable,
        name: newName ?? variable.name,
        label: label ?? variable.label,
        evidence: `${variable.label} of ${table}, by ${by}.`,
      };
      result = addVariable(result, brought, bringColumn(column, frame.rows, match, table));
    }
    const linked = share(match.matched, frame.rows, unit);
    const back = matchKeys(foreign, own);
    const used = share(back.matched, other.rows, `rows of ${table}`);
    const unused = formatNumber(other.rows - back.matched, 'count');
    return {
      frame: result,
      cellsChanged: 0,
      sentence: `Linked ${linked} to ${table} by ${by}, ${unmatched(frame.rows, match)}; ${used} were used, ${unused} not.`,
    };
  },
});

/** "9 have no match, 2 of them for want of a key" */
function unmatched(rows: number, { matched, keyless }: KeyMatch): string {
  const n = `${formatNumber(rows - matched, 'count')} have no match`;
  return keyless === 0 ? n : `${n}, ${formatNumber(keyless, 'count')} of them for want of a key`;
}

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

function refuseRepeats(
  { repeated }: KeyMatch,
  other: Frame,
  table: string,
  key: readonly string[],
): void {
  if (repeated === null) return;
  const [row] = repeated.rows;
  const [first, second] = repeated.rows.map((each) => other.origin[each] ?? each + 1);
  const text = key.map((each) => textAt(held(other, each).column, row)).join(', ');
  const others = repeated.n - 1;
  const more =
    others === 1 ? ', as does 1 other key' : `, as do ${formatNumber(others, 'count')} other keys`;
  throw new Refusal(
    'key-not-unique',
    `“${text}” stands more than once in ${key.join(' and ')} of ${table} (rows ${first} and ${second})${others > 0 ? more : ''}, so it is open which row would be linked.`,
    {
      hint: `Remove the duplicates of ${table} first, give another part of the key, or count its rows with “count-linked”.`,
      where: { table, column: key[0] ?? '' },
    },
  );
}
