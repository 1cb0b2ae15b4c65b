import * as v from 'valibot';
import { missingReason } from '../model/column.ts';
import { held, replaceVariable } from './edit-frame.ts';
import { name, text } from './parameters.ts';
import { readCell } from './read-cell.ts';
import { countPresent } from './recode.ts';
import { type NewCell, setCells } from './set-cells.ts';
import { defineStep, share } from './step.ts';

/** Gives missing cells a value, all of them or those that are missing for some reasons. */
export const fillMissing = defineStep({
  label: 'Fill missing',
  about: 'Gives missing cells a value, for example “Not stated”.',
  words: ['replace blanks', 'not stated'],
  schema: v.strictObject({
    variable: name,
    value: v.union([text, v.number()]),
    reasons: v.exactOptional(v.pipe(v.array(text), v.minLength(1))),
  }),
  apply(frame, { variable: wanted, value, reasons }) {
    const { variable, column, index } = held(frame, wanted);
    const cell: NewCell = { value: readCell(variable, value) };
    const cells = new Map<number, NewCell>();
    for (let row = 0; row < frame.rows; row++) {
      const reason = missingReason(column, row);
      if (reason !== null && (!reasons || reasons.includes(reason))) cells.set(row, cell);
    }
    const missing = frame.rows - countPresent(column);
    const isListed = variable.values.some((each) => each.value === String(value));
    const values =
      variable.values.length === 0 || isListed
        ? variable.values
        : [...variable.values, { value: String(value), label: String(value) }];
    return {
      frame: replaceVariable(frame, index, { ...variable, values }, setCells(column, cells)),
      cellsChanged: cells.size,
      sentence: `Filled ${share(cells.size, missing, `missing values of ${variable.label}`)} with “${value}”.`,
    };
  },
});
