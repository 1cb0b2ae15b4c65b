import type { Column } from '../../model/column.ts';
import { columnNamed, variableNamed } from '../../model/frame.ts';
import type { DataView as View } from '../analysis.ts';
import { ascending } from '../numeric/floats.ts';
import { quantile } from '../numeric/quantile.ts';
import type { ReachedStage } from './reach-stages.ts';

/** Days from the dated stage before to a stage, of those who reached it and have both dates. */
export interface StageTime {
  /** "Referred" */
  from: string;
  /** Whose time is counted: not those whose dates are out of order. */
  n: number;
  /** Median and quartiles (type 7); null when nobody has both dates in order. */
  days: { median: number; q1: number; q3: number } | null;
  outOfOrder: number;
}

/**
 * The time to each stage whose variable is a date; null for the others, and where nothing before has a date.
 * @param start a date before all stages
 */
export function stageTimes(
  view: View,
  stages: readonly ReachedStage[],
  start: string | null,
): (StageTime | null)[] {
  const dated = (name: string | null) => {
    if (name === null) return undefined;
    const column = columnNamed(view.frame, name);
    return column.type === 'days'
      ? { label: variableNamed(view.frame, name).label, column }
      : undefined;
  };
  let before = dated(start);
  return stages.map(({ name, rows }) => {
    const own = dated(name);
    if (own === undefined) return null;
    const from = before;
    before = own;
    return from === undefined ? null : timeBetween(from, own.column, rows);
  });
}

type Days = Extract<Column, { type: 'days' }>;

function timeBetween(
  from: { label: string; column: Days },
  to: Days,
  rows: Uint32Array,
): StageTime {
  const days: number[] = [];
  let outOfOrder = 0;
  for (const row of rows) {
    if (from.column.missing[row] !== 0 || to.missing[row] !== 0) continue;
    const passed = (to.values[row] as number) - (from.column.values[row] as number);
    if (passed < 0) outOfOrder++;
    else days.push(passed);
  }
  const sorted = ascending(days);
  return {
    from: from.label,
    n: days.length,
    days:
      days.length === 0
        ? null
        : {
            median: quantile(sorted, 0.5),
            q1: quantile(sorted, 0.25),
            q3: quantile(sorted, 0.75),
          },
    outOfOrder,
  };
}
