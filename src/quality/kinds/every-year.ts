import { calendarDate, financialYearLabel, financialYearStart } from '../../model/calendar.ts';
import { formatNumber, formatShare } from '../../model/format.ts';
import { KINDS } from '../../model/variable.ts';
import { dayCodes, NO_DAY } from '../day-codes.ts';
import type { CheckedTable, ItemKind, TestOf } from '../rule-kind.ts';
import { labelOf, namesOf } from '../wording.ts';

/** Of fewer rows in a year, or in all others, a share says nothing. */
const FEWEST = 10;
/** A year stands out when not even so much of the share in the other years is filled in. */
const FAR_LESS = 0.5;
const NAMED = 3;

/** The financial year of each row, from 0; −1 = none, or that of a default date. */
function yearsOf({ table }: CheckedTable, by: string): { first: number; years: Int32Array } {
  const date = table.column(by);
  const startOf = Array.from(dayCodes(date), (day) =>
    day === NO_DAY || calendarDate(day).year < 1901 ? null : financialYearStart(day),
  );
  let first = Number.POSITIVE_INFINITY;
  const years = new Int32Array(table.rows).fill(-1);
  for (let row = 0; row < table.rows; row++) {
    const start = startOf[date.codes[row] as number] ?? null;
    if (start !== null && start < first) first = start;
  }
  for (let row = 0; row < table.rows; row++) {
    const start = startOf[date.codes[row] as number] ?? null;
    if (start !== null) years[row] = start - first;
  }
  return { first, years };
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
  check: ({ variables, by }, data) => {
    const { table, unit } = data;
    const { first, years } = yearsOf(data, by);
    const rows: number[] = [];
    for (const year of years) if (year >= 0) rows[year] = (rows[year] ?? 0) + 1;
    const all = rows.reduce((sum, n) => sum + (n ?? 0), 0);
    const lacking = rows.map((): string[] => []);
    for (const name of variables) {
      const { codes, floor } = table.column(name);
      const filled = new Uint32Array(rows.length);
      for (let row = 0; row < table.rows; row++) {
        const year = years[row] as number;
        if (year >= 0 && (codes[row] as number) >= floor) filled[year] = (filled[year] ?? 0) + 1;
      }
      const total = filled.reduce((sum, n) => sum + n, 0);
      for (const [year, of = 0] of rows.entries()) {
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
      of: rows.filter((n) => (n ?? 0) >= FEWEST).length,
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
