import type { StepKind } from '../model/recipe.ts';
import { append } from './append.ts';
import { bands } from './bands.ts';
import { coarsenDates } from './coarsen-dates.ts';
import { compareDates } from './compare-dates.ts';
import { countLinked } from './count-linked.ts';
import { dateLinked } from './date-linked.ts';
import { derive } from './derive.ts';
import { dropVariables } from './drop-variables.ts';
import { editCells } from './edit-cells.ts';
import { fillMissing } from './fill-missing.ts';
import { financialYear } from './financial-year.ts';
import { findReplace } from './find-replace.ts';
import { group } from './group.ts';
import { joinColumns } from './join-columns.ts';
import { keepLinked } from './keep-linked.ts';
import { keepRows } from './keep-rows.ts';
import { leaveOut } from './leave-out.ts';
import { link } from './link.ts';
import { longToWide } from './long-to-wide.ts';
import { mapValues } from './map-values.ts';
import { parseDates } from './parse-dates.ts';
import { pseudonymise } from './pseudonymise.ts';
import { redact } from './redact.ts';
import { removeDuplicates } from './remove-duplicates.ts';
import { renameVariable } from './rename-variable.ts';
import { setMissing } from './set-missing.ts';
import { shiftDates } from './shift-dates.ts';
import { splitAnswers } from './split-answers.ts';
import { splitColumn } from './split-column.ts';
import type { StepRecord } from './step.ts';
import { tidyText } from './tidy-text.ts';
import { wideToLong } from './wide-to-long.ts';

type Steps = Readonly<Record<string, StepRecord>>;

/** What somebody wants to do, and the steps that do it by their `op`. */
export const STEP_GROUPS: Readonly<Record<string, Steps>> = {
  'Choose rows': {
    'remove-duplicates': removeDuplicates,
    'keep-rows': keepRows,
    'leave-out': leaveOut,
    'keep-linked': keepLinked,
  },
  'Correct values': {
    'edit-cells': editCells,
    'find-replace': findReplace,
    'map-values': mapValues,
    'tidy-text': tidyText,
    'parse-dates': parseDates,
    'set-missing': setMissing,
    'fill-missing': fillMissing,
  },
  'Make a variable': {
    group,
    bands,
    derive,
    'financial-year': financialYear,
    'compare-dates': compareDates,
    'split-column': splitColumn,
    'join-columns': joinColumns,
    'split-answers': splitAnswers,
  },
  'Use another table': {
    link,
    'count-linked': countLinked,
    'date-linked': dateLinked,
    append,
  },
  'Change the shape': {
    'wide-to-long': wideToLong,
    'long-to-wide': longToWide,
    'rename-variable': renameVariable,
    'drop-variables': dropVariables,
  },
  'Protect people': {
    pseudonymise,
    'shift-dates': shiftDates,
    'coarsen-dates': coarsenDates,
    redact,
  },
};

/** Every step a recipe may have, by its `op`. */
export const STEPS: Steps = Object.assign({}, ...Object.values(STEP_GROUPS));

/** The steps for somebody who chooses one. */
export function stepKinds(): StepKind[] {
  return Object.entries(STEP_GROUPS).flatMap(([title, steps]) =>
    Object.entries(steps).map(([op, { label, about, words = [] }]) => ({
      op,
      label,
      about,
      group: title,
      words,
    })),
  );
}
