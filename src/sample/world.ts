import { type Appointment, makeGroupSessions, makePipAppointments } from './appointment-truth.ts';
import { makePeople, type Person, register } from './people.ts';
import { randomOf } from './random.ts';
import { makeReferrals, type Referral } from './referral-truth.ts';

/** The made-up service as it was, before anything was written down wrongly. */
export interface World {
  people: Person[];
  referrals: Referral[];
  /** Both activities, by date. */
  appointments: Appointment[];
  /** First Together Time session of each adult who came. */
  groupStart: ReadonlyMap<Person, number>;
}

export function makeWorld(): World {
  const people = makePeople();
  const referrals = makeReferrals(people);
  const pip = makePipAppointments(referrals);
  const group = makeGroupSessions(people, firstDates(pip));
  const appointments = [...pip, ...group].sort(
    (a, b) => a.date - b.date || a.person.id.localeCompare(b.person.id),
  );

  const random = randomOf('registration');
  const referred = new Map<Person, number>();
  for (const { person, received } of referrals) {
    referred.set(person, Math.min(received, referred.get(person) ?? received));
  }
  const groupStart = firstDates(group);
  for (const person of people) {
    const first = Math.min(
      referred.get(person) ?? Number.POSITIVE_INFINITY,
      groupStart.get(person) ?? Number.POSITIVE_INFINITY,
    );
    register(person, first, random);
  }
  return { people, referrals, appointments, groupStart };
}

function firstDates(appointments: readonly Appointment[]): Map<Person, number> {
  const first = new Map<Person, number>();
  for (const { person, date } of appointments) {
    first.set(person, Math.min(date, first.get(person) ?? date));
  }
  return first;
}
