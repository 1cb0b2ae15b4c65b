import { numberOf } from '../../columns/hot/hot-column.ts';
import { calendarDate } from '../../model/calendar.ts';
import { countCodes } from '../column-rows.ts';
import type { ItemKind, TestOf } from '../rule-kind.ts';
import { labelOf, namesOf } from '../wording.ts';

/** With fewer dates, no day above 12 says nothing. */
const ENOUGH = 20;

/** A column of written dates in which no day is above 12: nothing in the file proves day or month first. */
export const dateOrder: ItemKind<TestOf<'date-order'>> = {
  label: 'the order of day and month is proven',
  severity: 'medium',
  dimension: 'validity',
  fields: [],
  asks: 'items',
  ofTheFile: true,
  sentence: ({ variables }, words) =>
    `The dates of ${namesOf(words.variables, variables)} prove whether the day stands first`,
  check: ({ variables }, { table, imported }) => {
    const items = variables.flatMap((name) => {
      const decided = imported?.decisions.columns.find((each) => each.name === name)?.dateOrder;
      if (decided !== 'dmy' && decided !== 'mdy') return [];
      const column = table.column(name);
      const counts = countCodes(column, table.rows);
      let n = 0;
      for (let code = column.floor; code < column.size; code++) {
        if (counts[code] === 0) continue;
        const { day, month } = calendarDate(numberOf(column, code));
        if (Math.max(day, month) > 12) return [];
        n += counts[code] as number;
      }
      const first = decided === 'dmy' ? 'day' : 'month';
      return n < ENOUGH
        ? []
        : [
            `${labelOf(table.variables, name)}: no day of ${n} dates is above 12; read with the ${first} first, as somebody decided`,
          ];
    });
    return { unit: 'columns', items, of: variables.length };
  },
};
