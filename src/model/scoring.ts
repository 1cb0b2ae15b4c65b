import type { Value } from './column.ts';
import type { ScoreAccount, ScoreDefinition } from './table.ts';

/** How the columns of a table may be the items of a measure: proposed, never applied by itself. */
export interface ScoringSuggestion {
  from: string;
  /** Name of the measure. */
  measure: string;
  score: ScoreDefinition;
  /** "18 of 18 items at T1 and T2, named prfq_01_T1 to prfq_18_T2." */
  sentence: string;
  /** What somebody has to know or decide before it is scored. */
  notices: readonly string[];
}

/** A form as it would be scored: the first ones, for a look before anything is written. */
export interface CheckedForm {
  person: string | null;
  time: string;
  row: number;
  items: readonly { item: number; value: Value; counts: number | null; isOut: boolean }[];
  scores: readonly { name: string; value: number | null; reason: string | null }[];
}

/** What scoring would do; nothing is written. */
export interface ScoringCheck {
  measure: string;
  version: string;
  forms: number;
  people: number;
  times: readonly { time: string; forms: number }[];
  account: ScoreAccount;
  rows: readonly CheckedForm[];
}
