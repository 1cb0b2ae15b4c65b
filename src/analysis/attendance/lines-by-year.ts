import { financialYearStart } from '../../model/calendar.ts';
import type { Note } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Options, DataView as View } from '../analysis.ts';
import { dayValues } from '../parts/day-values.ts';
import { dayOf, variableOrNone } from '../parts/read-options.ts';
import { count } from '../parts/words.ts';
import { type CoveredYear, coveredYears } from '../years/covered-years.ts';
import { MOST_YEARS, tooManyYears, yearCoverage } from '../years/year-coverage.ts';
import type { AttendanceLine, LineOf } from './attendance-line.ts';

/**
 * A line for each financial year that the data cover, where a date is chosen; part years are marked.
 * @throws Refusal `too-many-years`
 */
export function yearLines(
  view: View,
  options: Options,
  lineOf: LineOf,
): { lines: AttendanceLine[]; years: CoveredYear[]; notes: Note[] } {
  const name = variableOrNone(options, 'date');
  if (name === null) return { lines: [], years: [], notes: [] };
  const { days, variable: date } = dayValues(view, name);
  const span = yearCoverage(days, dayOf(options, 'covered-from'), dayOf(options, 'covered-to'));
  if (span === null) return { lines: [], years: [], notes: [] };
  const years = coveredYears(span.from, span.to, span.exact);
  if (years.length > MOST_YEARS) throw tooManyYears(years.length, span, date.name);
  const start = financialYearStart(span.from);
  const yearAt = (i: number) => {
    const day = days[i] ?? null;
    return day === null || day < span.from || day > span.to ? -1 : financialYearStart(day) - start;
  };
  const outside = days.filter((_, i) => yearAt(i) < 0).length;
  return {
    years,
    lines: years.map(({ label, part }, at) =>
      lineOf(part ? `${label} (${part})` : label, (i) => yearAt(i) === at),
    ),
    notes: [
      ...years.flatMap(({ note }): Note[] =>
        note ? [{ kind: 'caution', text: `Part year: ${note}` }] : [],
      ),
      ...(outside > 0
        ? [
            {
              kind: 'note' as const,
              text: `${count(outside)} of ${count(days.length)} ${escapeRich(view.unit)} are in no year: without a date, or outside the period covered.`,
            },
          ]
        : []),
    ],
  };
}
