import { longDate } from '../../model/calendar.ts';
import { Refusal } from '../../model/refusal.ts';

/** Longer than this, a date is more likely wrong than the series long. */
export const MOST_YEARS = 60;

export interface Span {
  from: number;
  to: number;
  /** Whether the bounds were given, rather than taken from the data. */
  exact: { from: boolean; to: boolean };
}

export function yearCoverage(
  days: readonly (number | null)[],
  from: number | null,
  to: number | null,
): Span | null {
  if (from !== null && to !== null && from > to) {
    throw new Refusal(
      'wrong-option',
      `Data cover: ${longDate(from)} comes after ${longDate(to)}.`,
      {
        hint: 'Give the earlier day first.',
        where: { option: 'covered-from' },
      },
    );
  }
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const day of days) {
    if (day === null || (from !== null && day < from) || (to !== null && day > to)) continue;
    low = Math.min(low, day);
    high = Math.max(high, day);
  }
  const [start, end] = [from ?? low, to ?? high];
  if (!Number.isFinite(start) || !Number.isFinite(end)) return null;
  return { from: start, to: end, exact: { from: from !== null, to: to !== null } };
}

export function tooManyYears(years: number, span: Span, column: string): Refusal {
  return new Refusal(
    'too-many-years',
    `The dates run from ${longDate(span.from)} to ${longDate(span.to)}: ${years} financial years.`,
    {
      hint: 'Correct the dates that are wrong, or say which period the data cover.',
      where: { option: 'covered-from', column },
    },
  );
}
