import { dayNumber } from '../model/calendar.ts';
import { nextFirstTuesday, ukDate } from './calendar-days.ts';
import { randomOf } from './random.ts';
import { cellOf, type RawRow, type RawTable, spoil, victims } from './raw-table.ts';

const NEW_ROWS = 12;
const FIRST_ID = 501;

/**
 * The same list a quarter later: every row of before with its faults, the referrals of January to March 2024
 * under them, and two faults that were not there before.
 */
export function laterReferrals(earlier: RawTable): RawTable {
  const random = randomOf('later referrals');
  const footer = earlier.rows.at(-1) as RawRow;
  const before = earlier.rows.slice(0, -1);
  const known = victims(
    earlier,
    random,
    NEW_ROWS,
    (row) => cellOf(earlier, row, 'Outcome') === 'Accepted',
  );
  const start = dayNumber(2024, 1, 8) ?? 0;
  const added = known.map(({ cells }, i): RawRow => {
    const received = start + 6 * i;
    const values: Record<string, string> = {
      'Referral ID': `R0${FIRST_ID + i}`,
      Received: ukDate(received),
      'Allocation meeting': ukDate(nextFirstTuesday(received)),
      EDD: ukDate(received + 120),
      'Infant DOB': '',
      Note: '',
    };
    return {
      cells: earlier.columns.map((column, at) => values[column] ?? cells[at] ?? null),
      faults: [],
    };
  });
  const table: RawTable = {
    columns: earlier.columns,
    rows: [
      ...before,
      ...added,
      {
        ...footer,
        cells: footer.cells.map((cell, at) =>
          at === 1 ? String(before.length + added.length) : cell,
        ),
      },
    ],
  };
  const [first, , , fourth] = added;
  if (first && fourth) {
    spoil(table, first, 'Received', '30/02/2024', {
      kind: 'impossible-date',
      note: 'The month does not have this day.',
    });
    spoil(table, fourth, 'Source of referral', 'Helth visitor', {
      kind: 'spelling',
      note: 'A spelling that no earlier extract had.',
      instead: 'Health visitor',
    });
  }
  return table;
}
