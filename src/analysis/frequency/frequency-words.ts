import type { Note } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { DataView as View } from '../analysis.ts';
import type { Levels } from '../parts/levels.ts';
import { missingTotal, missingWords } from '../parts/missing-counts.ts';
import { percentText, shareWords } from '../parts/percent.ts';
import { capital, count } from '../parts/words.ts';
import { validOf } from './frequency-estimates.ts';

/** How many categories a sentence names. */
const NAMED = 6;
/** Beyond this many equally frequent categories none is named. */
const MOST_TIED = 3;

export function apaFrequencies(levels: Levels, total: number, base: 'valid' | 'all'): string {
  const of = base === 'valid' ? validOf(levels) : total;
  return `${escapeRich(levels.variable.label)} (*n* = ${count(of)}): ${escapeRich(named(levels, of))}.`;
}

/** "Most often Black: 112 of 285 people (39.3 %)."; of several variables each begins with its label. */
export function plainFrequencies(
  levels: Levels,
  view: View,
  base: 'valid' | 'all',
  several: boolean,
): string {
  const valid = validOf(levels);
  const of = base === 'valid' ? valid : view.rows.length;
  const begin = (words: string) =>
    several ? `${escapeRich(levels.variable.label)}: ${words}` : capital(words);
  if (valid === 0) return begin(`no ${view.unit} with a value.`);
  const missing = missingTotal(levels.missing);
  const unknown =
    missing > 0 && base === 'valid'
      ? ` Missing for ${count(missing)} of ${count(view.rows.length)} ${view.unit}.`
      : '';
  return begin(`${mostOften(levels, of, view.unit, several ? ',' : ':')}.${unknown}`);
}

function mostOften({ labels, counts }: Levels, of: number, unit: string, mark: ',' | ':'): string {
  const most = Math.max(0, ...counts);
  const first = labels.filter((_, i) => counts[i] === most).map(escapeRich);
  const [last, ...others] = first.reverse();
  if (first.length > MOST_TIED)
    return `no category stands out; the most in one are ${shareWords(most, of, unit)}`;
  if (others.length === 0) return `most often ${last}${mark} ${shareWords(most, of, unit)}`;
  return `most often ${others.reverse().join(', ')} and ${last}${mark} each ${shareWords(most, of, unit)}`;
}

/** "White 95 (33.3 %), Black 88 (30.9 %)"; labels that end in a number are set off by a colon. */
export function named(levels: Levels, of: number, most = NAMED): string {
  const colon = levels.labels.some((label) => /\d$/.test(label)) ? ':' : '';
  const parts = levels.labels.slice(0, most).map((label, i) => {
    const n = levels.counts[i] ?? 0;
    const words = `${label}${colon} ${count(n)}`;
    return of > 0 ? `${words} (${percentText(n, of)})` : words;
  });
  const more = levels.labels.length - parts.length;
  if (parts.length === 0) return 'no values';
  return parts.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

export function frequencyNotes(
  variables: readonly Levels[],
  view: View,
  base: 'valid' | 'all',
): Note[] {
  const counted = variables.map((levels) => {
    const missing = missingWords(levels.missing);
    const known = `${count(validOf(levels))} of ${count(view.rows.length)} ${view.unit} have a value`;
    return escapeRich(`${levels.variable.label}: ${known}${missing ? `; ${missing}` : ''}.`);
  });
  const shares = base === 'valid' ? 'exclude' : 'include';
  const about = variables.some((levels) => levels.missing.length > 0)
    ? ` Percentages in sentences and charts ${shares} missing values.`
    : '';
  return [
    { kind: 'note', text: `${counted.join(' ')}${about}` },
    { kind: 'note', text: 'Intervals of shares: Wilson, 95 %.', citation: 'Wilson (1927)' },
  ];
}
