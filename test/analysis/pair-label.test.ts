import { expect, test } from 'vitest';
import { pairLabel } from '../../src/analysis/paired/score-facts.ts';

const named = (label: string) => ({ label, name: 'x', evidence: '' });

test.each([
  ['EPDS at start', 'EPDS at end', 'EPDS'],
  ['Scores – EPDS at the start', 'Scores – EPDS at the end', 'Scores – EPDS'],
  ['Warmth, T1', 'Warmth, T2', 'Warmth'],
  ['PRFQ PM – before', 'PRFQ PM – after', 'PRFQ PM'],
  ['Worry at', 'Worry at', 'Worry'],
  ['At start', 'At end', 'At'],
  ['Pre', 'Post', 'Pre'],
])('%s and %s are of “%s”', (before, after, label) => {
  expect(pairLabel(named(before), named(after))).toBe(label);
});
