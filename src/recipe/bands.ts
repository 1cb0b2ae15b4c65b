import * as v from 'valibot';
import { missingReason } from '../model/column.ts';
import { Refusal } from '../model/refusal.ts';
import { addVariable, heldOf, newCategory } from './edit-frame.ts';
import { name, newVariable } from './parameters.ts';
import { categoryColumn, countPresent } from './recode.ts';
import { defineStep, share } from './step.ts';

interface Band {
  label: string;
  low?: number;
  high?: number;
}

/** A new ordered category from a number. Both bounds belong to their band; bands may not overlap. */
export const bands = defineStep({
  label: 'Put in bands',
  about: 'Puts a number in bands: a new, ordered category.',
  words: ['bin', 'cut', 'age groups', 'recode'],
  schema: v.strictObject({
    variable: name,
    ...newVariable,
    bands: v.pipe(
      v.array(
        v.strictObject({
          label: name,
          low: v.exactOptional(v.number()),
          high: v.exactOptional(v.number()),
        }),
      ),
      v.minLength(1),
    ),
  }),
  apply(frame, { variable: from, bands: list, ...named }, { unit }) {
    const { variable, column } = heldOf(frame, from, ['integer', 'decimal']);
    refuseOverlap(list);
    const labels = [...new Set(list.map((band) => band.label))];
    const places = list.map((band) => labels.indexOf(band.label));
    const banded = categoryColumn(frame.rows, labels, (row) => {
      if (column.type !== 'numbers' || column.missing[row] !== 0) {
        return missingReason(column, row) ?? 'missing';
      }
      const value = column.values[row] ?? Number.NaN;
      const found = list.findIndex((band) => value >= lowOf(band) && value <= highOf(band));
      return places[found] ?? 'in no band';
    });
    const made = newCategory(named, labels, 'ordinal', `Bands of ${variable.label}.`);
    const filled = share(countPresent(banded), frame.rows, unit);
    return {
      frame: addVariable(frame, made, banded),
      cellsChanged: 0,
      sentence: `Added ${made.label}, ${labels.length} bands of ${variable.label}: known for ${filled}.`,
    };
  },
});

const lowOf = (band: Band) => band.low ?? Number.NEGATIVE_INFINITY;
const highOf = (band: Band) => band.high ?? Number.POSITIVE_INFINITY;

function refuseOverlap(list: readonly Band[]): void {
  for (const [i, band] of list.entries()) {
    const empty = lowOf(band) > highOf(band);
    const other = list
      .slice(0, i)
      .find((one) => lowOf(band) <= highOf(one) && lowOf(one) <= highOf(band));
    if (!empty && other === undefined) continue;
    const fault = empty
      ? `The band ${band.label} ends before it begins.`
      : `The bands ${other?.label} and ${band.label} overlap.`;
    throw new Refusal('bad-parameter', fault, {
      hint: 'Both bounds belong to their band: “18 to 24” and “25 to 34”.',
      where: { option: 'bands' },
    });
  }
}
