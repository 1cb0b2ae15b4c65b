import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { Refusal } from '../../src/model/refusal.ts';

export interface ReferenceCase {
  id: string;
  test: string;
  input: unknown;
  options?: unknown;
  expected: Record<string, unknown>;
  tol?: Record<string, string>;
}

/** Cases made with R 4.2.2, by the name of the test. */
export function casesOf(test: string): ReferenceCase[] {
  const url = new URL('../reference/stats-vectors.json', import.meta.url);
  const { cases } = JSON.parse(readFileSync(url, 'utf8')) as { cases: ReferenceCase[] };
  return cases.filter((entry) => entry.test === test);
}

/** Relative tolerances by the key a number stands under, as the vectors' notes give them. */
export type Tolerances = Readonly<Record<string, number>>;

/** Holds a result against what R gave. Null is not compared; nothing may be NaN or infinite. */
export function expectAgreement(
  entry: ReferenceCase,
  run: () => unknown,
  tolerances: Tolerances = {},
) {
  if ('error' in entry.expected) {
    expect(run, entry.id).toThrow(Refusal);
    return;
  }
  const result = run();
  expectFinite(result, entry.id);
  compare(entry.expected, result, entry.id, tolerances, tolerances.default ?? 1e-9);
}

/** Every number in a value is finite. */
export function expectFinite(value: unknown, path: string): void {
  if (typeof value === 'number') expect(Number.isFinite(value), `${path} is ${value}`).toBe(true);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) expectFinite(part, `${path}.${key}`);
  }
}

function compare(
  expected: unknown,
  got: unknown,
  path: string,
  tolerances: Tolerances,
  within: number,
): void {
  if (expected === null) return;
  if (typeof expected === 'number') {
    expect(typeof got, `${path} = ${String(got)}`).toBe('number');
    const close =
      Math.abs((got as number) - expected) <=
      within * Math.abs(expected) + 1e-300 + floor(expected);
    expect(close, `${path}: ${String(got)} is not ${expected}`).toBe(true);
  } else if (typeof expected === 'object') {
    if ('error' in expected) {
      expect(got, path).toHaveProperty('refused.message');
      return;
    }
    if (Array.isArray(expected)) expect(got, path).toHaveLength(expected.length);
    for (const [key, part] of Object.entries(expected)) {
      const p = /^p($|_)|_p$/.test(key) ? (tolerances.p ?? 1e-8) : within;
      const next = tolerances[key] ?? p;
      compare(
        part,
        (got as Record<string, unknown> | undefined)?.[key],
        `${path}.${key}`,
        tolerances,
        next,
      );
    }
  } else expect(got, path).toEqual(expected);
}

/** Where R gives exactly 0, what is left of a subtraction of numbers near 1 counts as 0. */
function floor(expected: number): number {
  return expected === 0 ? 1e-14 : 0;
}
