import { financialYearStart, isoDate } from '../model/calendar.ts';
import type { Appointment } from './appointment-truth.ts';
import { OPENED, workingDay } from './calendar-days.ts';
import { type Random, randomOf } from './random.ts';
import {
  cellOf,
  forget,
  insertAfter,
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

const NOTES = [
  'Seen at home.\nNext: same time in two weeks.',
  'Came with grandmother, stayed for 20 minutes',
  'Said the week had been "long, but better".\nBaby settled.',
  'Room 2 – moved from clinic',
  'Rang the day before, texted on the day',
  'Baby asleep throughout.\n\nVideo not used.',
];

/** Everything in the diary of the service: psychotherapy and Together Time. */
export function appointmentsExtract(
  world: World,
  infantIds: readonly string[],
  secondIds: ReadonlyMap<string, string>,
): RawTable {
  const random = randomOf('appointments extract');
  const number = new Map(world.appointments.map((entry, i) => [entry, i + 1]));
  const columns: RawColumn<Appointment>[] = [
    ['Appointment ID', (entry) => `A${String(number.get(entry)).padStart(5, '0')}`],
    ['Client ID', ({ person }) => person.id],
    ['Referral ID', ({ referral }) => referral?.id ?? ''],
    ['Date', ({ date }) => isoDate(date)],
    ['Activity', ({ activity }) => activity],
    ['Attendance', ({ attendance }) => attendance],
    ['Contact', ({ activity }) => (activity === 'PIP' ? contact(random) : '01')],
    ['Minutes', ({ activity }) => (activity === 'PIP' ? random.pick(['50', '60']) : '90')],
    ['Note', () => (random.chance(0.08) ? random.pick(NOTES) : '')],
  ];
  const table = rawTable(columns, world.appointments);
  const isGroup = (row: RawRow) => cellOf(table, row, 'Activity') === 'Together Time';

  moveBeforeReferral(table, random, world);
  writeSecondIds(table, random, secondIds);
  respell(table, random, 'Activity', 'PIP', {
    pip: 14,
    'P.I.P.': 9,
    'PIP ': 8,
    'Parent-infant psychotherapy': 11,
  });
  respell(table, random, 'Activity', 'Together Time', {
    'TT grp': 7,
    'Together  Time': 5,
    'together time': 6,
  });
  forget(table, random, 'Attendance', { 99: 14, NK: 6, '': 10 });
  for (const row of victims(table, random, 3)) {
    spoil(table, row, 'Attendance', '8', { kind: 'out-of-range', note: 'Not an attendance code.' });
  }
  for (const text of ['02-30', '04-31']) {
    for (const row of victims(table, random, 1, isGroup)) {
      const year = String(cellOf(table, row, 'Date')).slice(0, 4);
      spoil(table, row, 'Date', `${year}-${text}`, {
        kind: 'impossible-date',
        note: 'The month does not have this day.',
      });
    }
  }
  for (const row of victims(table, random, 3, isGroup)) {
    spoil(table, row, 'Date', '1900-01-01', {
      kind: 'default-date',
      note: 'Entered because the system asks for a date.',
    });
  }
  addOthers(table, random, infantIds);
  repeatRows(table, random, 12);
  for (const row of victims(table, random, 1, (r) => !isGroup(r))) {
    insertAfter(table, row, row.cells.slice(0, 3), {
      kind: 'ragged-row',
      note: 'The appointment above again, broken off after 3 of 9 fields.',
    });
  }
  table.rows.push({
    cells: ['Total', String(table.rows.length), ...Array.from({ length: 7 }, () => '')],
    faults: [{ kind: 'footer', note: 'Counts the rows above; it is not an appointment.' }],
  });
  return table;
}

/** Consultation mechanism: 01 face to face, 02 telephone, 11 video. */
function contact(random: Random): string {
  return random.weighted({ '01': 70, '02': 8, 11: 22 });
}

/** Eleven first appointments are dated some days before their referral, in the same financial year. */
function moveBeforeReferral(table: RawTable, random: Random, world: World): void {
  const days = new Set(world.appointments.map(({ person, date }) => `${person.id} ${date}`));
  const byRow = new Map(table.rows.map((row, i) => [row, world.appointments[i]]));
  const earlier = (row: RawRow) => {
    const entry = byRow.get(row);
    if (!entry?.referral) return undefined;
    const date = workingDay(entry.referral.received - 5);
    const sameYear = financialYearStart(date) === financialYearStart(entry.date);
    const free = !days.has(`${entry.person.id} ${date}`);
    return sameYear && free && date >= OPENED && entry.date - date < 60 ? date : undefined;
  };
  const seen = new Set<string>();
  const firsts = victims(table, random, 200, (row) => earlier(row) !== undefined).filter((row) => {
    const id = String(cellOf(table, row, 'Client ID'));
    return !seen.has(id) && seen.add(id);
  });
  for (const row of firsts.slice(0, 11)) {
    const right = cellOf(table, row, 'Date');
    spoil(table, row, 'Date', isoDate(earlier(row) ?? 0), {
      kind: 'before-referral',
      note: 'Dated before the referral was received.',
      instead: String(right),
    });
  }
}

function writeSecondIds(
  table: RawTable,
  random: Random,
  secondIds: ReadonlyMap<string, string>,
): void {
  for (const [first, second] of secondIds) {
    const own = (row: RawRow) => cellOf(table, row, 'Client ID') === first;
    for (const row of victims(table, random, 1, own)) {
      spoil(table, row, 'Client ID', second, {
        kind: 'second-id',
        note: 'The second id of a person who is registered twice.',
        instead: first,
      });
    }
  }
}

/** Appointments of infants who have a client id of their own, and of nobody known. */
function addOthers(table: RawTable, random: Random, infantIds: readonly string[]): void {
  const psychotherapy = (row: RawRow) => cellOf(table, row, 'Activity') === 'PIP';
  victims(table, random, 15, psychotherapy).forEach((row, i) => {
    const infant = i < 9;
    const id = infant ? infantIds[i] : `0910${i - 8}`;
    const cells = row.cells.map((cell, j) =>
      j === 0 ? `A${90001 + i}` : j === 1 ? (id ?? '') : j === 2 ? '' : cell,
    );
    insertAfter(
      table,
      row,
      cells,
      infant
        ? { kind: 'person-type', note: 'The infant’s entry for the appointment above.' }
        : { column: 'Client ID', kind: 'orphan', note: 'No service user has this client id.' },
    );
  });
}
