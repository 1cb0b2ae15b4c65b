import * as v from 'valibot';
import { Refusal } from '../model/refusal.ts';
import { held, replaceVariable } from './edit-frame.ts';
import { name, newVariable } from './parameters.ts';
import { defineStep } from './step.ts';

/** Another name and label for a variable. */
export const renameVariable = defineStep({
  label: 'Rename a variable',
  about: 'Gives a variable another name and label.',
  words: ['rename column', 'relabel'],
  schema: v.strictObject({ variable: name, ...newVariable }),
  apply(frame, { variable: wanted, name: newName, label }) {
    const { variable, column, index } = held(frame, wanted);
    if (frame.variables.some((other, at) => at !== index && other.name === newName)) {
      throw new Refusal('name-taken', `There is a variable called “${newName}” already.`, {
        where: { column: newName },
      });
    }
    return {
      frame: replaceVariable(frame, index, { ...variable, name: newName, label }, column),
      cellsChanged: 0,
      sentence: `Renamed ${variable.label} (${variable.name}) to ${label} (${newName}).`,
    };
  },
});
