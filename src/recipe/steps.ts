import { bands } from './bands.ts';
import { compareDates } from './compare-dates.ts';
import { countLinked } from './count-linked.ts';
import { dateLinked } from './date-linked.ts';
import { financialYear } from './financial-year.ts';
import { group } from './group.ts';
import { keepLinked } from './keep-linked.ts';
import { keepRows } from './keep-rows.ts';
import { link } from './link.ts';
import { mapValues } from './map-values.ts';
import { removeDuplicates } from './remove-duplicates.ts';
import { setMissing } from './set-missing.ts';
import type { StepRecord } from './step.ts';
import { tidyText } from './tidy-text.ts';

/** Every step a recipe may have, by its `op`. */
export const STEPS: Readonly<Record<string, StepRecord>> = {
  'remove-duplicates': removeDuplicates,
  'keep-rows': keepRows,
  'keep-linked': keepLinked,
  'map-values': mapValues,
  'tidy-text': tidyText,
  'set-missing': setMissing,
  group,
  bands,
  'financial-year': financialYear,
  'compare-dates': compareDates,
  link,
  'count-linked': countLinked,
  'date-linked': dateLinked,
};
