import { CUT, OPENED, weekday, workingDay, YEARS } from './calendar-days.ts';
import type { Person } from './people.ts';
import { type Random, randomOf } from './random.ts';
import type { Referral } from './referral-truth.ts';

export interface Appointment {
  person: Person;
  /** Null for Together Time, which needs no referral. */
  referral: Referral | null;
  date: number;
  activity: 'PIP' | 'Together Time';
  /** NHS Data Dictionary: 5, 6 attended; 7 late, not seen; 2 cancelled by patient; 3 did not attend; 4 by provider. */
  attendance: string;
}

/** Psychotherapy appointments made in each financial year. */
export const MADE = [97, 188, 274, 356, 431, 402, 548, 617, 777];
const ATTENDANCE = { 5: 66, 6: 6, 7: 1, 2: 10, 3: 12, 4: 5 };
const GROUP_ATTENDANCE = { 5: 74, 6: 7, 2: 7, 3: 12 };

/** A stretch of time in which somebody has appointments. */
interface Course {
  person: Person;
  referral: Referral;
  first: number;
  last: number;
  /** How often this family comes, compared with others. */
  often: number;
}

/** Appointments of parent-infant psychotherapy: exactly as many a year as `MADE`, every adult with at least one. */
export function makePipAppointments(referrals: readonly Referral[]): Appointment[] {
  const random = randomOf('appointments');
  const courses = referrals
    .filter((referral) => referral.outcome === 'Accepted' && referral.person.pip)
    .map((referral) => courseOf(referral, random));
  const taken = new Set<string>();
  const made = courses.map((course) => appointment(course, course.first, random));
  for (const { person, date } of made) taken.add(`${person.id} ${date}`);

  YEARS.forEach(({ first, last }, year) => {
    const inYear = made.filter(({ date }) => date >= first && date <= last).length;
    const open = courses
      .map((course) => ({
        course,
        from: Math.max(first, course.first),
        to: Math.min(last, course.last),
      }))
      .filter(({ from, to }) => to >= from);
    const weights = Object.fromEntries(
      open.map(({ course, from, to }, i) => [String(i), course.often * (to - from + 1)]),
    );
    for (let left = (MADE[year] ?? 0) - inYear; left > 0; ) {
      const chosen = open[Number(random.weighted(weights))];
      if (!chosen) continue;
      const date = workingDay(random.whole(chosen.from, chosen.to));
      const key = `${chosen.course.person.id} ${date}`;
      if (date < chosen.from || taken.has(key)) continue;
      taken.add(key);
      made.push(appointment(chosen.course, date, random));
      left--;
    }
  });
  return made;
}

/** Weekly Together Time groups on Thursdays: up to ten sessions a person. */
export function makeGroupSessions(
  people: readonly Person[],
  pipStart: ReadonlyMap<Person, number>,
): Appointment[] {
  const random = randomOf('together time');
  return people
    .filter((person) => person.togetherTime)
    .flatMap((person) => {
      const earliest = (pipStart.get(person) ?? OPENED + 90) + 30;
      let date = Math.min(random.whole(earliest, Math.max(earliest, CUT - 160)), CUT - 90);
      while (weekday(date) !== 3) date++;
      return Array.from({ length: random.whole(6, 10) }, (_, week) => ({
        person,
        referral: null,
        date: date + 7 * week,
        activity: 'Together Time' as const,
        attendance: week === 0 ? '5' : random.weighted(GROUP_ATTENDANCE),
      }));
    });
}

function courseOf(referral: Referral, random: Random): Course {
  const first = Math.min(workingDay(referral.received + random.whole(12, 42)), CUT - 3);
  const length = 90 + Math.round(random.next() * random.next() * 900);
  return {
    person: referral.person,
    referral,
    first: workingDay(first),
    last: Math.min(first + length, CUT - 2),
    often: 0.4 + random.next() * 1.6,
  };
}

function appointment({ person, referral }: Course, date: number, random: Random): Appointment {
  return { person, referral, date, activity: 'PIP', attendance: random.weighted(ATTENDANCE) };
}
