import { takeColumn } from '../columns/take.ts';
import { type EligiblePerson, episodeKey } from '../measures/choose-pairs.ts';
import type { Eligible } from '../measures/pair.ts';
import { type Column, textAt } from '../model/column.ts';
import { columnNamed, type Frame, variableNamed } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import type { PairRule } from '../model/table.ts';
import type { Context } from './context.ts';

/**
 * Who could have a pair under a rule, each person or episode once, with contacts and what is brought along.
 * @throws Refusal when somebody has two episodes and nothing tells them apart
 */
export function eligibleFor(context: Context, rule: PairRule): Eligible {
  const { table: name, cohort, from, until, episode, carry = [] } = rule.eligible;
  const table = context.table(name);
  const frame = context.frame(table);
  const column = columnNamed(frame, rule.eligible.person);
  const start = from === undefined ? undefined : dateIn(frame, from, 'from');
  const end = until === undefined ? undefined : dateIn(frame, until, 'until');
  const episodes = episode === undefined ? undefined : columnNamed(frame, episode);
  if (episode !== undefined && start === undefined && end === undefined) {
    throw new Refusal('episode-without-dates', 'Episodes are named, and their dates are not.', {
      hint: 'Name the date from which an episode runs, or until which: forms are placed by it.',
      where: { option: 'eligible' },
    });
  }
  const rows = new Map<string, number>();
  const people: EligiblePerson[] = [];
  for (const row of context.select(table, cohort).rows) {
    const person = textAt(column, row);
    if (person === '') continue;
    const which = episodes === undefined ? undefined : textAt(episodes, row);
    if (which === '') continue;
    const each = {
      person,
      ...(which === undefined ? {} : { episode: which }),
      from: dayOf(start, row),
      until: dayOf(end, row),
    };
    if (!rows.has(episodeKey(each))) {
      rows.set(episodeKey(each), row);
      people.push(each);
    } else if (start !== undefined || end !== undefined) {
      throw new Refusal(
        'two-episodes',
        `${variableNamed(frame, rule.eligible.person).label} ${person} has more than one episode.`,
        {
          hint: 'Name the variable that tells episodes apart (`episode`), or choose a cohort with one episode a person.',
          where: { table: name, row: row + 1 },
        },
      );
    }
  }
  const own = Uint32Array.from(rows.values());
  return {
    people,
    carried: [...new Set([...(episode === undefined ? [] : [episode]), ...carry])].map((each) => [
      variableNamed(frame, each),
      takeColumn(columnNamed(frame, each), own),
    ]),
    ...(rule.contacts ? { contacts: contactsFor(context, rule.contacts, people) } : {}),
  };
}

/** Days of contacts by person or episode, within its dates. */
function contactsFor(
  context: Context,
  { table: name, person, date, episode, cohort }: NonNullable<PairRule['contacts']>,
  people: readonly EligiblePerson[],
): Map<string, number[]> {
  const table = context.table(name);
  const frame = context.frame(table);
  const whose = columnNamed(frame, person);
  const days = dateIn(frame, date, 'contacts');
  const which = episode === undefined ? undefined : columnNamed(frame, episode);
  const found = people.map((each) => ({ ...each, days: [] as number[] }));
  const byPerson = Map.groupBy(found, (each) => each.person);
  for (const row of context.select(table, cohort).rows) {
    const day = dayOf(days, row);
    if (day === null) continue;
    for (const own of byPerson.get(textAt(whose, row)) ?? []) {
      const isOwn = which === undefined || textAt(which, row) === own.episode;
      if (isOwn && (own.from ?? day) <= day && day <= (own.until ?? day)) own.days.push(day);
    }
  }
  return new Map(found.map((each) => [episodeKey(each), each.days]));
}

function dateIn(frame: Frame, name: string, option: string): Column {
  const column = columnNamed(frame, name);
  if (column.type === 'days') return column;
  throw new Refusal('wrong-kind', `${variableNamed(frame, name).label} is not a date.`, {
    hint: 'Choose a date.',
    where: { option, column: name },
  });
}

function dayOf(column: Column | undefined, row: number): number | null {
  return column?.type === 'days' && column.missing[row] === 0 ? (column.values[row] ?? null) : null;
}
