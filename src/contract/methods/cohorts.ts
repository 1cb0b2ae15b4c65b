import * as v from 'valibot';
import type {
  Cohort,
  CohortCount,
  CohortDraft,
  CohortVersionWords,
  CombineBy,
} from '../../model/cohort.ts';
import type { Condition, Link } from '../../model/condition.ts';
import type { ProjectInfo } from '../../model/project.ts';
import type { CohortInUse, Step } from '../../model/table.ts';
import { type MethodsOf, nothing, PATIENT, READ, WRITE } from '../method-record.ts';
import { cohortChange, cohortCombination, cohortDraft } from '../schemas/cohorts.ts';
import { condition, name } from '../schemas/plain.ts';
import { steps } from '../schemas/tables.ts';

/** How rows of two tables may belong together, and how well that fits their data. */
export interface SuggestedLink {
  link: Link;
  /** Different keys of the first table, and those of them that the other has too. */
  of: number;
  shared: number;
  /** Where a key stands in one row only: of the first table, of the other, of both or of neither. */
  unique: 'here' | 'there' | 'both' | 'neither';
}

/** A condition with its sentence, said whole. */
export interface SaidCondition {
  condition: Condition;
  sentence: string;
}

/** What somebody typed: what it was understood as, or what comes nearest. */
export interface UnderstoodCondition {
  understood: SaidCondition | null;
  /** Words that nothing could be made of. */
  unread: readonly string[];
  nearest: readonly SaidCondition[];
}

/** Conditions, in words and as named cohorts. */
export interface CohortMethods {
  countCohort(input: { table: string; condition: Condition; after?: readonly Step[] }): CohortInUse;
  /** Reads a condition in words: one of our own sentences, or labels, values, years and ranges. */
  understandCondition(input: {
    table: string;
    text: string;
    after?: readonly Step[];
  }): UnderstoodCondition;
  /** How rows of one table may belong to rows of another, the likeliest first. */
  suggestLinks(input: { table: string; to: string }): readonly SuggestedLink[];
  /** Every cohort with its sentence, its rows and people, and what uses it. */
  cohorts(input: Record<string, never>): readonly CohortCount[];
  /** Every version of a cohort and what changed, the newest first; also of one that was removed. */
  cohortHistory(input: { name: string }): readonly CohortVersionWords[];
  /** Keeps a cohort; another condition under a name that is there is its next version. */
  saveCohort(input: CohortDraft): Cohort;
  /** Another label or description: no new version. */
  changeCohort(input: { name: string; change: { label?: string; description?: string } }): Cohort;
  /** Makes a cohort of two or more of the same table, as they are now. */
  combineCohorts(input: {
    name: string;
    label: string;
    description?: string;
    by: CombineBy;
    parts: readonly string[];
  }): Cohort;
  removeCohort(input: { name: string }): ProjectInfo;
  /** Undoes the removal: the cohort is back with its versions. */
  restoreCohort(input: { name: string }): Cohort;
}

export const COHORT_METHODS = {
  countCohort: {
    ...READ,
    input: v.strictObject({
      table: name,
      condition,
      after: v.exactOptional(steps),
    }),
  },
  understandCondition: {
    ...READ,
    input: v.strictObject({
      table: name,
      text: v.pipe(v.string(), v.maxLength(20_000)),
      after: v.exactOptional(steps),
    }),
  },
  suggestLinks: { ...READ, input: v.strictObject({ table: name, to: name }) },
  cohorts: { ...PATIENT, input: nothing },
  cohortHistory: { ...READ, input: v.strictObject({ name }) },
  saveCohort: { ...WRITE, input: cohortDraft },
  changeCohort: { ...WRITE, input: v.strictObject({ name, change: cohortChange }) },
  combineCohorts: { ...WRITE, input: cohortCombination },
  removeCohort: { ...WRITE, input: v.strictObject({ name }) },
  restoreCohort: { ...WRITE, input: v.strictObject({ name }) },
} as const satisfies MethodsOf<CohortMethods>;
