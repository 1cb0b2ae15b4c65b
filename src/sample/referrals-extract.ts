import { calendarDate } from '../model/calendar.ts';
import { nextFirstTuesday, ukDate } from './calendar-days.ts';
import { madeUpNhsNumber, spacedNhsNumber } from './nhs-number.ts';
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
import type { Referral } from './referral-truth.ts';
import type { World } from './world.ts';

const NOTES = [
  'Travel paid: £4.50 return',
  'Met at the Café Soleil drop-in',
  'Partner invited – came once',
  'Prefers mornings; home visits agreed',
  'Interpreter booked (£38 a session)',
  'Asked about the antenatal group – given leaflet',
  'Crèche place needed for sibling',
];

/** Source, outcome and dates of every referral as the trust's referral system lists them. */
export function referralsExtract(world: World, infantIds: readonly string[]): RawTable {
  const random = randomOf('referrals extract');
  const date = (days: number | null) => (days === null ? '' : ukDate(days));
  const columns: RawColumn<Referral>[] = [
    ['Referral ID', ({ id }) => id],
    ['Client ID', ({ person }) => person.id],
    ['Person type', () => 'Adult'],
    ['Received', ({ received }) => ukDate(received)],
    ['Source of referral', ({ source }) => source],
    ['Outcome', ({ outcome }) => outcome],
    ['Rejection reason', ({ rejection }) => rejection],
    ['Allocation meeting', ({ received }) => ukDate(nextFirstTuesday(received))],
    ['EDD', ({ expected }) => date(expected)],
    ['Infant DOB', ({ born }) => date(born)],
    ['Note', () => (random.chance(0.3) ? random.pick(NOTES) : '')],
  ];
  const table = rawTable(columns, world.referrals);
  const isRejected = (row: RawRow) => cellOf(table, row, 'Outcome') === 'Rejected';

  respell(table, random, 'Source of referral', 'Health visitor', {
    HV: 9,
    'Health Visitor': 10,
    'health  visitor': 6,
    'Health Visiter': 4,
  });
  respell(table, random, 'Source of referral', 'Midwifery – continuity of care', {
    'Midwifery - continuity of care': 14,
    'CoC midwifery': 8,
  });
  respell(table, random, 'Source of referral', 'GP', { 'G.P.': 4, gp: 3 });
  respell(table, random, 'Outcome', 'Accepted', { accepted: 6, 'Accepted ': 3 });
  respell(table, random, 'Outcome', 'Rejected', { REJECTED: 2 });
  forget(table, random, 'Source of referral', { NK: 2, '': 1 }, isRejected);
  forget(table, random, 'Rejection reason', { 99: 2, '': 1 }, isRejected);
  spoilDates(table, random, world.referrals, isRejected);
  loseZeros(table, random);
  writeIdentifiers(table, random);
  addInfants(table, random, infantIds);
  addOrphans(table, random);
  repeatRows(table, random, 4);
  breakLine(table, random);
  table.rows.push({
    cells: ['Total referrals', String(table.rows.length), ...Array.from({ length: 9 }, () => '')],
    faults: [{ kind: 'footer', note: 'Counts the rows above; it is not a referral.' }],
  });
  return table;
}

/** Days that do not exist, in a month in which the infant could have been born. */
function spoilDates(
  table: RawTable,
  random: Random,
  referrals: readonly Referral[],
  isRejected: (row: RawRow) => boolean,
): void {
  const lastDay: Readonly<Record<number, string>> = {
    2: '31/02',
    4: '31/04',
    6: '31/06',
    9: '31/09',
  };
  const byId = new Map(referrals.map((referral) => [referral.id, referral]));
  const impossible = (row: RawRow) => {
    const referral = byId.get(String(row.cells[0]));
    if (referral?.outcome !== 'Accepted' || referral.timing !== 'antenatal') return undefined;
    if (referral.born === null) return undefined;
    const { year, month } = calendarDate(referral.born);
    const text = lastDay[month];
    return text === undefined ? undefined : `${text}/${year}`;
  };
  const in2021 = (row: RawRow) => impossible(row) === '31/02/2021';
  const chosen = [
    ...victims(table, random, 1, in2021),
    ...victims(table, random, 4, (row) => impossible(row) !== undefined && !in2021(row)),
  ];
  for (const row of chosen) {
    spoil(table, row, 'Infant DOB', impossible(row) ?? '', {
      kind: 'impossible-date',
      note: 'The month does not have this day; the EDD is known.',
    });
  }
  for (const [i, row] of victims(table, random, 2, isRejected).entries()) {
    const year = String(cellOf(table, row, 'Received')).slice(-4);
    spoil(table, row, 'Received', `${i === 0 ? '30/02' : '31/11'}/${year}`, {
      kind: 'impossible-date',
      note: 'The month does not have this day.',
    });
  }
}

function loseZeros(table: RawTable, random: Random): void {
  for (const row of victims(table, random, 3)) {
    const id = String(cellOf(table, row, 'Client ID'));
    spoil(table, row, 'Client ID', String(Number(id)), {
      kind: 'lost-zeros',
      note: 'Opened and saved as numbers on the way.',
      instead: id,
    });
  }
}

function writeIdentifiers(table: RawTable, random: Random): void {
  const texts = [
    `Sister’s NHS no. ${spacedNhsNumber(madeUpNhsNumber(random))}, same worker please`,
    `Infant registered as ${madeUpNhsNumber(random)}`,
    `Old record under NHS ${spacedNhsNumber(madeUpNhsNumber(random))}`,
    `Call partner on 07700 900${random.whole(100, 999)} – not after 6`,
    `Text only: 07700900${random.whole(100, 999)}`,
  ];
  const rows = victims(table, random, texts.length);
  texts.forEach((text, i) => {
    const row = rows[i];
    if (!row) return;
    spoil(table, row, 'Note', text, {
      kind: 'identifier-in-text',
      note: i < 3 ? 'Holds an NHS number.' : 'Holds a phone number.',
    });
  });
}

/** Nine infants have a referral of their own beside that of the adult. */
function addInfants(table: RawTable, random: Random, infantIds: readonly string[]): void {
  const adults = victims(table, random, 9, (row) => cellOf(table, row, 'Outcome') === 'Accepted');
  adults.forEach((row, i) => {
    const cells = row.cells.map((cell, j) =>
      j === 0 ? `R0${401 + i}` : j === 1 ? (infantIds[i] ?? '') : j === 2 ? 'Infant' : cell,
    );
    insertAfter(table, row, cells, {
      kind: 'person-type',
      note: 'The referral of an infant; the adult’s own stands above.',
    });
  });
}

function addOrphans(table: RawTable, random: Random): void {
  victims(table, random, 3).forEach((row, i) => {
    const cells = row.cells.map((cell, j) =>
      j === 0 ? `R0${421 + i}` : j === 1 ? `0900${i + 1}` : cell,
    );
    insertAfter(table, row, cells, {
      column: 'Client ID',
      kind: 'orphan',
      note: 'No service user has this client id.',
    });
  });
}

/** A referral keyed again without quotes: the semicolon in its note makes a field too many. */
function breakLine(table: RawTable, random: Random): void {
  for (const row of victims(table, random, 1)) {
    insertAfter(table, row, [...row.cells.slice(0, -1), 'Rang twice', ' no answer'], {
      kind: 'ragged-row',
      note: 'The referral above, keyed again: an unquoted semicolon makes 12 fields of 11.',
    });
  }
}
