import { type HotColumn, numberOf } from '../columns/hot/hot-column.ts';
import { codeValue } from '../columns/hot/hot-value.ts';
import { parseIsoDate } from '../model/calendar.ts';

/** No day. */
export const NO_DAY = -0x8000_0000;

/** The day number of each code of a column of dates, or of dates with times. */
export function dayCodes(column: HotColumn): Int32Array {
  const days = new Int32Array(column.size).fill(NO_DAY);
  for (let code = column.floor; code < column.size; code++) {
    if (column.scale.by === 'text') {
      days[code] = parseIsoDate(String(codeValue(column, code)).slice(0, 10)) ?? NO_DAY;
    } else {
      days[code] = numberOf(column, code);
    }
  }
  return days;
}
