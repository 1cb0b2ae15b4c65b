import { CUT } from './calendar-days.ts';
import type { Person } from './people.ts';
import { type Random, randomOf } from './random.ts';

/** One filled-in questionnaire: answers by item, or one rating. */
export interface Form {
  date: number;
  answers: number[];
}

/** What one person filled in; null where there is no form. */
export interface PersonForms {
  person: Person;
  before: Form | null;
  after: Form | null;
}

/** How many of the 114 adults in Together Time have which forms. */
export interface Attrition {
  both: number;
  beforeOnly: number;
  afterOnly: number;
}

/** How much of a person's distance from the mean is left at the second form. */
const KEPT = 0.7;

/** A scale as it is answered: its items, and how the group answers before and changes. */
export interface Trait {
  /** 1-based item numbers. */
  items: readonly number[];
  /** Items scored the other way round. */
  reversed: readonly number[];
  mean: number;
  sd: number;
  change: number;
  changeSd: number;
}

/**
 * Answers that a person with a latent level would give: the level moves by a person's own change,
 * each item strays from it, and all are rounded into the range.
 */
export function makeForms(
  name: string,
  people: readonly Person[],
  start: ReadonlyMap<Person, number>,
  attrition: Attrition,
  answer: (random: Random) => { before: number[]; after: number[] },
): PersonForms[] {
  const random = randomOf(name);
  const { both, beforeOnly, afterOnly } = attrition;
  const chosen = random.shuffled(people).slice(0, both + beforeOnly + afterOnly);
  return chosen
    .map((person, i) => {
      const answers = answer(random);
      const first = (start.get(person) ?? CUT) - random.whole(0, 6);
      const second = Math.min(first + random.whole(63, 112), CUT);
      return {
        person,
        before: i < both + beforeOnly ? { date: first, answers: answers.before } : null,
        after: i < both || i >= both + beforeOnly ? { date: second, answers: answers.after } : null,
      };
    })
    .sort((a, b) => a.person.id.localeCompare(b.person.id));
}

/** Item answers of one person at both time points. */
export function answerItems(
  traits: readonly Trait[],
  range: { items: number; low: number; high: number; stray: number },
  random: Random,
): { before: number[]; after: number[] } {
  const before: number[] = [];
  const after: number[] = [];
  for (const { items, reversed, mean, sd, change, changeSd } of traits) {
    const level = mean + sd * random.normal();
    const later = mean + change + KEPT * (level - mean) + changeSd * random.normal();
    for (const item of items) {
      const turn = (value: number) =>
        reversed.includes(item) ? range.low + range.high - value : value;
      const respond = (latent: number) =>
        Math.min(
          range.high,
          Math.max(range.low, Math.round(latent + range.stray * random.normal())),
        );
      before[item - 1] = turn(respond(level));
      after[item - 1] = turn(respond(later));
    }
  }
  return { before, after };
}
