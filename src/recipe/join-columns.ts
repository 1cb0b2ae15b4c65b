import * as v from 'valibot';
import { codeColumn } from '../columns/build.ts';
import { textAt } from '../model/column.ts';
import { addVariable, held, newText } from './edit-frame.ts';
import { names, newVariable } from './parameters.ts';
import { countPresent } from './recode.ts';
import { defineStep, share } from './step.ts';

/** One text of several variables; missing ones are left out, and where all are missing the text is. */
export const joinColumns = defineStep({
  label: 'Join columns',
  about: 'Makes one text of several variables.',
  words: ['concatenate', 'combine'],
  schema: v.strictObject({
    variables: names,
    separator: v.pipe(v.string(), v.maxLength(20)),
    ...newVariable,
  }),
  apply(frame, { variables, separator, ...named }, { unit }) {
    const parts = variables.map((each) => held(frame, each));
    const joined = codeColumn(
      Array.from({ length: frame.rows }, (_, row) => {
        const texts = parts.map(({ column }) => textAt(column, row)).filter((text) => text !== '');
        return texts.length === 0 ? null : texts.join(separator);
      }),
    );
    const labels = parts.map(({ variable }) => variable.label).join(', ');
    const made = newText(named, `Joined from ${labels}.`);
    return {
      frame: addVariable(frame, made, joined),
      cellsChanged: 0,
      sentence: `Added ${made.label}, joined from ${labels}: known for ${share(countPresent(joined), frame.rows, unit)}.`,
    };
  },
});
