import { day } from './calendar-days.ts';
import { madeUpName, type PersonName } from './names.ts';
import { madeUpNhsNumber } from './nhs-number.ts';
import { type Random, randomOf } from './random.ts';

/** An adult of the made-up service, as the truth behind the extracts has it. */
export interface Person {
  id: string;
  nhsNumber: string;
  name: PersonName;
  born: number;
  /** Age in years when first in touch with the service. */
  age: number;
  sex: 'F' | 'M';
  /** National code of the ethnic category (NHS Data Dictionary, 2001 set), Z, 99 or blank. */
  ethnic: string;
  /** 1 = most deprived; null = not known. */
  imd: number | null;
  /** First in touch with the service. */
  registered: number;
  pip: boolean;
  togetherTime: boolean;
}

/** Ethnic categories of the adults in parent-infant psychotherapy: 285 people. */
const PIP_ETHNIC = {
  ...{ N: 58, M: 39, P: 15 },
  ...{ H: 12, J: 9, K: 11, L: 9 },
  ...{ D: 15, E: 8, F: 5, G: 9 },
  ...{ A: 47, B: 4, C: 31 },
  ...{ R: 4, S: 9 },
};
/** IMD deciles of the same 285 people. */
const PIP_IMD = { 1: 48, 2: 69, 3: 54, 4: 38, 5: 27, 6: 18, 7: 13, 8: 9, 9: 6, 10: 3 };
const OTHER_ETHNIC = {
  ...{ A: 30, B: 3, C: 18, D: 6, E: 4, F: 3, G: 4, H: 5, J: 5, K: 6, L: 5, M: 16, N: 22, P: 7 },
  ...{ R: 2, S: 4, Z: 3 },
};
const OTHER_IMD = { 1: 14, 2: 22, 3: 20, 4: 14, 5: 10, 6: 8, 7: 5, 8: 4, 9: 2, 10: 1 };

export const SIZES = { pip: 285, both: 41, togetherTimeOnly: 73, referredOnly: 57 };

/** Everybody, in the order of their ids; `registered` is set once the first contact is known. */
export function makePeople(): Person[] {
  const random = randomOf('people');
  const ethnic = random.shuffled(listOf(PIP_ETHNIC));
  const imd = random.shuffled(listOf(PIP_IMD));
  const total = SIZES.pip + SIZES.togetherTimeOnly + SIZES.referredOnly;
  const roles = random.shuffled([
    ...Array.from({ length: SIZES.pip }, (_, i) => ({
      pip: true,
      togetherTime: i < SIZES.both,
      ethnic: ethnic[i] ?? '',
      imd: Number(imd[i]),
    })),
    ...Array.from({ length: total - SIZES.pip }, (_, i) => ({
      pip: false,
      togetherTime: i < SIZES.togetherTimeOnly,
      ethnic: random.weighted(OTHER_ETHNIC),
      imd: Number(random.weighted(OTHER_IMD)),
    })),
  ]);
  const used = new Set<string>();
  let id = 111;
  return roles.map((role) => {
    id += random.whole(1, 4);
    return {
      id: String(id).padStart(5, '0'),
      nhsNumber: freshNhsNumber(random, used),
      name: madeUpName(random),
      born: 0,
      age: ageOf(random),
      sex: random.chance(0.93) ? 'F' : 'M',
      registered: 0,
      ...role,
    };
  });
}

/** Sets first contact, and with it the date of birth that fits the age. */
export function register(person: Person, first: number, random: Random): void {
  person.registered = first;
  const birthday = Math.round(first - person.age * 365.25 - random.whole(5, 360));
  person.born = Math.max(birthday, day(1960, 1, 1));
}

export function freshNhsNumber(random: Random, used: Set<string>): string {
  for (;;) {
    const number = madeUpNhsNumber(random);
    if (used.has(number)) continue;
    used.add(number);
    return number;
  }
}

function ageOf(random: Random): number {
  return Math.min(47, Math.max(17, Math.round(30.6 + random.normal() * 6)));
}

function listOf(counts: Readonly<Record<string, number>>): string[] {
  return Object.entries(counts).flatMap(([key, n]) => Array.from({ length: n }, () => key));
}
