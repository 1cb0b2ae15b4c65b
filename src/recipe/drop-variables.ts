import * as v from 'valibot';
import { Refusal } from '../model/refusal.ts';
import { held } from './edit-frame.ts';
import { names } from './parameters.ts';
import { defineStep } from './step.ts';

/** Leaves variables out of the table. */
export const dropVariables = defineStep({
  label: 'Leave variables out',
  about: 'Takes variables out of the table.',
  words: ['delete columns', 'remove columns'],
  schema: v.strictObject({ variables: names }),
  apply(frame, { variables }) {
    const gone = new Map(
      variables.map((each) => [held(frame, each).index, held(frame, each).variable]),
    );
    if (gone.size === frame.variables.length) {
      throw new Refusal('bad-parameter', 'No variable would be left.', {
        where: { option: 'variables' },
      });
    }
    return {
      frame: {
        ...frame,
        variables: frame.variables.filter((_, at) => !gone.has(at)),
        columns: frame.columns.filter((_, at) => !gone.has(at)),
      },
      cellsChanged: 0,
      sentence: `Left out ${[...gone.values()].map(({ label }) => label).join(', ')}.`,
    };
  },
});
