import * as v from 'valibot';
import { groupRows } from '../columns/group-rows.ts';
import { rowsOf } from '../columns/mask.ts';
import { takeRows } from '../columns/take.ts';
import { held } from './edit-frame.ts';
import { names } from './parameters.ts';
import { defineStep, share } from './step.ts';

/**
 * Keeps the first of rows that agree in all variables, or in those of `by`.
 * A row without a value in one of `by` repeats nobody and is kept.
 */
export const removeDuplicates = defineStep({
  label: 'Remove duplicates',
  schema: v.strictObject({ by: v.exactOptional(names) }),
  apply(frame, { by }, { unit }) {
    const keys = by?.map((name) => held(frame, name));
    const columns = keys?.map((key) => key.column) ?? frame.columns;
    const { group, groups } = groupRows(columns, frame.rows);
    const seen = new Uint8Array(groups);
    const keep = new Uint8Array(frame.rows);
    for (let row = 0; row < frame.rows; row++) {
      const own = group[row] ?? 0;
      const unknown = by !== undefined && columns.some((column) => column.missing[row] !== 0);
      if (unknown || seen[own] === 0) keep[row] = 1;
      seen[own] = 1;
    }
    const kept = takeRows(frame, rowsOf(keep));
    const repeats =
      keys === undefined
        ? 'that repeat another row'
        : `that repeat another row in ${keys.map((key) => key.variable.label).join(' and ')}`;
    const removed = share(frame.rows - kept.rows, frame.rows, unit);
    return { frame: kept, cellsChanged: 0, sentence: `Removed ${removed} ${repeats}.` };
  },
});
