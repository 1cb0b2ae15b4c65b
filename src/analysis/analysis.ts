import type { Frame } from '../model/frame.ts';
import type { AnalysisDescription } from '../model/option.ts';
import type { Finding, OptionValue } from '../model/result.ts';

/** What an analysis may see: a table, the rows of the cohort in table order, and what a row is called. */
export interface DataView {
  frame: Frame;
  /** 0-based rows of the frame. */
  rows: Uint32Array;
  /** Plural: "people", "referrals". */
  unit: string;
  /** Rows stand as often as their weight says. */
  isWeighted?: boolean;
  /** Groups that were made beforehand, for an analysis that compares cohorts. */
  sides?: Sides;
}

/** Cohorts side by side. They may have rows in common. */
export interface Sides {
  cohorts: readonly Side[];
  /** The cohorts are also held against all rows of the view. */
  withAll: boolean;
}

export interface Side {
  label: string;
  /** 0-based rows of the frame; those outside the view do not count. */
  rows: Uint32Array;
}

/** Validated options: every key of the description, defaults filled in. */
export type Options = Readonly<Record<string, OptionValue>>;

export interface Analysis extends AnalysisDescription {
  /** @throws Refusal when it cannot be computed at all; parts that cannot are estimates with `refused`. */
  run(view: DataView, options: Options): Finding;
}
