import { Refusal } from '../../model/refusal.ts';
import type { DataView as View } from '../analysis.ts';
import { type Levels, levelsOf } from '../parts/levels.ts';
import { byLevel } from '../parts/number-values.ts';
import type { Outcome } from '../parts/outcomes.ts';
import { plainLabel } from '../parts/outcomes.ts';
import { anyMissing, type Reasons } from '../parts/reasons.ts';

export interface Group {
  label: string;
  values: number[];
}

/** An outcome in the groups of a variable; groups without a value are left out. */
export interface Grouped {
  outcome: Outcome;
  /** What the groups are groups of. */
  by: string;
  groups: readonly Group[];
  n: number;
  reasons: Reasons;
}

/** @throws Refusal when the variable has too many values, or only one that has rows */
export function groupingOf(view: View, name: string, option = 'group'): Levels {
  const levels = levelsOf(view, name, option);
  const used = levels.counts.filter((n) => n > 0).length;
  if (used >= 2) return levels;
  throw new Refusal(
    'not-computable',
    `${plainLabel(levels.variable)}: at least 2 groups with rows are required, and there ${used === 1 ? 'is 1' : 'are none'}.`,
    {
      hint: 'Choose another variable, or a wider cohort.',
      where: { option, column: name },
    },
  );
}

/** @param only indices of the levels that are compared; all where left out */
export function grouped(outcome: Outcome, levels: Levels, only?: readonly number[]): Grouped {
  const by = plainLabel(levels.variable);
  const lists = byLevel(outcome, levels);
  const wanted = only ?? lists.map((_, k) => k);
  const groups = wanted
    .map((k) => ({ label: levels.labels[k] ?? '', values: Array.from(lists[k] ?? []) }))
    .filter(({ values }) => values.length > 0);
  return {
    outcome,
    by,
    groups,
    n: groups.reduce((n, { values }) => n + values.length, 0),
    reasons: anyMissing([
      { label: outcome.label, reasons: outcome.reasons },
      { label: by, reasons: only ? withoutOthers(levels, only) : levels.reasons },
    ]),
  };
}

/** Rows of other groups are left out, and say so. */
function withoutOthers(levels: Levels, only: readonly number[]): Reasons {
  const names = [...levels.reasons.names, 'another group'];
  const codes = levels.codes();
  return {
    names,
    codes: Uint32Array.from(levels.reasons.codes, (code, i) =>
      code === 0 && !only.includes(codes[i] as number) ? names.length : code,
    ),
  };
}
