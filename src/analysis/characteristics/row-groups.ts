import type { DataView as View } from '../analysis.ts';
import { levelsOf } from '../parts/levels.ts';
import { plainLabel } from '../parts/outcomes.ts';
import type { Reasons } from '../parts/reasons.ts';

/** The columns of a table of characteristics: everybody, and each group. */
export interface RowGroups {
  /** What they are groups of; '' without groups. */
  by: string;
  labels: readonly string[];
  sizes: readonly number[];
  /** One entry a row of the view: its group, −1 for none. */
  codes: Int32Array;
  reasons: Reasons;
}

/** Groups that have rows; without a variable there are none. */
export function rowGroups(view: View, name: string | null): RowGroups {
  const n = view.rows.length;
  if (name === null) {
    return {
      by: '',
      labels: [],
      sizes: [],
      codes: new Int32Array(n).fill(-1),
      reasons: { codes: new Uint8Array(n), names: [] },
    };
  }
  const levels = levelsOf(view, name, 'group');
  const used = levels.labels.flatMap((_, k) => ((levels.counts[k] ?? 0) > 0 ? [k] : []));
  const place = levels.labels.map((_, k) => used.indexOf(k));
  return {
    by: plainLabel(levels.variable),
    labels: used.map((k) => levels.labels[k] ?? ''),
    sizes: used.map((k) => levels.counts[k] ?? 0),
    codes: levels.codes().map((code) => (code < 0 ? -1 : (place[code] ?? -1))),
    reasons: levels.reasons,
  };
}
