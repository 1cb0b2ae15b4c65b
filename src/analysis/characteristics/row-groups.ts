import type { DataView as View } from '../analysis.ts';
import { levelsOf } from '../parts/levels.ts';
import { missingWords } from '../parts/missing-counts.ts';
import { plainLabel } from '../parts/outcomes.ts';
import { countReasons } from '../parts/reasons.ts';

/** The columns of a table of characteristics: everybody, and each group. */
export interface RowGroups {
  /** What they are groups of; '' without groups. */
  by: string;
  /** As a sentence says what is compared: "groups of Site", "cohorts". */
  compared: string;
  labels: readonly string[];
  sizes: readonly number[];
  /** Of each group the places of its rows in the view; groups may share some. */
  members: readonly Uint32Array[];
  /** The groups are also held against everybody. */
  withAll: boolean;
  /** Who is in no group, in words; '' when everybody is in one. */
  left: string;
}

const NONE: RowGroups = {
  by: '',
  compared: '',
  labels: [],
  sizes: [],
  members: [],
  withAll: false,
  left: '',
};

/** Groups that have rows; without a variable there are none. */
export function rowGroups(view: View, name: string | null): RowGroups {
  if (name === null) return NONE;
  const levels = levelsOf(view, name, 'group');
  const codes = levels.codes();
  const used = levels.labels.flatMap((_, k) => ((levels.counts[k] ?? 0) > 0 ? [k] : []));
  const by = plainLabel(levels.variable);
  const lists = levels.labels.map((): number[] => []);
  codes.forEach((code, i) => {
    lists[code]?.push(i);
  });
  const missing = countReasons(levels.reasons);
  return {
    by,
    compared: `groups of ${by}`,
    labels: used.map((k) => levels.labels[k] ?? ''),
    sizes: used.map((k) => levels.counts[k] ?? 0),
    members: used.map((k) => Uint32Array.from(lists[k] ?? [])),
    withAll: false,
    left: missing.length === 0 ? '' : `${by}: ${missingWords(missing)}`,
  };
}
