import * as v from 'valibot';
import { toCodes } from '../columns/to-codes.ts';
import type { Frame } from '../model/frame.ts';
import { held, heldOf, replaceVariable } from './edit-frame.ts';
import { name, names } from './parameters.ts';
import { normalIdentifier } from './pseudonymise.ts';
import { type NewCell, setCells } from './set-cells.ts';
import { defineStep, share } from './step.ts';

/**
 * Moves the dates of each person by the same secret number of days, at most `days` either way and never 0, so
 * that intervals stay as they are. The number follows from the key of the project and the person, the same in
 * every table. A date of nobody becomes missing: it could not be moved.
 */
export const shiftDates = defineStep({
  label: 'Shift dates',
  about: 'Moves all dates of a person by the same secret number of days; intervals stay.',
  words: ['anonymise', 'jitter'],
  schema: v.strictObject({
    variables: names,
    person: name,
    days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3_650)),
  }),
  apply(frame, { variables, person, days }, { digest }) {
    const who = held(frame, person);
    const coded = toCodes(who.column);
    const shifts = coded.dictionary.map((text) =>
      shiftOf(digest(`shift\0${normalIdentifier(text)}`), days),
    );
    let result: Frame = frame;
    let moved = 0;
    let present = 0;
    const labels: string[] = [];
    for (const each of new Set(variables)) {
      const { variable, column, index } = heldOf(result, each, ['date']);
      const cells = new Map<number, NewCell>();
      for (let row = 0; row < frame.rows; row++) {
        if (column.type !== 'days' || column.missing[row] !== 0) continue;
        present++;
        const isKnown = coded.missing[row] === 0;
        if (isKnown) moved++;
        const by = shifts[coded.codes[row] ?? 0] ?? 0;
        cells.set(
          row,
          isKnown
            ? { value: (column.values[row] ?? 0) + by }
            : { missing: `no ${who.variable.label} to shift by` },
        );
      }
      const shifted = {
        ...variable,
        evidence: `Shifted by a constant for each ${who.variable.label}.`,
      };
      result = replaceVariable(result, index, shifted, setCells(column, cells));
      labels.push(variable.label);
    }
    return {
      frame: result,
      cellsChanged: present,
      sentence: `Shifted ${share(moved, present, `dates of ${labels.join(', ')}`)} by up to ${days} days, the same for each ${who.variable.label}.`,
    };
  },
});

/** −days … −1, 1 … days, each as likely, from the first six bytes. */
function shiftOf(bytes: Uint8Array, days: number): number {
  const number = bytes.slice(0, 6).reduce((sum, byte) => sum * 256 + byte, 0);
  const place = number % (2 * days);
  return place < days ? place - days : place - days + 1;
}
