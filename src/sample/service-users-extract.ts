import { day } from './calendar-days.ts';
import { listedName, type PersonName } from './names.ts';
import { spacedNhsNumber } from './nhs-number.ts';
import { freshNhsNumber, type Person } from './people.ts';
import { type Random, randomOf } from './random.ts';
import {
  cellOf,
  forget,
  insertAfter,
  type RawCell,
  type RawColumn,
  type RawRow,
  type RawTable,
  rawTable,
  repeatRows,
  respell,
  spoil,
  victims,
} from './raw-table.ts';
import type { World } from './world.ts';

const COLUMNS: readonly RawColumn<Person>[] = [
  ['Client ID', ({ id }) => (Number(id) % 6 === 0 ? { zeros: Number(id) } : id)],
  ['NHS number', ({ nhsNumber }) => spacedNhsNumber(nhsNumber)],
  ['Name', ({ name }) => listedName(name)],
  ['Date of birth', ({ born }) => ({ day: born })],
  ['Age at first contact', ({ age }) => age],
  ['Sex', ({ sex }) => sex],
  ['Person type', () => 'Adult'],
  ['Ethnic category', ({ ethnic }) => ethnic],
  ['IMD decile', ({ imd }) => imd],
  ['First contact', ({ registered }) => ({ day: registered })],
  ['PIP', ({ pip }) => (pip ? 'Yes' : 'No')],
  ['Together Time', ({ togetherTime }) => (togetherTime ? 'Yes' : 'No')],
];

/** Headers of the merged cells above the header row: first and last column, 0-based. */
export const SPANNERS = [
  { text: 'Person', from: 1, to: 6 },
  { text: 'Background', from: 7, to: 8 },
  { text: 'Programme', from: 9, to: 11 },
];

export interface ServiceUsersExtract {
  adults: RawTable;
  /** Client ids under which infants were registered as if they were adults. */
  infantIds: readonly string[];
  /** Second ids of people who are registered twice, by their first id. */
  secondIds: ReadonlyMap<string, string>;
}

export function serviceUsersExtract(world: World): ServiceUsersExtract {
  const random = randomOf('service users');
  const adults = rawTable(COLUMNS, world.people);
  const inPip = (row: RawRow) => cellOf(adults, row, 'PIP') === 'Yes';
  const notInPip = (row: RawRow) => !inPip(row);
  const lastId = Number(world.people.at(-1)?.id);

  respell(adults, random, 'Ethnic category', 'M', { m: 2, M1: 2 });
  respell(adults, random, 'Ethnic category', 'N', { 'Black African': 3, 'N ': 2 });
  respell(adults, random, 'Ethnic category', 'A', { 'White British': 3, a: 2 });
  respell(adults, random, 'Sex', 'F', { Female: 4, f: 3 });
  respell(adults, random, 'Person type', 'Adult', { adult: 3, 'Adult ': 2 });
  forget(adults, random, 'Ethnic category', { 99: 4, NK: 2, '': 3 }, notInPip);
  forget(adults, random, 'IMD decile', { 99: 2, NK: 3, '': 3 }, notInPip);
  forget(adults, random, 'Sex', { NK: 2 }, notInPip);
  for (const [i, row] of victims(adults, random, 2, notInPip).entries()) {
    spoil(adults, row, 'IMD decile', i === 0 ? 0 : 11, {
      kind: 'out-of-range',
      note: 'Deciles run from 1 to 10.',
    });
  }
  spoilBirthDates(adults, random, inPip);
  const secondIds = registerTwice(adults, random, lastId, inPip);
  const infantIds = registerInfants(adults, random, world, lastId + 10);
  repeatRows(adults, random, 2);
  adults.rows.push({
    cells: ['Total records', adults.rows.length],
    faults: [{ kind: 'footer', note: 'Counts the rows above; it is not a person.' }],
  });
  return { adults, infantIds, secondIds };
}

function spoilBirthDates(table: RawTable, random: Random, inPip: (row: RawRow) => boolean): void {
  const impossible = ['31/02/1991', '31/06/1988'];
  for (const text of impossible) {
    for (const row of victims(table, random, 1)) {
      spoil(table, row, 'Date of birth', text, {
        kind: 'impossible-date',
        note: 'The month does not have this day.',
      });
    }
  }
  for (const row of victims(table, random, 2, inPip)) {
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
    spoil(table, row, 'Age at first contact', 118, {
      kind: 'out-of-range',
      note: 'Worked out from the default date of birth.',
    });
  }
}

function registerTwice(
  table: RawTable,
  random: Random,
  lastId: number,
  inPip: (row: RawRow) => boolean,
): Map<string, string> {
  const respelt = (name: string) => {
    const [surname = '', forename = ''] = name.split(', ');
    return random.pick([
      `${surname.toUpperCase()} ${forename.slice(0, 1)}.`,
      `${surname.slice(0, -1)}, ${forename}`,
      `${surname}-${forename}`,
    ]);
  };
  const second = new Map<string, string>();
  const chosen = victims(table, random, 3, (row) => inPip(row) && typeof row.cells[0] === 'string');
  chosen.forEach((row, i) => {
    const id = String(lastId + 1 + i).padStart(5, '0');
    const first = String(row.cells[0]);
    second.set(first, id);
    const name = respelt(String(cellOf(table, row, 'Name')));
    const cells = row.cells.map((cell, j) => (j === 0 ? id : j === 2 ? name : cell));
    table.rows.push({
      cells,
      faults: [
        {
          kind: 'duplicate-person',
          note: `The person of client id ${first}: same NHS number and date of birth.`,
          instead: first,
        },
      ],
    });
  });
  return second;
}

function registerInfants(table: RawTable, random: Random, world: World, firstId: number): string[] {
  const used = new Set(world.people.map((person) => person.nhsNumber));
  const born = random
    .shuffled(world.referrals.filter((referral) => referral.person.pip && referral.born !== null))
    .slice(0, 11);
  return born.map(({ person, born: birth, received }, i) => {
    const id = String(firstId + i).padStart(5, '0');
    const name: PersonName = { surname: person.name.surname, forename: 'Baby' };
    const cells: RawCell[] = [
      id,
      spacedNhsNumber(freshNhsNumber(random, used)),
      listedName(name),
      { day: birth ?? received },
      0,
      random.pick(['F', 'M']),
      'Infant',
      person.ethnic,
      person.imd,
      { day: Math.max(received, birth ?? received) },
      'Yes',
      'No',
    ];
    const last = table.rows.at(-1);
    if (!last) throw new RangeError('the extract is empty');
    insertAfter(table, last, cells, {
      kind: 'person-type',
      note: 'An infant, registered among the adults.',
    });
    return id;
  });
}
