import {
  type CodeRuns,
  runsBelow,
  runsBetween,
  runsWhere,
  runsWithout,
} from '../columns/hot/code-runs.ts';
import type { HotColumn } from '../columns/hot/hot-column.ts';
import { parseIsoDate } from '../model/calendar.ts';
import type { Scalar } from '../model/condition.ts';
import { compareScalars, endOfDay } from './scalars.ts';

interface Bounds {
  /** The least and the greatest that is in. */
  low?: Scalar;
  high?: Scalar;
  /** What is out already. */
  below?: Scalar;
  above?: Scalar;
}

/** The codes within bounds, in the form of the variable's kind; times and texts compare as text. */
export function runsWithin(column: HotColumn, { low, high, below, above }: Bounds): CodeRuns {
  if (column.scale.by === 'text') {
    const [end, last] = [high, above].map((bound) => bound !== undefined && endOfDay(bound));
    return runsWhere(
      column,
      (text) =>
        (low === undefined || compareScalars(text, low) >= 0) &&
        (end === undefined || end === false || compareScalars(text, end) <= 0) &&
        (below === undefined || compareScalars(text, below) < 0) &&
        (last === undefined || last === false || compareScalars(text, last) > 0),
    );
  }
  const number = (value: Scalar | undefined, otherwise: number) =>
    value === undefined ? otherwise : numberOf(column, value);
  const all = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
  if (below !== undefined) return runsBelow(column, numberOf(column, below));
  if (above !== undefined) {
    const upTo = runsBetween(column, all[0], numberOf(column, above));
    return runsWithout(runsBetween(column, ...all), upTo);
  }
  return runsBetween(column, number(low, all[0]), number(high, all[1]));
}

/** Operands have the form of their kind already (bind-test.ts). */
function numberOf(column: HotColumn, value: Scalar): number {
  return column.variable.kind === 'date' ? (parseIsoDate(String(value)) ?? 0) : Number(value);
}
