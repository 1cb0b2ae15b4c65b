import * as v from 'valibot';
import { textAt } from '../model/column.ts';
import { held, replaceVariable } from './edit-frame.ts';
import { name, names, text } from './parameters.ts';
import { readCell } from './read-cell.ts';
import { rowsByKey } from './rows-by-key.ts';
import { type NewCell, setCells } from './set-cells.ts';
import { defineStep, share } from './step.ts';

const BY_HAND = 'taken out by hand';

/**
 * Corrects single cells. Rows are named by key values and not by number, so that the corrections hold on the
 * next extract; one whose row is gone, or whose cell is another than when it was corrected, is left out and told.
 */
export const editCells = defineStep({
  label: 'Edit cells',
  about: 'Corrects single cells, found again by key on the next extract.',
  words: ['correct', 'single values'],
  schema: v.strictObject({
    variable: name,
    key: names,
    edits: v.pipe(
      v.array(
        v.strictObject({
          key: v.pipe(v.array(text), v.minLength(1)),
          from: v.exactOptional(v.nullable(text)),
          to: v.nullable(v.union([text, v.number()])),
        }),
      ),
      v.minLength(1),
      v.maxLength(100_000),
    ),
    reason: v.exactOptional(text),
  }),
  apply(frame, { variable: wanted, key, edits, reason = BY_HAND }) {
    const { variable, column, index } = held(frame, wanted);
    const keys = key.map((each) => held(frame, each));
    const find = rowsByKey(
      keys.map((each) => each.column),
      edits.map((edit) => edit.key),
    );
    const cells = new Map<number, NewCell>();
    const notes: string[] = [];
    for (const { key: values, from, to } of edits) {
      const who = `${keys.map((each) => each.variable.label).join(', ')} ${values.join(', ')}`;
      const rows = find(values);
      const [row] = rows;
      if (row === undefined || rows.length > 1) {
        notes.push(
          row === undefined
            ? `${who}: there is no such row.`
            : `${who}: ${rows.length} rows have it.`,
        );
        continue;
      }
      const is = textAt(column, row);
      const cell: NewCell = to === null ? { missing: reason } : { value: readCell(variable, to) };
      if (to !== null && is === String(to)) continue;
      if (from !== undefined && is !== (from ?? '')) {
        notes.push(`${who}: ${variable.label} was ${shown(from ?? '')} and is ${shown(is)} now.`);
        continue;
      }
      cells.set(row, cell);
    }
    const left = notes.length > 0 ? `; ${notes.length} did not fit and were left out` : '';
    return {
      frame: replaceVariable(frame, index, variable, setCells(column, cells)),
      cellsChanged: cells.size,
      sentence: `Corrected ${share(cells.size, edits.length, `cells of ${variable.label}`)}${left}.`,
      notes,
    };
  },
});

function shown(value: string): string {
  return value === '' ? 'empty' : `“${value}”`;
}
