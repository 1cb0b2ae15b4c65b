import type { Dimension, Severity } from '../src/model/quality.ts';
import type { RuleFinding, Score } from '../src/model/quality-check.ts';
import { count } from './words.ts';

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Info',
};

export const DIMENSION_WORDS: Readonly<Record<Dimension, string>> = {
  completeness: 'Completeness',
  uniqueness: 'Uniqueness',
  consistency: 'Consistency',
  timeliness: 'Timeliness',
  validity: 'Validity',
  accuracy: 'Accuracy',
};

/** How a score stands to its target: sign, word and class. */
export function standing({ good, of, target }: Score): { sign: string; word: string; is: string } {
  const below = 100 * target - percent(good, of);
  if (below <= 0) return { sign: '✓', word: 'meets its target', is: 'ok' };
  return below <= 1
    ? { sign: '!', word: 'up to 1 below its target', is: 'watch' }
    : { sign: '✕', word: 'further below its target', is: 'low' };
}

export function percent(n: number, of: number): number {
  return of === 0 ? 100 : (100 * n) / of;
}

/** "99.4", never rounded up to 100 while a row is open. */
export function sayPercent(n: number, of: number): string {
  const value = percent(n, of);
  return (n < of ? Math.min(99.9, value) : value).toFixed(1);
}

/** What has become of a finding since the import before. */
export function trendOf({ n, before }: RuleFinding): { text: string; is: string } {
  if (before === null) return { text: '–', is: 'flat' };
  if (before === 0) return { text: '▲ new', is: 'worse' };
  if (n > before) return { text: `▲ ${count(n - before)} more`, is: 'worse' };
  return n < before
    ? { text: `▼ ${count(before - n)} fewer`, is: 'better' }
    : { text: '= same', is: 'flat' };
}
