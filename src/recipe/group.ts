import * as v from 'valibot';
import { toCodes } from '../columns/to-codes.ts';
import { Refusal } from '../model/refusal.ts';
import { addVariable, heldOf, newCategory } from './edit-frame.ts';
import { name, newVariable, text } from './parameters.ts';
import { countPresent, recode } from './recode.ts';
import { defineStep, share } from './step.ts';

/** A new category that gathers values of another; what is in no group goes to `otherwise`, or is missing. */
export const group = defineStep({
  label: 'Group values',
  about: 'Gathers the values of a category in a new one.',
  words: ['recode', 'categories', 'collapse'],
  schema: v.strictObject({
    variable: name,
    ...newVariable,
    groups: v.pipe(v.array(v.strictObject({ label: name, values: v.array(text) })), v.minLength(1)),
    otherwise: v.exactOptional(name),
  }),
  apply(frame, { variable: from, groups, otherwise, ...named }, { unit }) {
    const { variable, column } = heldOf(
      frame,
      from,
      ['category', 'text', 'identifier'],
      'Numbers are put in bands.',
    );
    const labelOf = labelsByValue(groups);
    const { column: grouped } = recode(toCodes(column), (value) => {
      const label = labelOf.get(value) ?? otherwise;
      return label === undefined ? { missing: 'in no group' } : { text: label };
    });
    const labels = new Set(groups.map((entry) => entry.label));
    if (otherwise !== undefined) labels.add(otherwise);
    const made = newCategory(
      named,
      [...labels],
      variable.level === 'ordinal' ? 'ordinal' : 'nominal',
      `Groups of ${variable.label}.`,
    );
    const filled = share(countPresent(grouped), frame.rows, unit);
    return {
      frame: addVariable(frame, made, grouped),
      cellsChanged: 0,
      sentence: `Added ${made.label}, ${labels.size} groups of ${variable.label}: known for ${filled}.`,
    };
  },
});

function labelsByValue(
  groups: readonly { label: string; values: readonly string[] }[],
): Map<string, string> {
  const labelOf = new Map<string, string>();
  for (const { label, values } of groups) {
    for (const value of values) {
      const other = labelOf.get(value);
      if (other !== undefined && other !== label) {
        throw new Refusal('bad-parameter', `“${value}” is in two groups, ${other} and ${label}.`, {
          hint: 'Leave it in one.',
          where: { option: 'groups' },
        });
      }
      labelOf.set(value, label);
    }
  }
  return labelOf;
}
