import type { Condition } from './condition.ts';

/** A named condition on one table, in versions. Results are pinned to one of them. */
export interface Cohort {
  name: string;
  label: string;
  table: string;
  /** Why it is there, in somebody's own words; may be empty. */
  description: string;
  condition: Condition;
  /** Grows when the condition changes; another label or description is no new version. */
  version: number;
  /** The cohorts this version was combined from. */
  combined?: Combination;
}

/** What is said when a cohort is saved. */
export type CohortDraft = Omit<Cohort, 'version' | 'description'> & { description?: string };

/** How cohorts are combined: the rows in all of them, in any, or in the first and none of the others. */
export const COMBINATIONS = { and: 'and', or: 'or', 'but-not': 'but not' } as const;

export type CombineBy = keyof typeof COMBINATIONS;

/**
 * What a version was combined from. The condition holds those of the parts as they were then, so that a
 * change of a part changes nothing here until somebody combines them again.
 */
export interface Combination {
  by: CombineBy;
  parts: readonly CohortVersionName[];
}

export interface CohortVersionName {
  name: string;
  label: string;
  version: number;
}

/** One version of a cohort, as it was kept. */
export interface CohortVersion {
  version: number;
  label: string;
  description: string;
  condition: Condition;
  combined?: Combination;
  /** ISO date-time, UTC; null where it was saved before versions were kept. */
  savedAt: string | null;
}

/** A cohort held against its table: how many are in it, and what uses it. */
export interface CohortCount extends Cohort {
  /** In words; empty where the condition no longer fits the table. */
  sentence: string;
  unit: string;
  /** Rows in it, and rows of the table; null where they cannot be counted. */
  n: number | null;
  of: number;
  /** Different people in it, where a variable says who a row is about. */
  people: PeopleCount | null;
  /** Results made with it, by id. */
  results: readonly string[];
  /** Made tables whose rule names it. */
  tables: readonly string[];
  /** Parts that have changed since it was combined, in words. */
  stale: readonly string[];
  /** Why it cannot be counted. */
  refused: string | null;
}

export interface PeopleCount {
  /** Variable that says who a row is about. */
  variable: string;
  n: number;
  of: number;
}

/** A version as its history tells it. */
export interface CohortVersionWords extends CohortVersion {
  sentence: string;
  /** What is different from the version before, in words; empty for the first. */
  changes: readonly string[];
}
