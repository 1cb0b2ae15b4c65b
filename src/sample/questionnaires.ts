import { answerItems, makeForms, type PersonForms, type Trait } from './form-truth.ts';
import type { Person } from './people.ts';
import type { World } from './world.ts';

/** Paired, and with a first or a second form only, of the 114 adults in Together Time. */
export const ATTRITION = {
  prfq: { both: 76, beforeOnly: 24, afterOnly: 3 },
  mors: { both: 59, beforeOnly: 31, afterOnly: 6 },
  loaf: { both: 85, beforeOnly: 17, afterOnly: 2 },
};

/** Items of the PRFQ (Luyten et al., 2017): pre-mentalizing, certainty, interest and curiosity; 1–7. */
const PRFQ_TRAITS: readonly Trait[] = [
  trait([1, 4, 7, 10, 13, 16], [], { mean: 2.75, sd: 0.85, change: -0.36, changeSd: 0.6 }),
  trait([2, 5, 8, 11, 14, 17], [11], { mean: 4.1, sd: 0.95, change: 0.1, changeSd: 0.65 }),
  trait([3, 6, 9, 12, 15, 18], [18], { mean: 4.9, sd: 0.85, change: 0.42, changeSd: 0.6 }),
];
/** Items of the MORS-SF (Oates et al., 2018): warmth, invasion; 0–5. */
const MORS_TRAITS: readonly Trait[] = [
  trait([1, 3, 4, 6, 8, 11, 13], [], { mean: 3.2, sd: 0.75, change: 0.36, changeSd: 0.52 }),
  trait([2, 5, 7, 9, 10, 12, 14], [], { mean: 1.95, sd: 0.7, change: -0.36, changeSd: 0.5 }),
];
/** Level before (row) and after (column) of the 85 pairs: most families stay where they were. */
const LOAF_TRANSITIONS = [
  [15, 2, 0, 0],
  [5, 30, 4, 0],
  [0, 5, 15, 2],
  [0, 1, 2, 4],
];

export interface Questionnaires {
  prfq: PersonForms[];
  mors: PersonForms[];
  loaf: PersonForms[];
}

export function makeQuestionnaires(world: World): Questionnaires {
  const people = world.people.filter((person) => person.togetherTime);
  const make = (
    name: keyof typeof ATTRITION,
    answer: Parameters<typeof makeForms>[4],
  ): PersonForms[] => makeForms(name, people, world.groupStart, ATTRITION[name], answer);
  const levels = levelPairs();
  return {
    prfq: make('prfq', (random) =>
      answerItems(PRFQ_TRAITS, { items: 18, low: 1, high: 7, stray: 1 }, random),
    ),
    mors: make('mors', (random) =>
      answerItems(MORS_TRAITS, { items: 14, low: 0, high: 5, stray: 0.9 }, random),
    ),
    loaf: make('loaf', (random) => {
      const [before, after] = levels.shift() ?? [random.whole(1, 3), random.whole(1, 3)];
      return { before: [before], after: [after] };
    }),
  };
}

/** Adults of psychotherapy who filled in a form although they were never in Together Time. */
export function outsiders(world: World, from: number, n: number): Person[] {
  return world.people.filter((person) => person.pip && !person.togetherTime).slice(from, from + n);
}

function levelPairs(): [number, number][] {
  return LOAF_TRANSITIONS.flatMap((row, before) =>
    row.flatMap((n, after) =>
      Array.from({ length: n }, (): [number, number] => [before + 1, after + 1]),
    ),
  );
}

function trait(
  items: number[],
  reversed: number[],
  level: Omit<Trait, 'items' | 'reversed'>,
): Trait {
  return { items, reversed, ...level };
}
