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
  /** What fell most first, what rose last; then what can be asked at one of the points only. */
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
