import { editDistance } from '../../model/edit-distance.ts';
import { properSpelling } from '../../model/proper-spelling.ts';
import { fingerprint, ngramFingerprint, wholeWords } from './fingerprint.ts';
import { nearPairs, type Reach } from './near-pairs.ts';

export const CLUSTER_METHODS = ['fingerprint', 'ngram', 'edits', 'all'] as const;
export type ClusterMethod = (typeof CLUSTER_METHODS)[number];

export interface Spelling {
  text: string;
  /** Rows that have it. */
  n: number;
}

export interface Cluster {
  /** The spelling that the others could become: the most frequent one. */
  to: string;
  /** All of them, the most frequent first. */
  spellings: readonly Spelling[];
}

/** Edits allowed in a text of a length: none in the shortest, where every letter tells names apart. */
export const REACH: Reach = (length) => (length < 5 ? 0 : length < 9 ? 1 : 2);

/**
 * Groups spellings that are probably of one thing. A rarer spelling joins the most frequent one that it is
 * like; it does not bring its own neighbours along, so that a chain of small steps does not join different
 * names. Texts whose numbers differ are never joined.
 */
export function clusterSpellings(spellings: readonly Spelling[], method: ClusterMethod): Cluster[] {
  const groups = groupByKey(spellings, method);
  if (method === 'fingerprint' || method === 'ngram') return asClusters(groups);
  return asClusters(joinNear(groups));
}

/** Spellings of one key, the most frequent first; `all` starts from fingerprints that share their n-grams. */
function groupByKey(spellings: readonly Spelling[], method: ClusterMethod): Spelling[][] {
  const keyOf = (text: string) => {
    if (method === 'fingerprint') return fingerprint(text);
    const key = method === 'edits' ? wholeWords(text) : ngramFingerprint(text);
    return method === 'ngram' ? key : `${key}\0${numbersOf(text)}`;
  };
  const groups = new Map<string, Spelling[]>();
  for (const spelling of spellings) {
    const key = keyOf(spelling.text);
    const group = groups.get(key);
    if (group) group.push(spelling);
    else groups.set(key, [spelling]);
  }
  if (method !== 'all') return [...groups.values()].map(byFrequency);
  // Words in another order have the same fingerprint but other pairs of letters.
  const byWords = new Map<string, Spelling[]>();
  for (const group of groups.values()) {
    const keys = new Set(group.map(({ text }) => fingerprint(text)));
    const known = [...keys].map((key) => byWords.get(key)).find((each) => each !== undefined);
    const target = known ?? [];
    target.push(...group);
    for (const key of keys) byWords.set(key, target);
  }
  return [...new Set(byWords.values())].map(byFrequency);
}

function joinNear(groups: readonly Spelling[][]): Spelling[][] {
  const size = (group: readonly Spelling[]) => group.reduce((n, each) => n + each.n, 0);
  const ordered = [...groups].sort((a, b) => size(b) - size(a) || compare(a, b));
  const texts = ordered.map((group) => wholeWords(group[0]?.text ?? ''));
  const near = new Map<number, number[]>();
  for (const [a, b] of nearPairs(texts, REACH)) {
    const [left, right] = [texts[a] ?? '', texts[b] ?? ''];
    if (numbersOf(left) !== numbersOf(right) || differInShortWord(left, right)) continue;
    near.set(a, [...(near.get(a) ?? []), b]);
    near.set(b, [...(near.get(b) ?? []), a]);
  }
  const joined = new Map<number, number>();
  for (const at of ordered.keys()) {
    if (joined.has(at)) continue;
    joined.set(at, at);
    for (const other of near.get(at) ?? []) if (!joined.has(other)) joined.set(other, at);
  }
  const merged = new Map<number, Spelling[]>();
  for (const [at, centre] of joined) {
    merged.set(centre, [...(merged.get(centre) ?? []), ...(ordered[at] ?? [])]);
  }
  return [...merged.values()].map(byFrequency);
}

function asClusters(groups: readonly Spelling[][]): Cluster[] {
  const size = ({ spellings }: Cluster) => spellings.reduce((n, each) => n + each.n, 0);
  return groups
    .filter((group) => group.length > 1)
    .map((spellings) => ({ to: properSpelling(spellings), spellings }))
    .sort((a, b) => size(b) - size(a) || (a.to < b.to ? -1 : 1));
}

function byFrequency(group: readonly Spelling[]): Spelling[] {
  return [...group].sort((a, b) => b.n - a.n || (a.text < b.text ? -1 : 1));
}

function compare(a: readonly Spelling[], b: readonly Spelling[]): number {
  return (a[0]?.text ?? '') < (b[0]?.text ?? '') ? -1 : 1;
}

function numbersOf(text: string): string {
  return (text.match(/\d+/g) ?? []).map(Number).join(',');
}

/** "Ward A" and "Ward B", "North Park" and "South Park": as many words, and one that is another word. */
function differInShortWord(a: string, b: string): boolean {
  const [left, right] = [a.split(' '), b.split(' ')];
  if (left.length !== right.length) return false;
  return left.some((word, at) => {
    const other = right[at] ?? '';
    if (word === other) return false;
    const most = Math.max(1, REACH(Math.min(word.length, other.length)));
    return (
      Math.max(word.length, other.length) <= 2 ||
      OPPOSITES.some((pair) => pair.includes(word) && pair.includes(other)) ||
      editDistance(word, other, most) > most
    );
  });
}

const OPPOSITES = [
  ['north', 'south', 'east', 'west'],
  ['upper', 'lower'],
  ['inner', 'outer'],
];
