import { expect, test } from 'vitest';
import { dayNumber, isoDate } from '../../src/model/calendar.ts';
import { isBankHoliday } from '../../src/quality/bank-holidays.ts';

/** As published on gov.uk/bank-holidays for England and Wales. */
const PUBLISHED: Readonly<Record<number, readonly string[]>> = {
  2020: ['01-01', '04-10', '04-13', '05-08', '05-25', '08-31', '12-25', '12-28'],
  2021: ['01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-27', '12-28'],
  2022: ['01-03', '04-15', '04-18', '05-02', '06-02', '06-03', '08-29', '09-19', '12-26', '12-27'],
  2023: ['01-02', '04-07', '04-10', '05-01', '05-08', '05-29', '08-28', '12-25', '12-26'],
  2024: ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26'],
  2012: ['01-02', '04-06', '04-09', '05-07', '06-04', '06-05', '08-27', '12-25', '12-26'],
};

test('bank holidays are those that were published', () => {
  for (const [year, days] of Object.entries(PUBLISHED)) {
    const first = dayNumber(Number(year), 1, 1) as number;
    const found = Array.from({ length: 366 }, (_, at) => first + at)
      .filter((day) => isoDate(day).startsWith(year) && isBankHoliday(day))
      .map((day) => isoDate(day).slice(5));
    expect([year, found]).toEqual([year, days]);
  }
});
