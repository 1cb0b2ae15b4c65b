import { day } from './calendar-days.ts';
import { randomOf } from './random.ts';
import { cellOf, type RawColumn, type RawTable, rawTable, spoil, victims } from './raw-table.ts';
import type { Referral } from './referral-truth.ts';
import type { World } from './world.ts';

/** The second sheet of the service users: the infant of each referred adult, as far as known. */
export function infantsExtract(world: World): RawTable {
  const chance = randomOf('infants');
  const seen = new Set<string>();
  const known = world.referrals.filter(({ person, expected, born }) => {
    if (seen.has(person.id) || (expected === null && born === null)) return false;
    seen.add(person.id);
    return true;
  });
  const numbers = new Map(known.map((referral, i) => [referral, i + 1]));
  const columns: RawColumn<Referral>[] = [
    ['Infant ID', (referral) => `N${String(numbers.get(referral)).padStart(4, '0')}`],
    ['Client ID of adult', ({ person }) => person.id],
    ['EDD', ({ expected }) => (expected === null ? null : { day: expected })],
    ['Date of birth', ({ born }) => (born === null ? null : { day: born })],
    ['Sex', ({ born }) => (born === null ? null : chance.pick(['F', 'M']))],
  ];
  const table = rawTable(columns, known);
  const isBorn = (row: RawTable['rows'][number]) => cellOf(table, row, 'Date of birth') !== null;
  for (const row of victims(table, chance, 1, isBorn)) {
    spoil(table, row, 'Date of birth', '31/11/2020', {
      kind: 'impossible-date',
      note: 'November has 30 days.',
    });
  }
  for (const row of victims(table, chance, 1, isBorn)) {
    spoil(
      table,
      row,
      'Date of birth',
      { day: day(1900, 1, 1) },
      {
        kind: 'default-date',
        note: 'Entered because the system asks for a date.',
      },
    );
  }
  return table;
}
