import type { Note } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { DataView as View } from '../analysis.ts';
import type { Levels } from '../parts/levels.ts';
import { missingTotal, missingWords } from '../parts/missing-counts.ts';
import { percentText, shareWords } from '../parts/percent.ts';
import { count } from '../parts/words.ts';
import { validOf } from './frequency-estimates.ts';

/** How many categories a sentence names. */
const NAMED = 6;

export function apaFrequencies(levels: Levels, total: number, base: 'valid' | 'all'): string {
  const of = base === 'valid' ? validOf(levels) : total;
  return `${escapeRich(levels.variable.label)} (*n* = ${count(of)}): ${escapeRich(named(levels, of))}.`;
}

export function plainFrequencies(levels: Levels, view: View, base: 'valid' | 'all'): string {
  const of = base === 'valid' ? validOf(levels) : view.rows.length;
  const most = levels.counts.indexOf(Math.max(0, ...levels.counts));
  const label = levels.labels[most];
  const { label: name } = levels.variable;
  if (label === undefined || of === 0) return `${name}: no ${view.unit} with a value.`;
  const missing = missingTotal(levels.missing);
  const unknown =
    missing > 0 && base === 'valid'
      ? ` Missing for ${count(missing)} of ${count(view.rows.length)} ${view.unit}.`
      : '';
  return `${name}: most often ${label}, ${shareWords(levels.counts[most] ?? 0, of, view.unit)}.${unknown}`;
}

/** "White 95 (33.3 %), Black 88 (30.9 %)" */
export function named(levels: Levels, of: number): string {
  const parts = levels.labels.slice(0, NAMED).map((label, i) => {
    const n = levels.counts[i] ?? 0;
    return of > 0 ? `${label} ${count(n)} (${percentText(n, of)})` : `${label} ${count(n)}`;
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
  return [
    {
      kind: 'note',
      text: `${counted.join(' ')} Percentages in sentences and charts ${shares} missing values.`,
    },
    { kind: 'note', text: 'Intervals of shares: Wilson, 95 %.', citation: 'Wilson (1927)' },
  ];
}
