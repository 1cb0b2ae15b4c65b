import type { HotColumn } from '../../columns/hot/hot-column.ts';
import { calendarDate, financialYearLabel, financialYearStart } from '../../model/calendar.ts';
import { formatNumber, formatShare } from '../../model/format.ts';
import { KINDS } from '../../model/variable.ts';
import { countCodes, rowsMissing } from '../column-rows.ts';
import { dayCodes, NO_DAY } from '../day-codes.ts';
import type { ItemKind, TestOf } from '../rule-kind.ts';
import { labelOf, namesOf } from '../wording.ts';

/** Of fewer rows in a year, or in all others, a share says nothing. */
const FEWEST = 10;
/** A year stands out when not even so much of the share in the other years is filled in. */
const FAR_LESS = 0.5;
const NAMED = 3;

/** The financial year of each code of a date, from 0; −1 = none, or that of a default date. */
function yearsOf(date: HotColumn): { first: number; years: Int32Array } {
  const years = Int32Array.from(dayCodes(date), (day) =>
    day === NO_DAY || calendarDate(day).year < 1901 ? -1 : financialYearStart(day),
  );
  const first = years.reduce((least, year) => (year < 0 ? least : Math.min(least, year)), 10_000);
  return { first, years: years.map((year) => (year < 0 ? -1 : year - first)) };
}

/** Years in which a variable is filled in far less often than in the others: brought in, given up, or lost. */
export const everyYear: ItemKind<TestOf<'every-year'>> = {
  label: 'is filled in in every year alike',
  severity: 'medium',
  dimension: 'completeness',
  fields: [
    { key: 'variables', label: 'Variables', form: { of: 'variables', kinds: KINDS } },
    { key: 'by', label: 'Year of', form: { of: 'variable', kinds: ['date', 'datetime'] } },
  ],
  asks: 'items',
  sentence: ({ variables, by }, words) =>
    `${namesOf(words.variables, variables)} ${variables.length > 1 ? 'are' : 'is'} filled in in every financial year of ${labelOf(words.variables, by)} alike`,
  check: ({ variables, by }, { table, unit }) => {
    const date = table.column(by);
    const { first, years } = yearsOf(date);
    const rows: number[] = Array.from(
      { length: years.reduce((most, year) => Math.max(most, year), -1) + 1 },
      () => 0,
    );
    for (const [code, n] of countCodes(date, table.rows).entries()) {
      const year = years[code] as number;
      if (year >= 0) rows[year] = (rows[year] as number) + n;
    }
    const all = rows.reduce((sum, n) => sum + n, 0);
    const lacking = rows.map((): string[] => []);
    for (const name of variables) {
      const column = table.column(name);
      const filled = Uint32Array.from(rows);
      const missing = rowsMissing(table, column);
      for (const row of table.kernel.rowsOf(missing)) {
        const year = years[date.codes[row] as number] as number;
        if (year >= 0) filled[year] = (filled[year] as number) - 1;
      }
      table.kernel.release(missing);
      const total = filled.reduce((sum, n) => sum + n, 0);
      for (const [year, of] of rows.entries()) {
        const n = filled[year] as number;
        if (of < FEWEST || all - of < FEWEST) continue;
        if (n / of >= (FAR_LESS * (total - n)) / (all - of)) continue;
        lacking[year]?.push(
          `${labelOf(table.variables, name)} in ${formatShare(n, of)}, in other years ${formatShare(total - n, all - of)}`,
        );
      }
    }
    return {
      unit: 'years',
      of: rows.filter((n) => n >= FEWEST).length,
      items: lacking.flatMap((said, year) => {
        if (said.length === 0) return [];
        const more =
          said.length > NAMED
            ? `; and ${formatNumber(said.length - NAMED, 'count')} other variables`
            : '';
        return [
          `${financialYearLabel(first + year)}, ${formatNumber(rows[year] ?? 0, 'count')} ${unit}: ${said.slice(0, NAMED).join('; ')}${more}`,
        ];
      }),
    };
  },
};
