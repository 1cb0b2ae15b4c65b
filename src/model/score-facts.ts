/** Which end of a score is better; `not-stated` where nothing that may be used says so. */
export type Direction = 'higher' | 'lower' | 'not-monotone' | 'not-stated';

/** What a score variable remembers of the measure version that made it: everything an analysis needs. */
export interface ScoreFacts {
  measure: string;
  version: string;
  /** "MORS-SF" */
  short: string;
  subscale: string;
  /** "Warmth" */
  name: string;
  range: { low: number; high: number };
  direction: Direction;
  cutoffs: readonly { label: string; at: number; side: 'from' | 'to' }[];
  reliable: readonly { points: number; basis: string }[];
  /** Variables of its items in the table of scores. */
  items: readonly string[];
  /** In a table of pairs: which side, and the time point or name of that form. */
  side?: 'before' | 'after';
  time?: string;
}

export const DIRECTION_WORDS: Record<Direction, string> = {
  higher: 'higher is better',
  lower: 'lower is better',
  'not-monotone': 'neither end is better',
  'not-stated': 'which end is better is not stated',
};
