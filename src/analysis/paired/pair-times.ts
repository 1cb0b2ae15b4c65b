import { pairTimes } from '../../model/pair-name.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Variable } from '../../model/variable.ts';
import { capital } from '../parts/words.ts';
import { statedTime } from './score-facts.ts';

/** What the two time points of a pair are called. */
export interface PairTimes {
  before: string;
  after: string;
}

/** Where nothing says it. */
export const UNNAMED: PairTimes = { before: 'T1', after: 'T2' };

/** Longer words are no name of a time point. */
const LONGEST = 20;

type Labelled = Pick<Variable, 'name' | 'label' | 'evidence'>;

/** What the labels of two variables call the time points: "Warmth, T1" and "Warmth, T2", "EPDS at start" and "EPDS at end". */
export function statedTimes(first: Labelled, last: Labelled): PairTimes {
  const stated = { before: statedTime(first), after: statedTime(last) };
  if (stated.before !== '' && stated.after !== '' && stated.before !== stated.after) return stated;
  const found = pairTimes(first.label, last.label);
  return found && Math.max(found.before.length, found.after.length) <= LONGEST ? found : UNNAMED;
}

/** The time points of all pairs, for what is said of them together; unnamed where they are called differently. */
export function sharedTimes(pairs: readonly { times: PairTimes }[]): PairTimes {
  const [first, ...others] = pairs.map(({ times }) => times);
  const named = ({ before, after }: PairTimes) => `${before} ${after}`.toLowerCase();
  return first && others.every((each) => named(each) === named(first)) ? first : UNNAMED;
}

/** "at T1", "at start"; "before", which says by itself when that is. */
export function atTime(time: string): string {
  return /^(?:after|at|before|by|during|in|on)\b/i.test(time) ? time : `at ${time}`;
}

/** A time point at the head of a column: "T1", "Start". */
export function timeHeading(time: string): string {
  return escapeRich(capital(time));
}
