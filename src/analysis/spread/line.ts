import { formatNumber } from '../../model/format.ts';
import type { Levels } from '../parts/levels.ts';
import { type NumberValues, present } from '../parts/number-values.ts';
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
  const line = (group: string | null, values: readonly (number | null)[]): Line => {
    const there = present(values);
    return {
      variable,
      group,
      rows: values.length,
      missing: values.length - there.length,
      described: there.length > 0 ? descriptives(there, level) : null,
    };
  };
  if (!groups) return [line(null, variable.values)];
  return groups.labels.map((label, k) =>
    line(
      label,
      variable.values.filter((_, i) => groups.codes[i] === k),
    ),
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
