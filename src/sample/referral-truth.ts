import { CUT, workingDay, YEARS } from './calendar-days.ts';
import type { Person } from './people.ts';
import { type Random, randomOf } from './random.ts';

export interface Referral {
  id: string;
  person: Person;
  received: number;
  source: Source;
  outcome: 'Accepted' | 'Rejected' | 'Pending';
  /** 01 duplicate, 02 inappropriate, 03 incomplete; blank where there is none. */
  rejection: string;
  timing: 'antenatal' | 'postnatal' | 'unknown';
  expected: number | null;
  born: number | null;
}

/** How many referrals each source makes, and how much it tends to refer before birth. */
export const SOURCES = {
  'Midwifery – continuity of care': { n: 158, early: 1 },
  'Health visitor': { n: 61, early: 0.1 },
  GP: { n: 38, early: 0.5 },
  'Maternity service': { n: 34, early: 0.9 },
  'Perinatal mental health': { n: 27, early: 0.6 },
  'Children’s social care': { n: 22, early: 0.5 },
  Self: { n: 17, early: 0.5 },
  'Voluntary organisation': { n: 8, early: 0.4 },
} as const;
export type Source = keyof typeof SOURCES;

/** Adults who began psychotherapy, by the financial year of their referral. */
const STARTED = [14, 20, 26, 31, 34, 30, 40, 43, 47];
/** The other 80 referrals, by who they are of. */
const EXTRA = { again: 7, notStarted: 8, earlierRejected: 10, offeredGroup: 6, pending: 13 };
const ACCEPTED_TIMING = { antenatal: 222, postnatal: 74, unknown: 4 };

type Draft = Pick<Referral, 'person' | 'received' | 'outcome'>;

/** The 365 referrals of adults to parent-infant psychotherapy, in the order in which they were received. */
export function makeReferrals(people: readonly Person[]): Referral[] {
  const random = randomOf('referrals');
  const started = startReferrals(people, random);
  const drafts = [...started, ...extraReferrals(people, started, random)];
  const timings = random.shuffled(
    Object.entries(ACCEPTED_TIMING).flatMap(([timing, n]) =>
      Array.from({ length: n }, () => timing as Referral['timing']),
    ),
  );
  let accepted = 0;
  const referrals = drafts
    .sort((a, b) => a.received - b.received || a.person.id.localeCompare(b.person.id))
    .map((draft, i) => {
      const timing =
        draft.outcome === 'Accepted'
          ? (timings[accepted++] ?? 'unknown')
          : random.weighted({ antenatal: 33, postnatal: 27, unknown: 5 });
      return {
        ...draft,
        id: `R${String(i + 1).padStart(4, '0')}`,
        source: 'GP' as Source,
        rejection:
          draft.outcome === 'Rejected' ? random.weighted({ '01': 9, '02': 29, '03': 13 }) : '',
        timing,
        ...infantDates(timing, draft.received, random),
      };
    });
  giveSources(referrals, random);
  return referrals;
}

/** Midwives refer mostly before birth, health visitors after it; the number of each source is exact. */
function giveSources(referrals: readonly Referral[], random: Random): void {
  const ranked = <T>(items: readonly T[], rank: (item: T) => number) =>
    items
      .map((item) => ({ item, rank: rank(item) + 0.9 * random.next() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ item }) => item);
  const sources = ranked(
    Object.entries(SOURCES).flatMap(([source, { n, early }]) =>
      Array.from({ length: n }, () => ({ source: source as Source, early })),
    ),
    ({ early }) => early,
  );
  ranked(referrals, ({ timing }) => (timing === 'antenatal' ? 1 : 0)).forEach((referral, i) => {
    referral.source = sources[i]?.source ?? 'GP';
  });
}

function startReferrals(people: readonly Person[], random: Random): Draft[] {
  const waiting = random.shuffled(people.filter((person) => person.pip));
  return YEARS.flatMap(({ first, last }, year) =>
    waiting.splice(0, STARTED[year] ?? 0).map((person, i) => ({
      person,
      // The first three came in the first week.
      received: workingDay(
        random.whole(first + 2, year === 0 && i < 3 ? first + 4 : Math.min(last, CUT - 30)),
      ),
      outcome: 'Accepted' as const,
    })),
  );
}

function extraReferrals(people: readonly Person[], started: Draft[], random: Random): Draft[] {
  const anyDay = () => workingDay(random.whole(YEARS[0]?.first ?? 0, CUT - 45));
  const early = random.shuffled(started.filter((draft) => draft.received < CUT - 1000));
  const late = random.shuffled(
    started.filter((draft) => draft.received > (YEARS[1]?.first ?? 0) && !early.includes(draft)),
  );
  const group = random.shuffled(people.filter((person) => person.togetherTime && !person.pip));
  const others = random.shuffled(people.filter((person) => !person.togetherTime && !person.pip));
  const rejected = (person: Person): Draft => ({ person, received: anyDay(), outcome: 'Rejected' });
  return [
    ...early.slice(0, EXTRA.again).map(({ person, received }) => ({
      person,
      received: workingDay(received + random.whole(560, 900)),
      outcome: 'Accepted' as const,
    })),
    ...late.slice(0, EXTRA.earlierRejected).map(({ person, received }) => ({
      person,
      received: workingDay(received - random.whole(40, 150)),
      outcome: 'Rejected' as const,
    })),
    ...group.slice(0, EXTRA.offeredGroup).map(rejected),
    ...others.slice(0, EXTRA.notStarted).map((person) => ({
      person,
      received: anyDay(),
      outcome: 'Accepted' as const,
    })),
    ...others.slice(EXTRA.notStarted, EXTRA.notStarted + EXTRA.pending).map((person) => ({
      person,
      received: workingDay(random.whole(CUT - 55, CUT - 2)),
      outcome: 'Pending' as const,
    })),
    ...others.slice(EXTRA.notStarted + EXTRA.pending).map(rejected),
  ];
}

/** Expected and real date of birth that make a referral antenatal, postnatal or neither. */
function infantDates(
  timing: Referral['timing'],
  received: number,
  random: Random,
): Pick<Referral, 'expected' | 'born'> {
  if (timing === 'unknown') return { expected: null, born: null };
  if (timing === 'antenatal') {
    const expected = received + 280 - random.whole(10 * 7, 37 * 7);
    const born = Math.max(received + 3, expected + Math.round(random.normal() * 8));
    return { expected, born: born > CUT || random.chance(0.05) ? null : born };
  }
  // One in twenty is referred on the day of birth, which counts as after it.
  const born = random.chance(0.05) ? received : received - random.whole(4, 330);
  const expected = random.chance(0.6) ? born + Math.round(random.normal() * 8) : null;
  return { expected, born };
}
