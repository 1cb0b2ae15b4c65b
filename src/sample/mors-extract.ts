import { isoDate } from '../model/calendar.ts';
import type { Questionnaires } from './questionnaires.ts';
import { type Random, randomOf } from './random.ts';
import {
  cellOf,
  type RawColumn,
  type RawRow,
  type RawTable,
  rawTable,
  repeatRows,
  spoil,
  victims,
} from './raw-table.ts';

interface Answer {
  client: string;
  time: 'T1' | 'T2';
  item: number;
  value: number;
  date: number;
}

const COLUMNS: readonly RawColumn<Answer>[] = [
  ['client_id', ({ client }) => client],
  ['time_point', ({ time }) => time],
  ['item', ({ item }) => String(item)],
  ['response', ({ value }) => String(value)],
  ['date', ({ date }) => isoDate(date)],
];

/** One row an item: what the survey tool exports. */
export function morsExtract({ mors }: Questionnaires): RawTable {
  const random = randomOf('mors extract');
  const answers = mors.flatMap(({ person, before, after }) =>
    ([before, after] as const).flatMap((form, i): Answer[] =>
      (form?.answers ?? []).map((value, j) => ({
        client: person.id,
        time: i === 0 ? 'T1' : 'T2',
        item: j + 1,
        value,
        date: form?.date ?? 0,
      })),
    ),
  );
  const table = rawTable(COLUMNS, answers);
  respellForms(table, random);
  const alone = mors.filter(({ before, after }) => before === null || after === null);
  spoilAnswers(table, random, new Set(alone.map(({ person }) => person.id)));
  addOrphan(table, random);
  repeatRows(table, random, 3);
  return table;
}

/** Two whole forms name their time point otherwise. */
function respellForms(table: RawTable, random: Random): void {
  for (const written of ['t1', 'Time 2']) {
    const right = written === 't1' ? 'T1' : 'T2';
    const [start] = victims(table, random, 1, (row) => cellOf(table, row, 'time_point') === right);
    if (!start) continue;
    for (const row of table.rows.filter((other) => sameForm(other, start))) {
      spoil(table, row, 'time_point', written, {
        kind: 'spelling',
        note: `Another spelling of “${right}”.`,
        instead: right,
      });
    }
  }
}

/**
 * A form that lacks an answer cannot be scored, so these are forms of people without a pair, and
 * never two in one form.
 */
function spoilAnswers(table: RawTable, random: Random, unpaired: ReadonlySet<string>): void {
  const wrong = [
    { value: '7', n: 3, kind: 'out-of-range', note: 'Answers run from 0 to 5.' },
    { value: '99', n: 3, kind: 'missing-code', note: '99 stands for “not answered” here.' },
    { value: 'NK', n: 2, kind: 'missing-code', note: 'NK stands for “not known” here.' },
    { value: '', n: 2, kind: 'missing-code', note: 'Left blank.' },
  ] as const;
  for (const { value, n, kind, note } of wrong) {
    for (let i = 0; i < n; i++) {
      const whole = (row: RawRow) =>
        unpaired.has(String(row.cells[0])) &&
        !table.rows.some((other) => other.faults.length > 0 && sameForm(other, row));
      for (const row of victims(table, random, 1, whole)) {
        spoil(table, row, 'response', value, { kind, note });
      }
    }
  }
}

/** A whole form of somebody nobody knows. */
function addOrphan(table: RawTable, random: Random): void {
  const [start] = victims(table, random, 1, (row) => cellOf(table, row, 'item') === '1');
  if (!start) return;
  const form = table.rows.filter((row) => sameForm(row, start));
  table.rows.push(
    ...form.map((row) => ({
      cells: ['09201', ...row.cells.slice(1)],
      faults: [
        {
          column: 'client_id',
          kind: 'orphan' as const,
          note: 'No service user has this client id.',
        },
      ],
    })),
  );
}

function sameForm(a: RawRow, b: RawRow): boolean {
  return a.cells[0] === b.cells[0] && a.cells[1] === b.cells[1];
}
