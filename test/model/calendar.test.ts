import { describe, expect, test } from 'vitest';
import {
  calendarDate,
  dayNumber,
  financialYearLabel,
  financialYearStart,
  isoDate,
  longDate,
  parseIsoDate,
} from '../../src/model/calendar.ts';

describe('calendar', () => {
  test('day numbers agree with UTC time over four centuries', () => {
    for (let day = -100_000; day <= 100_000; day += 97) {
      const date = new Date(day * 86_400_000);
      expect(calendarDate(day)).toEqual({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
      });
      expect(dayNumber(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(day);
      expect(parseIsoDate(isoDate(day))).toBe(day);
    }
  });

  test.each([
    [2021, 2, 31],
    [2023, 2, 29],
    [1900, 2, 29],
    [2021, 13, 1],
    [2021, 0, 1],
    [2021, 4, 31],
    [2021, 4, 0],
  ])('there is no %i-%i-%i', (year, month, day) => {
    expect(dayNumber(year, month, day)).toBeUndefined();
  });

  test('a leap day exists in 2000 and 2024', () => {
    expect(isoDate(dayNumber(2000, 2, 29) ?? 0)).toBe('2000-02-29');
    expect(isoDate(dayNumber(2024, 2, 29) ?? 0)).toBe('2024-02-29');
  });

  // NHS financial years: 1 April to 31 March.
  test.each([
    ['2015-03-31', '2014/15'],
    ['2015-04-01', '2015/16'],
    ['2016-03-31', '2015/16'],
    ['2024-02-29', '2023/24'],
    ['1999-04-01', '1999/00'],
  ])('%s is in %s', (iso, label) => {
    expect(financialYearLabel(financialYearStart(parseIsoDate(iso) ?? 0))).toBe(label);
  });

  test('only whole ISO dates are read', () => {
    for (const text of ['', '2021-1-1', '2021-02-30', '2021-01-01T00:00', '01/02/2021']) {
      expect(parseIsoDate(text)).toBeUndefined();
    }
  });

  test('a date in words', () => {
    expect(longDate(parseIsoDate('2023-12-31') ?? 0)).toBe('31 December 2023');
  });
});
