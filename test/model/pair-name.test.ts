import { expect, test } from 'vitest';
import { pairName, pairTimes } from '../../src/model/pair-name.ts';

test.each([
  ['Warmth before', 'Warmth after', 'Warmth'],
  ['Level of functioning, T1', 'Level of functioning, T2', 'Level of functioning'],
  ['T1 warmth', 'T2 warmth', 'Warmth'],
  ['EPDS at start', 'EPDS at end', 'EPDS'],
  ['Scores – EPDS at the start', 'Scores – EPDS at the end', 'Scores – EPDS'],
  ['PRFQ PM – before', 'PRFQ PM – after', 'PRFQ PM'],
  ['Worry', 'Worry', 'Worry'],
  ['Age', 'Weight', ''],
])('%s and %s are of “%s”', (before, after, name) => {
  expect(pairName(before, after)).toBe(name);
});

test.each([
  ['EPDS at start', 'EPDS at end', ['start', 'end']],
  ['EPDS at the start', 'EPDS at the end', ['start', 'end']],
  ['Warmth before', 'Warmth after', ['before', 'after']],
  ['T1 warmth', 'T2 warmth', ['T1', 'T2']],
  ['PRFQ PM – intake', 'PRFQ PM – review', ['intake', 'review']],
  ['Worry (start)', 'Worry (end)', ['start', 'end']],
  [
    'Warmth, start (0 to 35, higher is better)',
    'Warmth, end (0 to 35, higher is better)',
    ['start', 'end'],
  ],
  ['Début: warmth', 'Été: warmth', ['Début', 'Été']],
])('%s and %s are of two times', (before, after, [first, last]) => {
  expect(pairTimes(before, after)).toEqual({ before: first, after: last });
});

test.each([
  ['Worry', 'Worry'],
  ['Worry', 'Worry again'],
  ['Age', 'Weight'],
  ['epds_1', 'epds_2'],
])('%s and %s say no times', (before, after) => {
  expect(pairTimes(before, after)).toBeUndefined();
});
