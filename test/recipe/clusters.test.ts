import { describe, expect, test } from 'vitest';
import { editDistance } from '../../src/model/edit-distance.ts';
import { properSpelling } from '../../src/model/proper-spelling.ts';
import { clusterSpellings } from '../../src/recipe/cluster/cluster-spellings.ts';
import { fingerprint, ngramFingerprint } from '../../src/recipe/cluster/fingerprint.ts';
import { nearPairs } from '../../src/recipe/cluster/near-pairs.ts';
import { randomFrom } from '../columns/frames.ts';
import { judgePairs, placeNames } from './place-names.ts';

describe('likeness', () => {
  test('edits: published and by hand', () => {
    expect(editDistance('kitten', 'sitting', 9)).toBe(3);
    expect(editDistance('saturday', 'sunday', 9)).toBe(3);
    expect(editDistance('ca', 'ac', 2)).toBe(1);
    expect(editDistance('', 'abc', 9)).toBe(3);
    expect(editDistance('kitten', 'sitting', 2)).toBe(3);
    expect(editDistance('same', 'same', 0)).toBe(0);
  });

  test('fingerprints, as OpenRefine describes them', () => {
    expect(fingerprint('  Cruz, Juan  ')).toBe(fingerprint('juan CRUZ'));
    expect(fingerprint('Gödel, Kurt')).toBe('godel kurt');
    expect(fingerprint('St. Mary’s & All Saints Centre')).toBe(
      fingerprint('saint marys and all saints Ctr'),
    );
    expect(ngramFingerprint('Paris')).toBe('arispari');
    expect(ngramFingerprint('Krzysztof')).toBe(ngramFingerprint('Krzys ztof'));
  });

  test('no pair within reach is missed: against every pair compared', () => {
    const random = randomFrom(11);
    const texts = [
      ...new Set(
        Array.from({ length: 600 }, () =>
          Array.from(
            { length: 1 + Math.floor(random() * 9) },
            () => 'abc'[Math.floor(random() * 3)],
          ).join(''),
        ),
      ),
    ];
    const reach = (length: number) => (length < 3 ? 0 : length < 6 ? 1 : 2);
    const found = new Set(
      nearPairs(texts, reach).map(([a, b]) => [texts[a], texts[b]].sort().join()),
    );
    const expected = new Set<string>();
    for (const [i, a] of texts.entries()) {
      for (const b of texts.slice(0, i)) {
        const limit = reach(Math.min(a.length, b.length));
        if (limit > 0 && editDistance(a, b, limit) <= limit) expected.add([a, b].sort().join());
      }
    }
    expect(found).toEqual(expected);
    expect(expected.size).toBeGreaterThan(500);
  });
});

describe('clusters', () => {
  const spelled = (...texts: string[]) => texts.map((text, i) => ({ text, n: 10 - i }));
  const groups = (...texts: string[]) =>
    clusterSpellings(spelled(...texts), 'all').map(({ spellings }) =>
      spellings.map(({ text }) => text),
    );

  test('the most frequent spelling is proposed', () => {
    expect(groups('Health visitor', 'health visitor', 'Health Visiter', 'Midwife')).toEqual([
      ['Health visitor', 'health visitor', 'Health Visiter'],
    ]);
  });

  test('what only looks alike is left apart', () => {
    expect(groups('Ward 1', 'Ward 2', 'Ward 11')).toEqual([]);
    expect(groups('North Park Clinic', 'South Park Clinic')).toEqual([]);
    expect(groups('GP', 'HV', 'GPs')).toEqual([]);
    expect(groups('Team A lead', 'Team B lead')).toEqual([]);
  });

  test('a fixture of messy place names: obvious variants are all found', () => {
    const names = placeNames(1_500);
    const { precision, recall, missed, wrong } = judgePairs(clusterSpellings(names, 'all'), names);
    expect(missed).toEqual([]);
    expect(wrong.slice(0, 10)).toEqual([]);
    expect([precision, recall]).toEqual([1, 1]);
  });
});

test.each([
  ['the most frequent', { GP: 3, gp: 5 }, 'gp'],
  ['what most agree on, capitals aside', { Harbor: 3, HARBOUR: 2, harbour: 2 }, 'HARBOUR'],
  [
    'no misspelling and no shouting where all are as frequent',
    { Riversde: 1, riverside: 1, RIVERSIDE: 1, Riverside: 1 },
    'Riverside',
  ],
  ['the one with its letters', { Habour: 1, Harbour: 1 }, 'Harbour'],
  ['single spaces', { 'Old  Town': 1, 'Old Town': 1 }, 'Old Town'],
])('of several spellings is kept: %s', (_, counts, kept) => {
  const spellings = Object.entries(counts).map(([text, n]) => ({ text, n }));
  expect(properSpelling(spellings)).toBe(kept);
  expect(properSpelling(spellings.toReversed())).toBe(kept);
});
