import type { PersonForms } from './form-truth.ts';
import type { Person } from './people.ts';
import { outsiders, type Questionnaires } from './questionnaires.ts';
import { type Random, randomOf } from './random.ts';
import {
  cellOf,
  type RawCell,
  type RawColumn,
  type RawRow,
  type RawTable,
  rawTable,
  repeatRows,
  spoil,
  victims,
} from './raw-table.ts';
import type { World } from './world.ts';

const ITEMS = Array.from({ length: 18 }, (_, i) => i + 1);
const TIMES = ['T1', 'T2'] as const;

/** One row a person: 18 items at two time points, as the service types them into its workbook. */
export function prfqExtract(world: World, { prfq }: Questionnaires): RawTable {
  const random = randomOf('prfq extract');
  const others = outsiders(world, 20, 5);
  const forms = [...prfq, ...borrowed(prfq, others), ...emptyForms(world, prfq, 4)].sort((a, b) =>
    a.person.id.localeCompare(b.person.id),
  );
  const table = rawTable(columns(), forms);
  for (const row of table.rows) {
    if (!others.some(({ id }) => id === row.cells[0])) continue;
    row.faults.push({ kind: 'not-eligible', note: 'Had psychotherapy only, not Together Time.' });
  }
  spoilItems(table, random);
  for (const row of victims(table, random, 1, isPaired(table))) {
    const after = cellOf(table, row, 'Date_T2');
    const before = cellOf(table, row, 'Date_T1');
    spoil(table, row, 'Date_T2', before, { kind: 'time-order', note: 'The dates are swapped.' });
    row.cells[table.columns.indexOf('Date_T1')] = after;
  }
  repeatRows(table, random, 1);
  return table;
}

function columns(): RawColumn<PersonForms>[] {
  const block = (time: 'T1' | 'T2'): RawColumn<PersonForms>[] => {
    const form = (forms: PersonForms) => (time === 'T1' ? forms.before : forms.after);
    const dated = (forms: PersonForms): RawCell => {
      const day = form(forms)?.date;
      return day === undefined ? null : { day };
    };
    return [
      [`Date_${time}`, dated],
      ...ITEMS.map(
        (item): RawColumn<PersonForms> => [
          header(item, time),
          (forms) => form(forms)?.answers[item - 1] ?? null,
        ],
      ),
    ];
  };
  return [['Client ID', ({ person }) => person.id], ...TIMES.flatMap(block)];
}

/** "PRFQ_01_T1" */
function header(item: number, time: 'T1' | 'T2'): string {
  return `PRFQ_${String(item).padStart(2, '0')}_${time}`;
}

/** At most one answer a row is lost, so that every subscale of a pair can still be scored. */
function spoilItems(table: RawTable, random: Random): void {
  const wrong: [RawCell, number, 'out-of-range' | 'missing-code', string][] = [
    [9, 4, 'out-of-range', 'Answers run from 1 to 7.'],
    [99, 12, 'missing-code', '99 stands for “not answered” here.'],
    [null, 6, 'missing-code', 'Left blank.'],
  ];
  for (const [value, n, kind, note] of wrong) {
    for (const row of victims(table, random, n, isPaired(table))) {
      spoil(table, row, header(random.whole(1, 18), random.pick(TIMES)), value, { kind, note });
    }
  }
  // One first form lacks half of a subscale and cannot be scored there.
  const firstOnly = (row: RawRow) =>
    cellOf(table, row, 'Date_T1') !== null && cellOf(table, row, 'Date_T2') === null;
  for (const row of victims(table, random, 1, firstOnly)) {
    for (const item of [1, 7, 13]) {
      spoil(table, row, header(item, 'T1'), null, { kind: 'missing-code', note: 'Left blank.' });
    }
  }
}

function isPaired(table: RawTable): (row: RawRow) => boolean {
  return (row) => TIMES.every((time) => cellOf(table, row, `Date_${time}`) !== null);
}

/** The same answers under other people's ids: forms that were filled in outside Together Time. */
function borrowed(forms: readonly PersonForms[], others: readonly Person[]): PersonForms[] {
  return others.map((person, i) => ({ ...(forms[i * 7] as PersonForms), person }));
}

/** People who are listed without any form. */
function emptyForms(world: World, forms: readonly PersonForms[], n: number): PersonForms[] {
  return world.people
    .filter((p) => p.togetherTime && !forms.some(({ person }) => person === p))
    .slice(0, n)
    .map((person) => ({ person, before: null, after: null }));
}
