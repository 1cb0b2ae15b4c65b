import * as v from 'valibot';
import { selectRows } from '../cohort/select.ts';
import { conditionSentence } from '../cohort/sentence.ts';
import { keyCounts } from '../columns/key-counts.ts';
import { allRows } from '../columns/mask.ts';
import { toCodes } from '../columns/to-codes.ts';
import type { Column, NumberColumn } from '../model/column.ts';
import type { Variable } from '../model/variable.ts';
import { addVariable } from './edit-frame.ts';
import { holdKeys, linkedKeys } from './linked-keys.ts';
import { condition, newVariable } from './parameters.ts';
import { defineStep, share } from './step.ts';

/** A new whole number: how many rows of another table belong to each row. Without a key it is missing. */
export const countLinked = defineStep({
  label: 'Count linked rows',
  about: 'How many rows of another table belong to each row.',
  words: ['COUNTIF', 'number of appointments'],
  schema: v.strictObject({
    ...linkedKeys,
    ...newVariable,
    condition: v.exactOptional(condition),
  }),
  apply(frame, parameters, { unit, table: tableNamed }) {
    const { table, condition: only, name: newName, label } = parameters;
    const other = tableNamed(table);
    const { own, foreign, label: by } = holdKeys(frame, other, parameters);
    const rows = only === undefined ? allRows(other.rows) : selectRows(only, other, tableNamed);
    const counts = keyCounts(foreign, rows);
    const counted = countedColumn(own, counts, by);
    const which =
      only === undefined
        ? `rows of ${table}`
        : conditionSentence(only, other.variables, `rows of ${table}`, tableNamed);
    const variable: Variable = {
      name: newName,
      label,
      kind: 'integer',
      level: 'scale',
      values: [],
      missing: [],
      evidence: `Number of ${which} with the same ${by}.`,
    };
    let some = 0;
    for (const n of counted.values) if (n > 0) some++;
    const withSome = share(some, frame.rows, unit);
    return {
      frame: addVariable(frame, variable, counted),
      cellsChanged: 0,
      sentence: `Counted ${which} as ${label}: ${withSome} have at least one.`,
    };
  },
});

/** How many rows have each row's key. */
function countedColumn(
  keys: Column,
  counts: ReadonlyMap<string, number>,
  keyLabel: string,
): NumberColumn {
  const own = toCodes(keys);
  const countOf = own.dictionary.map((text) => counts.get(text) ?? 0);
  const missing = own.missing.map((code) => (code === 0 ? 0 : 1));
  const values = Float64Array.from(own.codes, (code, row) =>
    missing[row] === 0 ? (countOf[code] ?? 0) : Number.NaN,
  );
  return { type: 'numbers', values, missing, reasons: [`no ${keyLabel}`] };
}
