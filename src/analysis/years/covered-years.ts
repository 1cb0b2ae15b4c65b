import {
  calendarDate,
  dayNumber,
  daysInMonth,
  financialYearLabel,
  financialYearStart,
  longDate,
  monthName,
} from '../../model/calendar.ts';

export interface CoveredYear {
  /** "2015/16" */
  label: string;
  /** "from June", "to December", "June to December"; undefined for a whole year. */
  part?: string;
  /** "2023/24 runs to 31 December 2023: 9 of 12 months." */
  note?: string;
}

/**
 * The financial years from one day to another, both included, and which are covered in part only.
 * @param exact false when the days are only the first and last in the data: then a year counts as whole
 *   when its first or last month occurs
 */
export function coveredYears(
  from: number,
  to: number,
  exact: { from: boolean; to: boolean },
): CoveredYear[] {
  const [first, last] = [financialYearStart(from), financialYearStart(to)];
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const year = first + i;
    const late = year === first && startsLate(from, year, exact.from);
    const early = year === last && endsEarly(to, year, exact.to);
    return coveredYear(year, late ? from : null, early ? to : null);
  });
}

function coveredYear(year: number, from: number | null, to: number | null): CoveredYear {
  const label = financialYearLabel(year);
  if (from === null && to === null) return { label };
  const [start, end] = [from ?? yearStart(year), to ?? yearStart(year + 1) - 1];
  const [month, endMonth] = [monthOf(start), monthOf(end)];
  const runs = [
    from === null ? '' : `from ${longDate(from)}`,
    to === null ? '' : `to ${longDate(to)}`,
  ].filter((words) => words !== '');
  return {
    label,
    part:
      from === null ? `to ${endMonth}` : to === null ? `from ${month}` : `${month} to ${endMonth}`,
    note: `${label} runs ${runs.join(' ')}: ${extent(start, end, year)}.`,
  };
}

/** "9 of 12 months", or days where it begins or ends within a month. */
function extent(start: number, end: number, year: number): string {
  const [a, b] = [calendarDate(start), calendarDate(end)];
  if (a.day === 1 && b.day === daysInMonth(b.year, b.month)) {
    return `${(b.year - a.year) * 12 + b.month - a.month + 1} of 12 months`;
  }
  return `${end - start + 1} of ${yearStart(year + 1) - yearStart(year)} days`;
}

function startsLate(from: number, year: number, exact: boolean): boolean {
  return exact ? from > yearStart(year) : calendarDate(from).month !== 4;
}

function endsEarly(to: number, year: number, exact: boolean): boolean {
  return exact ? to < yearStart(year + 1) - 1 : calendarDate(to).month !== 3;
}

function yearStart(year: number): number {
  return dayNumber(year, 4, 1) ?? 0;
}

function monthOf(day: number): string {
  return monthName(calendarDate(day).month);
}
