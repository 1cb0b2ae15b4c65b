import * as v from 'valibot';
import { conditionMask } from '../cohort/select.ts';
import { conditionSentence } from '../cohort/sentence.ts';
import { complement, rowsOf } from '../columns/mask.ts';
import { takeRows } from '../columns/take.ts';
import { condition, text } from './parameters.ts';
import { defineStep, share } from './step.ts';

/** Leaves out the rows that meet a condition, for the reason given. */
export const leaveOut = defineStep({
  label: 'Leave rows out',
  about: 'Leaves out the rows that meet a condition, and says why.',
  words: ['delete rows', 'exclude', 'filter', 'drop'],
  schema: v.strictObject({ condition, reason: text }),
  apply(frame, parameters, { unit, table }) {
    const kept = takeRows(
      frame,
      rowsOf(complement(conditionMask(parameters.condition, frame, table))),
    );
    const who = conditionSentence(parameters.condition, frame.variables, unit, table);
    return {
      frame: kept,
      cellsChanged: 0,
      sentence: `Left out ${share(frame.rows - kept.rows, frame.rows, unit)} (${parameters.reason}): ${who}.`,
    };
  },
});
