import { ukDate } from './calendar-days.ts';
import type { Person } from './people.ts';
import { outsiders, type Questionnaires } from './questionnaires.ts';
import { randomOf } from './random.ts';
import {
  cellOf,
  insertAfter,
  type RawColumn,
  type RawTable,
  rawTable,
  repeatRows,
  respell,
} from './raw-table.ts';
import type { World } from './world.ts';

interface Rating {
  client: string;
  time: 'T1' | 'T2';
  date: number;
  level: string;
  rater: string;
}

/** The item code that the survey tool gives to the one rating. */
const ITEM = 'LOAF_01';
const RATERS = ['CP1', 'CP2', 'SW1', 'HV3'];
const COLUMNS: readonly RawColumn<Rating>[] = [
  ['Client ID', ({ client }) => client],
  ['Time point', ({ time }) => time],
  ['Date rated', ({ date }) => ukDate(date)],
  ['Item', () => ITEM],
  ['Level', ({ level }) => level],
  ['Rated by', ({ rater }) => rater],
];

/** One row a rating of the caregiving relationship, levels 1 to 4. */
export function loafExtract(world: World, { loaf }: Questionnaires): RawTable {
  const random = randomOf('loaf extract');
  const ratings = loaf.flatMap(({ person, before, after }) =>
    [before, after].flatMap((form, i): Rating[] =>
      form === null ? [] : [rating(person, i, form.date, String(form.answers[0]))],
    ),
  );
  const table = rawTable(COLUMNS, ratings);
  respell(table, random, 'Time point', 'T1', { t1: 4, 'T1 ': 3 });
  respell(table, random, 'Time point', 'T2', { 'Time 2': 3 });

  const pairs = loaf.filter(({ before, after }) => before !== null && after !== null);
  for (const { person, before } of pairs.slice(10, 12)) {
    const own = table.rows.find((row) => row.cells[0] === person.id && row.faults.length === 0);
    if (!own || !before) continue;
    const again = rating(person, cellOf(table, own, 'Time point') === 'T1' ? 0 : 1, 0, '3');
    insertAfter(table, own, [again.client, again.time, own.cells[2] ?? '', ITEM, '3', 'SW1'], {
      kind: 'second-form',
      note: 'A second rating at the same time point, by somebody else.',
    });
  }
  addUnusable(
    table,
    world,
    loaf.map(({ person }) => person),
  );
  for (const person of outsiders(world, 40, 3)) {
    const { client, time, date, level, rater } = rating(person, 0, person.registered + 30, '2');
    table.rows.push({
      cells: [client, time, ukDate(date), ITEM, level, rater],
      faults: [{ kind: 'not-eligible', note: 'Had psychotherapy only, not Together Time.' }],
    });
  }
  repeatRows(table, random, 2);
  return table;
}

/** Ratings of people without any usable one. */
function addUnusable(table: RawTable, world: World, rated: readonly Person[]): void {
  const unusable = [
    { level: '5', kind: 'out-of-range', note: 'Levels run from 1 to 4.' },
    { level: '9', kind: 'out-of-range', note: 'Levels run from 1 to 4.' },
    { level: '2-3', kind: 'out-of-range', note: 'Not one level.' },
    { level: '99', kind: 'missing-code', note: '99 stands for “not rated” here.' },
    { level: '', kind: 'missing-code', note: 'Left blank.' },
  ] as const;
  const others = world.people.filter((person) => person.togetherTime && !rated.includes(person));
  unusable.forEach(({ level, kind, note }, i) => {
    const person = others[i];
    if (!person) throw new RangeError('too few people without a rating');
    const start = world.groupStart.get(person) ?? 0;
    table.rows.push({
      cells: [person.id, 'T1', ukDate(start), ITEM, level, RATERS[i % RATERS.length] ?? ''],
      faults: [{ column: 'Level', kind, note }],
    });
  });
}

function rating(person: Person, form: number, date: number, level: string): Rating {
  const rater = RATERS[Number(person.id) % RATERS.length] ?? '';
  return { client: person.id, time: form === 0 ? 'T1' : 'T2', date, level, rater };
}
