import * as v from 'valibot';
import { rowsOf } from '../columns/mask.ts';
import { takeRows } from '../columns/take.ts';
import { held } from './edit-frame.ts';
import { matchKeys } from './key-match.ts';
import { name, text } from './parameters.ts';
import { defineStep, share } from './step.ts';

/** Leaves out rows whose key is missing or is not in another table: orphans. */
export const keepLinked = defineStep({
  label: 'Keep linked rows',
  about: 'Leaves out rows whose key is not in another table.',
  schema: v.strictObject({ table: name, key: name, foreignKey: name, reason: text }),
  apply(frame, { table, key, foreignKey, reason }, context) {
    const own = held(frame, key);
    const match = matchKeys(own.column, held(context.table(table), foreignKey).column);
    const keep = Uint8Array.from({ length: frame.rows }, (_, row) =>
      match.rowOf(row) === undefined ? 0 : 1,
    );
    const out = share(frame.rows - match.matched, frame.rows, context.unit);
    return {
      frame: takeRows(frame, rowsOf(keep)),
      cellsChanged: 0,
      sentence: `Left out ${out} whose ${own.variable.label} is not in ${table} (${reason}).`,
    };
  },
});
