import { describe, expect, test } from 'vitest';
import { ANALYSES, runAnalysis } from '../../src/analysis/analyses.ts';
import { Refusal } from '../../src/model/refusal.ts';
import type { Finding } from '../../src/model/result.ts';
import { viewOf } from './frame.ts';
import { casesOf, type ReferenceCase } from './reference.ts';
import { TRUTHS, type Truth } from './truth.ts';

/** Not in the reference: held in catalogue.test.ts and pathway.test.ts, and those of outcomes in outcome/. */
const OTHERWISE = ['counts-by-year', 'table-one', 'pathway', 'attendance'];

test('every analysis is held against R, or said to be held otherwise', () => {
  const held = new Set([...TRUTHS.map(({ analysis }) => analysis), ...OTHERWISE]);
  const others = ANALYSES.map(({ id }) => id).filter((id) => !id.startsWith('outcome-'));
  expect(others.filter((id) => !held.has(id))).toEqual([]);
});

describe.each(TRUTHS.map((truth) => [truth.analysis, truth.test, truth] as const))(
  '%s gives the numbers of R for %s',
  (_analysis, _test, truth) => {
    const cases = casesOf(truth.test).filter(({ input }) =>
      truth.only ? truth.only(input as Record<string, unknown>) : true,
    );
    test.each(cases.map((entry) => [entry.id, entry] as const))('%s', (_id, entry) => {
      if ('error' in entry.expected) return expectRefusal(truth, entry);
      const finding = findingOf(truth, entry);
      const compared = Object.entries(truth.holds).filter(([key, path]) =>
        compare(finding, key, valueAt(entry.expected, path), truth.within ?? 1e-9),
      );
      if (compared.length === 0) expectRefusal(truth, entry);
    });
  },
);

function findingOf(truth: Truth, entry: ReferenceCase): Finding {
  const input = entry.input as Record<string, unknown>;
  return runAnalysis(
    truth.analysis,
    viewOf('people', ...truth.columns(input)),
    truth.options(input),
  );
}

/** What R refuses is refused, or an estimate says why it is missing. */
function expectRefusal(truth: Truth, entry: ReferenceCase) {
  try {
    const { estimates, sentences } = findingOf(truth, entry);
    const keys = Object.keys(truth.holds).map((key) => key.replace(/\.(low|high)$/, ''));
    const missing = estimates.filter(({ key, value }) => keys.includes(key) && value === null);
    expect(missing.length, entry.id).toBeGreaterThan(0);
    for (const { refused } of missing) expect(refused).toBeTruthy();
    expect(`${sentences.apa} ${sentences.plain}`).toMatch(
      /not computable because|not computed|no |fewer/i,
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** Whether there was something to compare. */
function compare(finding: Finding, key: string, expected: unknown, within: number): boolean {
  if (typeof expected !== 'number') return false;
  const [, name = key, side] = /^(.*?)(?:\.(low|high))?$/.exec(key) ?? [];
  const estimate = finding.estimates.find((each) => each.key === name);
  expect(estimate, `no estimate ${name}`).toBeDefined();
  const got = side ? estimate?.ci?.[side as 'low' | 'high'] : estimate?.value;
  expect(typeof got, `${key}: ${estimate?.refused}`).toBe('number');
  const close = Math.abs(Number(got) - expected) <= within * Math.abs(expected) + 1e-13;
  expect(close, `${key}: ${got} is not ${expected}`).toBe(true);
  return true;
}

function valueAt(expected: Record<string, unknown>, path: Truth['holds'][string]): unknown {
  if (typeof path === 'function') return path(expected);
  return path
    .split('.')
    .reduce<unknown>(
      (value, part) => (value as Record<string, unknown> | null | undefined)?.[part],
      expected,
    );
}
