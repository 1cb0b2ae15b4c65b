import { appointmentsExtract } from './appointments-extract.ts';
import { cellText } from './cell-text.ts';
import { csvText } from './csv-text.ts';
import type { Fault, FaultKind } from './fault.ts';
import { infantsExtract } from './infants-extract.ts';
import { laterReferrals } from './later-referrals.ts';
import { loafExtract } from './loaf-extract.ts';
import { morsExtract } from './mors-extract.ts';
import { prfqExtract } from './prfq-extract.ts';
import { makeQuestionnaires } from './questionnaires.ts';
import type { RawTable } from './raw-table.ts';
import { referralsExtract } from './referrals-extract.ts';
import { SPANNERS, serviceUsersExtract } from './service-users-extract.ts';
import { windows1252 } from './windows-1252.ts';
import { firstDataRow, type SampleSheet, workbookBytes } from './workbook.ts';
import { makeWorld } from './world.ts';

export interface Extracts {
  files: { name: string; bytes: Uint8Array }[];
  /** Everything that is wrong on purpose, in the order of the files. */
  faults: Fault[];
  /** Ids that are written wrongly → the ids they should be. */
  ids: { lostZeros: Record<string, string>; secondIds: Record<string, string> };
  /** The list of referrals a quarter later, and everything that is wrong with it. */
  later: { name: string; bytes: Uint8Array; faults: Fault[] };
}

const TITLES = [
  'Harbour parent–infant service',
  'Adults in touch with the service, 1 June 2015 to 31 December 2023. Fictional: no real person is listed.',
  'Run on 12/01/2024 by the performance team',
];

/** The raw extracts as the trust would send them, with their faults. */
export async function makeExtracts(): Promise<Extracts> {
  const world = makeWorld();
  const forms = makeQuestionnaires(world);
  const { adults, infantIds, secondIds } = serviceUsersExtract(world);

  const workbooks: [string, SampleSheet[]][] = [
    [
      'service users.xlsx',
      [
        { name: 'Adults', titles: TITLES, spanners: SPANNERS, table: adults },
        { name: 'Infants', titles: TITLES, spanners: [], table: infantsExtract(world) },
      ],
    ],
    [
      'outcomes PRFQ.xlsx',
      [{ name: 'PRFQ', titles: [], spanners: [], table: prfqExtract(world, forms) }],
    ],
  ];
  const referrals = referralsExtract(world, infantIds);
  const texts: [string, RawTable, ',' | ';', (text: string) => Uint8Array][] = [
    ['referrals.csv', referrals, ';', windows1252],
    ['appointments.csv', appointmentsExtract(world, infantIds, secondIds), ',', utf8WithMark],
    ['outcomes MORS-SF.csv', morsExtract(forms), ',', utf8],
    ['outcomes LOAF.csv', loafExtract(world, forms), ',', utf8],
  ];

  const files: Extracts['files'] = [];
  const faults: Fault[] = [];
  for (const [name, sheets] of workbooks) {
    files.push({ name, bytes: await workbookBytes(sheets) });
    for (const sheet of sheets) {
      const first = firstDataRow(sheet);
      faults.push(...listFaults({ file: name, sheet: sheet.name }, sheet.table, (i) => first + i));
    }
  }
  for (const [name, table, delimiter, encode] of texts) {
    const { text, lines } = csvText(table, delimiter);
    files.push({ name, bytes: encode(text) });
    if (name === 'referrals.csv') faults.push(ambiguousDates(name));
    faults.push(...listFaults({ file: name }, table, (i) => lines[i] ?? 0));
  }
  return {
    files,
    faults,
    ids: {
      lostZeros: corrections(faults, 'lost-zeros'),
      secondIds: corrections(faults, 'second-id'),
    },
    later: later(referrals),
  };
}

function later(referrals: RawTable): Extracts['later'] {
  const name = 'referrals.csv';
  const table = laterReferrals(referrals);
  const { text, lines } = csvText(table, ';');
  const faults = listFaults({ file: name }, table, (i) => lines[i] ?? 0);
  return { name, bytes: windows1252(text), faults: [ambiguousDates(name), ...faults] };
}

function listFaults(
  place: { file: string; sheet?: string },
  table: RawTable,
  rowOf: (index: number) => number,
): Fault[] {
  return table.rows.flatMap((row, i) =>
    row.faults.map(({ column, kind, note, instead }) => ({
      ...place,
      row: rowOf(i),
      ...(column === undefined ? {} : { column }),
      kind,
      was:
        column === undefined
          ? row.cells.map(cellText).join(' | ')
          : cellText(row.cells[table.columns.indexOf(column)] ?? null),
      ...(instead === undefined ? {} : { instead }),
      note,
    })),
  );
}

function corrections(faults: readonly Fault[], kind: FaultKind): Record<string, string> {
  return Object.fromEntries(
    faults.filter((fault) => fault.kind === kind).map(({ was, instead }) => [was, instead ?? was]),
  );
}

/** Meetings are on the first Tuesday of a month: no day is above 12, so no row proves the order. */
function ambiguousDates(file: string): Fault {
  const column = 'Allocation meeting';
  const note = 'Every day is from 1 to 7: the dates read as day first and as month first.';
  return { file, row: 1, column, kind: 'ambiguous-dates', was: column, note };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function utf8WithMark(text: string): Uint8Array {
  return utf8(`\u{feff}${text}`);
}
