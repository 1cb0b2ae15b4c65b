import { financialYearStart } from '../../model/calendar.ts';
import type { Levels } from '../parts/levels.ts';

export interface YearTally {
  /** One entry a year. */
  totals: readonly number[];
  /** One a group that has rows (or is listed), then those whose group is missing; empty without groups. */
  series: readonly { name: string; counts: readonly number[] }[];
}

/** Counts days by financial year, and by group where there are groups. */
export function tallyYears(
  days: readonly (number | null)[],
  span: { from: number; to: number } | null,
  years: number,
  groups: Levels | null,
): YearTally {
  const empty = () => new Array<number>(years).fill(0);
  const totals = empty();
  const series = (groups?.labels ?? []).map((name) => ({ name, counts: empty() }));
  const ungrouped = { name: 'Missing', counts: empty() };
  const codes = groups?.codes();
  const start = span ? financialYearStart(span.from) : 0;
  days.forEach((day, i) => {
    if (day === null || !span || day < span.from || day > span.to) return;
    const year = financialYearStart(day) - start;
    totals[year] = (totals[year] ?? 0) + 1;
    if (!codes) return;
    const { counts } = series[codes[i] ?? -1] ?? ungrouped;
    counts[year] = (counts[year] ?? 0) + 1;
  });
  const hasUngrouped = ungrouped.counts.some((n) => n > 0);
  return { totals, series: hasUngrouped ? [...series, ungrouped] : series };
}
