import { takeColumn } from '../columns/take.ts';
import type { EligiblePerson } from '../measures/choose-pairs.ts';
import type { Eligible } from '../measures/pair.ts';
import { type Column, textAt } from '../model/column.ts';
import { columnNamed, type Frame, variableNamed } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import type { PairRule } from '../model/table.ts';
import type { Context } from './context.ts';

/**
 * Who could have a pair under a rule, each once, with episode, contacts and what is brought along.
 * @throws Refusal when somebody has two episodes: then a row is no person
 */
export function eligibleFor(context: Context, rule: PairRule): Eligible {
  const { table: name, cohort, from, until, carry = [] } = rule.eligible;
  const table = context.table(name);
  const frame = context.frame(table);
  const column = columnNamed(frame, rule.eligible.person);
  const start = from === undefined ? undefined : dateIn(frame, from, 'from');
  const end = until === undefined ? undefined : dateIn(frame, until, 'until');
  const rows = new Map<string, number>();
  for (const row of context.select(table, cohort).rows) {
    const person = textAt(column, row);
    if (person === '') continue;
    if (!rows.has(person)) rows.set(person, row);
    else if (start !== undefined || end !== undefined) {
      throw new Refusal(
        'two-episodes',
        `${variableNamed(frame, rule.eligible.person).label} ${person} has more than one episode.`,
        {
          hint: 'Choose a cohort with one episode a person, or leave the dates of the episode out.',
          where: { table: name, row: row + 1 },
        },
      );
    }
  }
  const people = [...rows].map(
    ([person, row]): EligiblePerson => ({
      person,
      from: dayOf(start, row),
      until: dayOf(end, row),
    }),
  );
  const own = Uint32Array.from(rows.values());
  return {
    people,
    carried: carry.map((each) => [
      variableNamed(frame, each),
      takeColumn(columnNamed(frame, each), own),
    ]),
    ...(rule.contacts ? { contacts: contactsFor(context, rule.contacts, people) } : {}),
  };
}

/** Days of contacts by person, within the episode. */
function contactsFor(
  context: Context,
  { table: name, person, date, cohort }: NonNullable<PairRule['contacts']>,
  people: readonly EligiblePerson[],
): Map<string, number[]> {
  const table = context.table(name);
  const frame = context.frame(table);
  const whose = columnNamed(frame, person);
  const days = dateIn(frame, date, 'contacts');
  const found = new Map(people.map((each) => [each.person, { ...each, days: [] as number[] }]));
  for (const row of context.select(table, cohort).rows) {
    const own = found.get(textAt(whose, row));
    const day = dayOf(days, row);
    if (own === undefined || day === null) continue;
    if ((own.from ?? day) <= day && day <= (own.until ?? day)) own.days.push(day);
  }
  return new Map([...found].map(([id, { days: own }]) => [id, own]));
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
