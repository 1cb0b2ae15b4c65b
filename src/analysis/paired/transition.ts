import type { Variable } from '../../model/variable.ts';
import type { PairedScores } from './paired-scores.ts';

/** With more levels than this a table of transitions says less than the scores do. */
const MOST_LEVELS = 12;

/** How many went from each level to each; levels in order. */
export interface Transition {
  levels: readonly string[];
  /** `counts[i][j]`: level i before, level j after. */
  counts: readonly (readonly number[])[];
  before: readonly number[];
  after: readonly number[];
}

/** Null when the scores are no levels: more than 12 different ones, or none. */
export function transitionOf(
  { before, after }: PairedScores,
  variable: Variable,
): Transition | null {
  const listed = listedValues(variable);
  const found = new Set(listed);
  for (const scores of [before, after]) {
    for (const value of scores) {
      if (found.add(value).size > MOST_LEVELS) return null;
    }
  }
  const values = [...found].sort((a, b) => a - b);
  if (values.length === 0 || before.length === 0) return null;
  const index = new Map(values.map((value, i) => [value, i]));
  const counts = values.map(() => values.map(() => 0));
  before.forEach((value, k) => {
    const line = counts[index.get(value) ?? 0];
    const j = index.get(after[k] ?? 0) ?? 0;
    if (line) line[j] = (line[j] ?? 0) + 1;
  });
  return {
    levels: values.map((value) => levelLabel(variable, value)),
    counts,
    before: counts.map((line) => line.reduce((a, b) => a + b, 0)),
    after: values.map((_, j) => counts.reduce((total, line) => total + (line[j] ?? 0), 0)),
  };
}

/** The listed values as the numbers that stand for them in paired scores. */
function listedValues(variable: Variable): number[] {
  if (variable.kind === 'category') return variable.values.map((_, i) => i + 1);
  return variable.values.map((entry) => Number(entry.value)).filter(Number.isFinite);
}

function levelLabel(variable: Variable, value: number): string {
  if (variable.kind === 'category') return variable.values[value - 1]?.label ?? String(value);
  return variable.values.find((entry) => Number(entry.value) === value)?.label ?? String(value);
}
