import { expect, test } from 'vitest';
import { pairName } from '../../src/model/pair-name.ts';

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
