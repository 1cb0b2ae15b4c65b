import { expect, test } from 'vitest';
import { otherSpellings } from '../../src/quality/spelling.ts';

const spelt = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    otherSpellings(Object.entries(counts).map(([text, n]) => ({ text, n }))).entries(),
  );

test('the same words in other letters are one value, however common each form is', () => {
  expect(spelt({ LEEDS: 5, leeds: 5, Leeds: 5, York: 1 })).toEqual({
    LEEDS: 'Leeds',
    leeds: 'Leeds',
  });
  expect(spelt({ leeds: 6, Leeds: 5 })).toEqual({ Leeds: 'leeds' });
  expect(spelt({ 'G.P.': 3, GP: 4, gp: 4 })).toEqual({ 'G.P.': 'GP', gp: 'GP' });
});

test('a slip stands behind a value that is twice as common in all its forms together', () => {
  expect(spelt({ Midwifery: 3, midwifery: 3, Midwfery: 3 })).toEqual({
    midwifery: 'Midwifery',
    Midwfery: 'Midwifery',
  });
  // Seven in two forms against twelve: neither form alone would say so.
  expect(spelt({ Midwifery: 12, Midwfery: 4, midwfery: 3 })).toEqual({ midwfery: 'Midwfery' });
});

test('initials stand for words, and their other forms with them', () => {
  expect(spelt({ 'Health visitor': 9, HV: 2, hv: 2 })).toEqual({
    HV: 'Health visitor',
    hv: 'Health visitor',
  });
});

test('signs alone are values of their own', () => {
  expect(spelt({ '?': 3, '-': 3, '+': 1 })).toEqual({});
});
