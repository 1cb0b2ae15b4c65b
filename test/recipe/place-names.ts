import { editDistance } from '../../src/model/edit-distance.ts';
import { randomFrom } from '../columns/frames.ts';

const FIRST =
  'Al Bar Ben Black Brad Brent Brox Burn Cam Can Chel Clap Crick Dag Dul Eal El Fins Ful Green Hack Ham Har Har High Hol Hoxt Ilf Kenn Kings Lam Lew Ley Maid Mar Mitch Morden Nor Old Padd Peck Pim Plum Put Rich Roe Sand Shep Sid Stam Stock Strea Sur Syd Toot Totten Twick Upmin Vaux Walth Wands Wemb West Whit Wimb Wool'.split(
    ' ',
  );
const SECOND =
  'acre bourne bridge bury cester combe cote dale den don field fleet ford gate ham hampton hill hithe holm hurst ing ington lands leigh ley low mere minster mouth port pool ridge shaw stead stoke ton tree wade wall well wick wold wood worth'.split(
    ' ',
  );
const PREFIX = ['', '', '', '', 'St. Mary ', 'St. John ', 'Great ', 'Royal ', 'New '];
const KINDS = [
  'Health Centre',
  'Clinic',
  'Children’s Centre',
  'Family Hub',
  'Hospital',
  'Surgery',
  'Library and Hall',
  'Community Centre',
  'Road Practice',
];

/** One spelling and the place that it is of. */
export interface NamedPlace {
  text: string;
  place: number;
  n: number;
}

/**
 * Distinct spellings of fictional places with the truth: each place well spelled many times, and badly in the
 * ways that people do. Different places are five edits or more apart.
 */
export function placeNames(wanted: number, seed = 5): NamedPlace[] {
  const random = randomFrom(seed);
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
  const found = new Map<string, NamedPlace>();
  const names = new Set<string>();
  for (let place = 0; found.size < wanted; place++) {
    let name = '';
    do name = `${pick(PREFIX)}${pick(FIRST)}${pick(SECOND)} ${pick(KINDS)}`;
    while (tooClose(name, names));
    names.add(name);
    const variants = new Set([name]);
    for (let i = 0; i < 7; i++) variants.add(misspell(name, random));
    for (const text of variants) {
      if (found.has(text) || found.size >= wanted) continue;
      found.set(text, {
        text,
        place,
        n: text === name ? 20 + Math.floor(random() * 80) : 1 + Math.floor(random() * 4),
      });
    }
  }
  return [...found.values()];
}

/** Places whose names are a misspelling of each other would make the truth doubtful: there are none. */
function tooClose(name: string, names: ReadonlySet<string>): boolean {
  for (const other of names) if (editDistance(other, name, APART - 1) < APART) return true;
  return false;
}

const APART = 5;

const WAYS: readonly ((text: string, random: () => number) => string)[] = [
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => ` ${text} `,
  (text) => text.replace(' ', '  '),
  (text) => text.replaceAll('’', "'"),
  (text) => text.replaceAll('’', ''),
  (text) => text.replace('Centre', 'Center'),
  (text) => text.replace('Centre', 'Ctr'),
  (text) => text.replace('St. ', 'Saint '),
  (text) => text.replace('St. ', 'St '),
  (text) => text.replace(' and ', ' & '),
  (text) => text.replace('Road', 'Rd'),
  (text) => text.split(' ').reverse().join(', '),
  (text) => text.replaceAll(' ', '-'),
  (text, random) => atLetter(text, random, (a, b) => b + a),
  (text, random) => atLetter(text, random, (_, b) => b),
  (text, random) => atLetter(text, random, (a, b) => a + a + b),
  (text, random) =>
    atLetter(text, random, (_, b) => `${'aeiourstln'[Math.floor(random() * 10)]}${b}`),
  (text) => `${text}.`,
];

function misspell(text: string, random: () => number): string {
  const way = WAYS[Math.floor(random() * WAYS.length)];
  return way?.(text, random) ?? text;
}

/** Changes two neighbouring small letters somewhere in a word. */
function atLetter(
  text: string,
  random: () => number,
  change: (a: string, b: string) => string,
): string {
  const places = [...text.matchAll(/(?<=[a-z])(?=[a-z]{2})/g)].map(({ index }) => index);
  const at = places[Math.floor(random() * places.length)] ?? 0;
  return text.slice(0, at) + change(text[at] ?? '', text[at + 1] ?? '') + text.slice(at + 2);
}

/** Of the pairs of spellings: found of those that are one place (recall), right of those found (precision). */
export function judgePairs(
  clusters: readonly { spellings: readonly { text: string }[] }[],
  truth: readonly NamedPlace[],
): { precision: number; recall: number; missed: [string, string][]; wrong: [string, string][] } {
  const placeOf = new Map(truth.map(({ text, place }) => [text, place]));
  const clusterOf = new Map(
    clusters.flatMap(({ spellings }, at) => spellings.map(({ text }) => [text, at] as const)),
  );
  const missed: [string, string][] = [];
  const wrong: [string, string][] = [];
  let right = 0;
  for (const { spellings } of clusters) {
    for (const [i, a] of spellings.entries()) {
      for (const b of spellings.slice(0, i)) {
        if (placeOf.get(a.text) === placeOf.get(b.text)) right++;
        else wrong.push([a.text, b.text]);
      }
    }
  }
  const byPlace = Map.groupBy(truth, ({ place }) => place);
  for (const members of byPlace.values()) {
    for (const [i, a] of members.entries()) {
      for (const b of members.slice(0, i)) {
        const [one, other] = [clusterOf.get(a.text), clusterOf.get(b.text)];
        if (one === undefined || one !== other) missed.push([a.text, b.text]);
      }
    }
  }
  return {
    precision: right / (right + wrong.length),
    recall: right / (right + missed.length),
    missed,
    wrong,
  };
}
