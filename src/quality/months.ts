import type { HotTable } from '../columns/hot/hot-table.ts';
import { calendarDate, monthName } from '../model/calendar.ts';
import { countCodes } from './column-rows.ts';
import { dayCodes, NO_DAY } from './day-codes.ts';

/** Rows in each month, from the first that has one to the last. */
export interface MonthCounts {
  /** Months since January of year 0. */
  first: number;
  counts: number[];
}

export function monthCounts(table: HotTable, variable: string): MonthCounts {
  const column = table.column(variable);
  const days = dayCodes(column);
  const perCode = countCodes(column, table.rows);
  const found = new Map<number, number>();
  for (let code = column.floor; code < column.size; code++) {
    const [n, day] = [perCode[code] as number, days[code] as number];
    if (n === 0 || day === NO_DAY) continue;
    const { year, month } = calendarDate(day);
    // The month of a default date is none.
    if (year < 1901) continue;
    const at = year * 12 + month - 1;
    found.set(at, (found.get(at) ?? 0) + n);
  }
  if (found.size === 0) return { first: 0, counts: [] };
  const first = Math.min(...found.keys());
  const last = Math.max(...found.keys());
  const counts = Array.from({ length: last - first + 1 }, (_, at) => found.get(first + at) ?? 0);
  return { first, counts };
}

/** "March 2021" */
export function sayMonth(at: number): string {
  return `${monthName((at % 12) + 1)} ${Math.floor(at / 12)}`;
}
