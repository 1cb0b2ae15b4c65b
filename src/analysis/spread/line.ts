import { formatNumber } from '../../model/format.ts';
import type { Levels } from '../parts/levels.ts';
import { byLevel, type NumberValues, present } from '../parts/number-values.ts';
import { type Descriptives, descriptives } from '../statistics/descriptives.ts';

/** One line of the table: a variable, in a group or in all. */
export interface Line {
  variable: NumberValues;
  group: string | null;
  rows: number;
  missing: number;
  described: Descriptives | null;
}

export function linesOf(variable: NumberValues, groups: Levels | null, level: number): Line[] {
  const line = (group: string | null, there: Float64Array, rows: number): Line => {
    return {
      variable,
      group,
      rows,
      missing: rows - there.length,
      described: there.length > 0 ? descriptives(there, level) : null,
    };
  };
  if (!groups) return [line(null, present(variable), variable.values.length)];
  return byLevel(variable, groups).map((there, k) =>
    line(groups.labels[k] ?? '', there, groups.counts[k] ?? 0),
  );
}

export function nameOf(line: Line): string {
  const { label } = line.variable.variable;
  return line.group === null ? label : `${label}, ${line.group}`;
}

export function quartiles(d: Descriptives): string {
  const { p25, p75 } = d.quantile_type7;
  return `${formatNumber(p25, 'number')}–${formatNumber(p75, 'number')}`;
}
