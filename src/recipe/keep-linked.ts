import * as v from 'valibot';
import { rowsOf } from '../columns/mask.ts';
import { takeRows } from '../columns/take.ts';
import { matchKeys } from './key-match.ts';
import { holdKeys, linkedKeys } from './linked-keys.ts';
import { text } from './parameters.ts';
import { defineStep, share } from './step.ts';

/** Leaves out rows whose key is missing or is not in another table: orphans. */
export const keepLinked = defineStep({
  label: 'Keep linked rows',
  about: 'Leaves out rows whose key is not in another table.',
  words: ['orphans', 'filter'],
  schema: v.strictObject({ ...linkedKeys, reason: text }),
  apply(frame, { table, reason, ...keys }, context) {
    const { own, foreign, label } = holdKeys(frame, context.table(table), keys);
    const match = matchKeys(own, foreign);
    const keep = Uint8Array.from({ length: frame.rows }, (_, row) =>
      match.rowOf(row) === undefined ? 0 : 1,
    );
    const out = share(frame.rows - match.matched, frame.rows, context.unit);
    return {
      frame: takeRows(frame, rowsOf(keep)),
      cellsChanged: 0,
      sentence: `Left out ${out} whose ${label} is not in ${table} (${reason}).`,
    };
  },
});
