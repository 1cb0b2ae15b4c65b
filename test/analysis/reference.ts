import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

export interface ReferenceCase {
  id: string;
  test: string;
  input: unknown;
  options?: unknown;
  expected: Record<string, unknown>;
}

/** Where reference numbers stand: made with R 4.2.2, and a further set made likewise, by the script beside it. */
export function referenceFile(name: 'stats-vectors.json' | 'more-vectors.json'): URL {
  return new URL(`../reference/${name}`, import.meta.url);
}

export function casesIn(name: Parameters<typeof referenceFile>[0]): ReferenceCase[] {
  return (JSON.parse(readFileSync(referenceFile(name), 'utf8')) as { cases: ReferenceCase[] })
    .cases;
}

/** The cases of one statistic in the first set. */
export function casesOf(test: string): ReferenceCase[] {
  return casesIn('stats-vectors.json').filter((entry) => entry.test === test);
}

/** A number or word of the reference beside the one that was computed. */
export interface Comparison {
  path: string;
  /**
   * Relative difference; absolute where the reference has 0, and for bounds that R searches to an absolute
   * precision; infinite where one is no number.
   */
  error: number;
  within: number;
  said: string;
}

/** What R searches to an absolute precision. */
const ABSOLUTE = /hl_ci_asymptotic|cfa/;

/** Relative tolerances by the key a number stands under. */
export type Tolerances = Readonly<Record<string, number>>;

/**
 * Every value of the reference beside the one that was computed. Null in the reference is not compared; an
 * error in a part asks for a refusal there.
 */
export function compared(
  expected: unknown,
  got: unknown,
  tolerances: Tolerances,
  path = '',
  within = tolerances.default ?? 1e-9,
): Comparison[] {
  if (expected === null) return [];
  const wrong = (said: string) => [{ path, error: Number.POSITIVE_INFINITY, within, said }];
  if (typeof expected === 'number') {
    if (typeof got !== 'number') return wrong(`${String(got)} is not ${expected}`);
    const distance = Math.abs(got - expected);
    const size = ABSOLUTE.test(path) ? Math.max(1, Math.abs(expected)) : expected || 1;
    const error = distance <= 1e-300 ? 0 : distance / Math.abs(size);
    // What is left of a subtraction of numbers near 1 counts as 0.
    const limit = expected === 0 ? 1e-14 : within;
    return [{ path, error, within: limit, said: `${got} is not ${expected}` }];
  }
  if (typeof expected !== 'object') {
    return got === expected ? [] : wrong(`${String(got)} is not ${String(expected)}`);
  }
  if ('error' in expected) {
    const refused = (got as { refused?: { message?: unknown } } | undefined)?.refused;
    return typeof refused?.message === 'string' ? [] : wrong('is not refused');
  }
  if (typeof got !== 'object' || got === null) {
    return Object.values(expected).every((part) => part === null) ? [] : wrong(`is ${String(got)}`);
  }
  if (Array.isArray(expected) && (!Array.isArray(got) || got.length !== expected.length)) {
    return wrong(`has not ${expected.length} entries`);
  }
  return Object.entries(expected).flatMap(([key, part]) => {
    const p = /^p($|_)|_p$/.test(key) ? (tolerances.p ?? 1e-8) : within;
    const value = (got as Record<string, unknown>)[key];
    return compared(part, value, tolerances, `${path}.${key}`, tolerances[key] ?? p);
  });
}

/** Where a value holds a number that is not finite. */
export function notFinite(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => notFinite(part, `${path}.${key}`));
}

export function expectFinite(value: unknown, path: string): void {
  expect(notFinite(value, path)).toEqual([]);
}
