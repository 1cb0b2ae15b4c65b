import { textAt, valueAt } from '../model/column.ts';
import { EXCLUSION } from '../model/exclusion.ts';
import { columnNamed, type Frame, variableNamed } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import type { PairRule } from '../model/table.ts';
import { dayAt, timesOf } from './form.ts';

/** Somebody who could have a pair. */
export interface EligiblePerson {
  person: string;
  /** Which of the person's episodes this is, where there can be several. */
  episode?: string;
  /** Day numbers of the episode; null where it is open. */
  from: number | null;
  until: number | null;
}

/** The forms of one person that are compared: 0-based rows of the scores. */
export interface Pair {
  person: string;
  before?: number;
  after?: number;
  /** Why the two are no pair although both are there. */
  excluded?: string;
}

export interface Chosen {
  pairs: Pair[];
  /** Forms of people who are not eligible. */
  notEligible: number;
  /** Forms of eligible people that are not used because another one is. */
  repeated: number;
  /** Forms outside the episode, and forms without the date or score that the rule needs. */
  outside: number;
  unusable: number;
  /** Eligible people with two contacts; null without the rule. */
  twoContacts: number | null;
}

/** Forms that may be the first and the second, the preferred ones first. */
interface Candidates {
  before: readonly number[];
  after: readonly number[];
}

/**
 * Which forms make the pairs: one entry an eligible person, in the order given. Where somebody has several
 * episodes, each is an entry, and a form counts for the one in which its date lies, the latest of them. At named time points the
 * first form by date is used (undated ones last, then the first in the table). Where another one meets
 * version, rater, window and order, it is used instead; where none does, the pair is excluded with the reason.
 *
 * @param scored variables of which a form has to have one to be usable (`first-last`, `contacts`)
 * @param contacts day numbers by person or episode, of the rule `contacts`
 * @throws Refusal when a time point of the rule does not occur, or dates are needed and there are none
 */
export function choosePairs(
  scores: Frame,
  rule: PairRule,
  eligible: readonly EligiblePerson[],
  dateName: string | undefined,
  scored: readonly string[],
  contacts?: ReadonlyMap<string, readonly number[]>,
): Chosen {
  const choose = rule.choose ?? 'time-points';
  if (choose === 'time-points') checkTimes(scores, rule);
  const dates = dateName === undefined ? undefined : columnNamed(scores, dateName);
  const day = (row: number) => dayAt(dates, row);
  checkDated(rule, dateName);
  const known = Map.groupBy(eligible, (each) => each.person);
  const forms = new Map<EligiblePerson, number[]>();
  const people = columnNamed(scores, rule.person);
  const values = scored.map((name) => columnNamed(scores, name));
  const isScored = (row: number) => values.some((column) => column.missing[row] === 0);
  const counts = { notEligible: 0, repeated: 0, outside: 0, unusable: 0 };
  const times = choose === 'time-points' ? columnNamed(scores, rule.time) : undefined;
  for (let row = 0; row < scores.rows; row++) {
    if (times !== undefined) {
      const time = valueAt(times, row);
      if (time === null || ![rule.before, rule.after].includes(String(time))) continue;
    }
    const person = String(valueAt(people, row) ?? '');
    const own = known.get(person);
    if (own === undefined) {
      counts.notEligible++;
      continue;
    }
    const needsDay = times === undefined || own.length > 1;
    const whose = episodeAt(own, day(row));
    if (whose === undefined) counts.outside++;
    else if (needsDay && day(row) === null) counts.unusable++;
    else if (times === undefined && !isScored(row)) counts.unusable++;
    else forms.set(whose, [...(forms.get(whose) ?? []), row]);
  }
  const byDate = (a: number, b: number) =>
    (day(a) ?? Number.POSITIVE_INFINITY) - (day(b) ?? Number.POSITIVE_INFINITY) || a - b;
  const pairs = eligible.map((each): Pair => {
    const own = (forms.get(each) ?? []).toSorted(byDate);
    const candidates = candidatesOf(own, choose, {
      time: (row) => (times === undefined ? '' : textAt(times, row)),
      day,
      rule,
      contacts: contacts?.get(episodeKey(each)) ?? [],
    });
    const pair = { person: each.person, ...chosenFrom(candidates, obstacleOf(scores, rule, day)) };
    const used = [pair.before, pair.after].filter((row) => row !== undefined).length;
    counts.repeated += own.length - used;
    return pair;
  });
  const withTwo = eligible.filter((each) => (contacts?.get(episodeKey(each))?.length ?? 0) >= 2);
  return { pairs, ...counts, twoContacts: choose === 'contacts' ? withTwo.length : null };
}

function candidatesOf(
  own: readonly number[],
  choose: NonNullable<PairRule['choose']>,
  {
    time,
    day,
    rule,
    contacts,
  }: {
    time: (row: number) => string;
    day: (row: number) => number | null;
    rule: PairRule;
    contacts: readonly number[];
  },
): Candidates {
  switch (choose) {
    case 'time-points':
      return {
        before: own.filter((row) => time(row) === rule.before),
        after: own.filter((row) => time(row) === rule.after),
      };
    case 'first-last': {
      return { before: own.slice(0, 1), after: own.slice(1).toReversed() };
    }
    case 'contacts': {
      const [first, second] = contacts.toSorted((a, b) => a - b);
      const since = (contact: number | undefined) =>
        contact === undefined ? [] : own.filter((row) => (day(row) ?? Number.NaN) >= contact);
      const [earliest] = since(first);
      const later = since(second).filter((row) => row !== earliest);
      return { before: earliest === undefined ? [] : [earliest], after: later.toReversed() };
    }
  }
}

/** The first combination without an obstacle; else the first one, with what stands in its way. */
function chosenFrom(
  { before, after }: Candidates,
  obstacle: (before: number, after: number) => string | null,
): Omit<Pair, 'person'> {
  const [first] = before;
  const [second] = after;
  if (first === undefined || second === undefined) {
    return {
      ...(first === undefined ? {} : { before: first }),
      ...(second === undefined ? {} : { after: second }),
    };
  }
  for (const one of before) {
    for (const other of after) {
      if (obstacle(one, other) === null) return { before: one, after: other };
    }
  }
  return { before: first, after: second, excluded: obstacle(first, second) ?? '' };
}

function obstacleOf(
  scores: Frame,
  { sameRater, sameVersion, window, inOrder }: PairRule,
  day: (row: number) => number | null,
): (before: number, after: number) => string | null {
  const alike = [
    { name: sameVersion, reason: EXCLUSION.version },
    { name: sameRater, reason: EXCLUSION.rater },
  ].flatMap(({ name, reason }) =>
    name === undefined ? [] : [{ column: columnNamed(scores, name), reason }],
  );
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = window ?? {};
  return (before, after) => {
    for (const { column, reason } of alike) {
      const [one, other] = [textAt(column, before), textAt(column, after)];
      if (one === '' || one !== other) return reason;
    }
    if (window === undefined && inOrder !== true) return null;
    const [start, end] = [day(before), day(after)];
    if (start === null || end === null) return EXCLUSION.date;
    if (inOrder === true && end <= start) return EXCLUSION.order;
    return end - start < least || end - start > most ? EXCLUSION.window : null;
  };
}

/** Under which the contacts of an episode are given. */
export function episodeKey({ person, episode }: EligiblePerson): string {
  return episode ?? person;
}

/** The latest episode in which a day lies; without a day the first. */
function episodeAt(own: readonly EligiblePerson[], day: number | null): EligiblePerson | undefined {
  const start = ({ from }: EligiblePerson) => from ?? Number.NEGATIVE_INFINITY;
  return own
    .filter((each) => !isOutside(day, each))
    .reduce<EligiblePerson | undefined>(
      (latest, each) => (latest === undefined || start(each) > start(latest) ? each : latest),
      undefined,
    );
}

function isOutside(day: number | null, { from, until }: EligiblePerson): boolean {
  if (day === null) return false;
  return (from !== null && day < from) || (until !== null && day > until);
}

function checkDated(rule: PairRule, dateName: string | undefined): void {
  const { choose = 'time-points', window, inOrder, eligible } = rule;
  const isDated =
    choose !== 'time-points' ||
    window !== undefined ||
    inOrder === true ||
    eligible.from !== undefined ||
    eligible.until !== undefined;
  if (choose === 'contacts' && rule.contacts === undefined) {
    throw new Refusal('no-contacts', 'The rule goes by contacts, and none are named.', {
      hint: 'Name the table of contacts, its person and its date.',
      where: { option: 'contacts' },
    });
  }
  if (!isDated || dateName !== undefined) return;
  throw new Refusal('no-dates', 'The rule goes by dates, and the scores have none.', {
    hint: 'Score the forms with their dates, or compare named time points.',
    where: { option: 'choose' },
  });
}

function checkTimes(scores: Frame, { time, before, after }: PairRule): void {
  const column = columnNamed(scores, time);
  const met = new Set<string>();
  for (let row = 0; row < scores.rows; row++) {
    const value = valueAt(column, row);
    if (value !== null) met.add(String(value));
  }
  const known = timesOf(variableNamed(scores, time), met).map((entry) => entry.value);
  const absent = [before, after].find((wanted) => !known.includes(wanted));
  if (absent === undefined && before !== after) return;
  const fault =
    absent === undefined
      ? `“${before}” cannot be compared with itself.`
      : `There is no time point “${absent}” in the scores.`;
  throw new Refusal('unknown-time-point', fault, {
    hint: `The time points are: ${known.join(', ')}.`,
    where: { column: time },
  });
}
