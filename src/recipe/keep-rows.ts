import * as v from 'valibot';
import { selectRows } from '../cohort/select.ts';
import { conditionSentence } from '../cohort/sentence.ts';
import { takeRows } from '../columns/take.ts';
import { condition, text } from './parameters.ts';
import { defineStep, share } from './step.ts';

/** Keeps the rows that meet a condition; the others are left out for the reason given. */
export const keepRows = defineStep({
  label: 'Keep rows',
  about: 'Keeps the rows that meet a condition, and says why.',
  words: ['filter', 'select cases', 'subset'],
  schema: v.strictObject({ condition, reason: text }),
  apply(frame, parameters, { unit, table }) {
    const kept = takeRows(frame, selectRows(parameters.condition, frame, table));
    const who = conditionSentence(parameters.condition, frame.variables, unit, table);
    const out = share(frame.rows - kept.rows, frame.rows, unit);
    return {
      frame: kept,
      cellsChanged: 0,
      sentence: `Left out ${out} (${parameters.reason}); kept ${who}.`,
    };
  },
});
