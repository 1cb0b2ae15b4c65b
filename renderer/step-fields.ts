import type { Step } from '../src/model/table.ts';
import type { Variable } from '../src/model/variable.ts';
import { keysOf, type StepForms } from './step-field.ts';
import { PRIVACY_STEPS } from './step-forms/privacy-steps.ts';
import { ROW_STEPS } from './step-forms/row-steps.ts';
import { SHAPE_STEPS } from './step-forms/shape-steps.ts';
import { TABLE_STEPS } from './step-forms/table-steps.ts';
import { VALUE_STEPS } from './step-forms/value-steps.ts';
import { VARIABLE_STEPS } from './step-forms/variable-steps.ts';
import { timeColumns, timesStep } from './time-columns.ts';

/** What the form of each step asks. */
export const STEP_FIELDS: StepForms = {
  ...ROW_STEPS,
  ...VALUE_STEPS,
  ...VARIABLE_STEPS,
  ...TABLE_STEPS,
  ...SHAPE_STEPS,
  ...PRIVACY_STEPS,
};

/** A step before anything was entered: choices at their first, numbers where they begin, columns as named. */
export function blankStep(op: string, variables: readonly Variable[] = []): Step {
  const step: Step = { op };
  for (const field of STEP_FIELDS[op] ?? []) {
    if (field.type === 'choice') step[field.key] = field.choices[0]?.[0];
    if (field.type === 'several') step[field.key] = field.choices.map(([id]) => id);
    if (field.type === 'number') step[field.key] = field.from;
    if (field.type === 'text' && field.blank) step[field.key] = '';
    if (field.type === 'merges') step[field.key] = {};
    if (field.type === 'times') Object.assign(step, timesStep(timeColumns(variables)[0]));
  }
  return tidyStep(step);
}

/** Without what is left empty: the schema of a step takes no blanks for what may be left out. */
export function tidyStep(step: Step): Step {
  const blank = new Set(
    (STEP_FIELDS[step.op] ?? []).flatMap((field) => {
      if (!('key' in field)) return keysOf(field).filter((key) => step[key] === undefined);
      const value = step[field.key];
      const isEmpty = value === '' || (Array.isArray(value) && value.length === 0);
      const mayGo = field.optional || field.type === 'choice';
      const isAsked = field.when?.(step) ?? true;
      return value === undefined || (isEmpty && mayGo) || !isAsked ? [field.key] : [];
    }),
  );
  return Object.fromEntries(Object.entries(step).filter(([key]) => !blank.has(key))) as Step;
}

/** What the form of a step still asks, by its labels. */
export function unanswered(step: Step): string[] {
  return (STEP_FIELDS[step.op] ?? []).flatMap((field) => {
    if ('key' in field && (field.optional || field.when?.(step) === false)) return [];
    if (field.type === 'flag' || (field.type === 'text' && field.blank)) return [];
    return keysOf(field).some((key) => isBlank(step[key])) ? [field.label] : [];
  });
}

function isBlank(value: unknown): boolean {
  if (value === undefined || value === '') return true;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
