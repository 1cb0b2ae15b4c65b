import type { Rule } from './quality.ts';

/** What the rules find in a table that a recipe made, at two of its points. */
export interface QualityComparison {
  table: string;
  /** From what the table starts, and after each of its steps; the last is the table as it is. */
  points: readonly string[];
  /** Places in `points`. */
  before: number;
  after: number;
  rows: { before: number; after: number };
  /** What lost most findings first, what gained most last; then what can be asked at one of the points only. */
  rules: readonly RuleComparison[];
}

export interface RuleComparison {
  rule: Rule;
  sentence: string;
  /** What is counted: the table's unit, or months, years. */
  unit: string;
  /** Null where the rule cannot be asked. */
  before: PointCount | null;
  after: PointCount | null;
  /** Why it cannot. */
  why: string | null;
}

/** Failing, of those that the rule asks. */
export interface PointCount {
  n: number;
  of: number;
}

/** How a rule's findings changed: by their number, as rows that a step leaves out change every share. */
export type Turn = 'fewer' | 'more' | 'as-many' | 'apart';

export function turnOf({ before, after }: RuleComparison): Turn {
  if (!before || !after) return 'apart';
  if (before.n === after.n) return 'as-many';
  return after.n < before.n ? 'fewer' : 'more';
}

/** By how much the share of failing rows grew. */
export function shareGrowth(before: PointCount, after: PointCount): number {
  const share = ({ n, of }: PointCount) => (of === 0 ? 0 : n / of);
  return share(after) - share(before);
}
