import { describe, expect, test } from 'vitest';
import { itemReader } from '../../src/measures/item-reader.ts';
import { measureNamed } from '../../src/measures/known-measures.ts';
import { MEASURES } from '../../src/measures/library.ts';
import { readMeasure } from '../../src/measures/measure.ts';
import { scoreForm } from '../../src/measures/score-form.ts';
import { reliablePoints, unverifiedFigures } from '../../src/measures/usable.ts';
import type { Measure } from '../../src/model/measure.ts';
import { Refusal } from '../../src/model/refusal.ts';

/** Answers as given, and the scores that the sources print or that R computed from their keys. */
interface Vector {
  measure: string;
  answers: readonly (number | string | null)[];
  scores: Readonly<Record<string, number>>;
}

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
/** Answers whose reversal is another answer, so that every reversal shows. */
const PBQ = upTo(25).map((item) => [3, 1, 4, 1, 5, 2, 0, 3, 5][item % 9] ?? 0);
const MAAS = upTo(19).map((item) => [2, 1, 4, 1, 5, 2, 2][item % 7] ?? 1);

/** The keys of PBQ and MAAS written out once more, as their sources print them. */
const pbqScored = PBQ.map((answer, i) =>
  [1, 4, 8, 9, 11, 16, 22, 25].includes(i + 1) ? answer : 5 - answer,
);
const maasScored = MAAS.map((answer, i) =>
  [1, 3, 5, 6, 7, 9, 10, 12, 15, 16, 18].includes(i + 1) ? 6 - answer : answer,
);
const sumOf = (values: readonly number[], items: readonly number[]) =>
  items.reduce((sum, item) => sum + (values[item - 1] ?? 0), 0);

const VECTORS: readonly Vector[] = [
  {
    measure: 'prfq',
    answers: [2, 5, 6, 1, 4, 7, 3, 6, 5, 2, 3, 6, 1, 5, 7, 2, 4, 2],
    scores: { pre_mentalizing: 1.8333, certainty: 4.8333, interest_curiosity: 6.1667 },
  },
  {
    measure: 'mors-sf',
    answers: [4, 1, 4, 3, 1, 5, 2, 4, 2, 0, 3, 1, 4, 2],
    scores: { warmth: 27, invasion: 9 },
  },
  { measure: 'core-10', answers: [2, 1, 3, 0, 1, 0, 3, 2, 2, 1], scores: { total: 15 } },
  { measure: 'core-10', answers: [2, 1, 3, 0, 1, 0, null, 2, 2, 1], scores: { total: 13.333 } },
  {
    measure: 'kpcs',
    answers: ['na', 3, 2, 3, 2, 3, 3, 2, 'na', 3, 2, 3, 2, 3, 2],
    scores: { total: 37 },
  },
  { measure: 'epds', answers: [1, 0, 1, 2, 3, 1, 2, 2, 3, 3], scores: { total: 9, anxiety: 4 } },
  {
    measure: 'mpas',
    answers: [5, 4, 4, 3, 4, 4, 1, 1, 2, 2, 1, 1, 2, 1, 4, 3, 4, 4, 3],
    scores: { quality: 39.8, absence_of_hostility: 22.6, pleasure: 23, total: 85.4 },
  },
  {
    measure: 'pbq',
    answers: PBQ,
    scores: {
      total: sumOf(pbqScored, upTo(25)),
      impaired_bonding: sumOf(pbqScored, [1, 2, 6, 7, 8, 9, 10, 12, 13, 15, 16, 17]),
      rejection_anger: sumOf(pbqScored, [3, 4, 5, 11, 14, 21, 23]),
      anxiety_care: sumOf(pbqScored, [19, 20, 22, 25]),
      risk: sumOf(pbqScored, [18, 24]),
    },
  },
  {
    measure: 'maas',
    answers: MAAS,
    scores: {
      total: sumOf(maasScored, upTo(19)),
      quality: sumOf(maasScored, [3, 6, 9, 10, 11, 12, 13, 15, 16, 19]),
      intensity: sumOf(maasScored, [1, 2, 4, 5, 8, 14, 17, 18]),
    },
  },
  {
    // Each option of each kind once or more: 5 4 3 options from the SPSS syntax, written out by hand.
    measure: 'ppas',
    answers: [1, 2, 3, 1, 2, 2, 2, 1, 1, 4, 3, 5, 2, 2, 4, 1, 3, 4, 1],
    scores: {
      patience: 1 + 2 + 2.3 + 2.3 + 1 + 3.6 + 5 + 1,
      pleasure: 5 + 4 + 5 + 5 + 2 + 1 + 1,
      affection: 3 + 3.6 + 4 + 5,
    },
  },
];

/** The scores of an answered form with a measure's key. */
function scoresOf(measure: Measure, answers: Vector['answers']): Record<string, number | null> {
  const read = measure.items.map((item, i) => itemReader(item, 'raw')(answers[i] ?? null));
  return Object.fromEntries(
    measure.subscales.map((subscale) => {
      const score = scoreForm(measure, subscale, read);
      return [subscale.key, score.scored === 'not-scorable' ? null : score.value];
    }),
  );
}

function holds(measure: Measure, { answers, scores }: Vector): boolean {
  const found = scoresOf(measure, answers);
  return Object.entries(scores).every(
    ([key, value]) => Math.abs((found[key] ?? Number.NaN) - value) < 5e-4,
  );
}

test.each(VECTORS)('$measure: the check vector holds', (vector) => {
  const found = scoresOf(measureNamed(vector.measure), vector.answers);
  for (const [key, value] of Object.entries(vector.scores)) {
    expect(found[key], key).toBeCloseTo(value, 3);
  }
});

describe('every reversal is held by a vector', () => {
  const reversed = MEASURES.flatMap((measure) =>
    measure.items.filter(({ reverse }) => reverse).map(({ item }) => ({ measure, item })),
  );

  test.each(reversed.map((each) => [each.measure.id, each.item, each.measure] as const))(
    '%s item %i',
    (id, item, measure) => {
      const mutant = {
        ...measure,
        items: measure.items.map((one) => (one.item === item ? { ...one, reverse: false } : one)),
      };
      const vectors = VECTORS.filter((vector) => vector.measure === id);
      expect(vectors.every((vector) => holds(measure, vector))).toBe(true);
      expect(vectors.some((vector) => !holds(mutant, vector))).toBe(true);
    },
  );
});

describe('the library', () => {
  test('has every instrument of the field, each version once', () => {
    expect(MEASURES.map(({ id }) => id)).toEqual([
      'prfq',
      'mors-sf',
      'loaf',
      'loaf-dimensions',
      'pir-gas',
      'phq-9',
      'gad-7',
      'epds',
      'hads',
      'core-10',
      'kpcs',
      'swemwbs',
      'wemwbs',
      'gbo',
      'pbq',
      'maas',
      'mpas',
      'ppas',
      'bpses',
      'score-15',
      'asq-se-2',
      'psi-4-sf',
    ]);
  });

  test('each range follows from its items and what their answers count', () => {
    for (const { id, items, subscales } of MEASURES) {
      for (const { key, items: own, score, range } of subscales) {
        if (score === 'supplied') continue;
        const ends = items
          .filter(({ item }) => own.includes(item))
          .map(({ min, max, values }) => ({
            low: values ? Math.min(...values) : min,
            high: values ? Math.max(...values) : max,
          }));
        const share = score === 'mean' ? own.length : 1;
        const low = ends.reduce((sum, end) => sum + end.low, 0) / share;
        const high = ends.reduce((sum, end) => sum + end.high, 0) / share;
        expect({ low, high }, `${id} ${key}`).toEqual(range);
      }
    }
  });

  test('the directions that are easily mistaken', () => {
    const direction = (id: string, key = 'total') =>
      measureNamed(id).subscales.find((each) => each.key === key)?.direction;
    expect(direction('bpses')).toBe('higher');
    expect(direction('pir-gas', 'rating')).toBe('higher');
    expect(direction('loaf', 'level')).toBe('lower');
    expect(direction('mors-sf', 'invasion')).toBe('lower');
    expect(direction('prfq', 'certainty')).toBe('not-monotone');
    expect(direction('kpcs')).toBe('higher');
    expect(direction('score-15')).toBe('lower');
  });

  test('what has no verified source says so, and every figure has a source', () => {
    const loose = MEASURES.flatMap((measure) =>
      unverifiedFigures(measure).map(({ figure }) => `${measure.id} ${figure}`),
    );
    expect(loose).toEqual([
      'prfq certainty:direction',
      'prfq interest_curiosity:direction',
      'epds key',
      'kpcs total:cut-off 35',
      'kpcs total:cut-off 30',
      'kpcs total:reliable change 6',
      'gbo goal_1:reliable change 2.45',
      'gbo goal_2:reliable change 2.45',
      'gbo goal_3:reliable change 2.45',
    ]);
  });

  test('reliable change as published, and from SD, reliability and confidence', () => {
    const source = { text: 'a test', status: 'verified' } as const;
    const points = (sd: number, reliability: number, confidence: number) =>
      reliablePoints({ sd, reliability, confidence, source });
    expect(points(7.7, 0.9, 0.9)).toBeCloseTo(5.6646, 3);
    expect(points(7.7, 0.9, 0.95)).toBeCloseTo(6.749, 3);
    expect(points(5, 0.85, 0.95)).toBeCloseTo(5.3677, 4);
    const first = (id: string) =>
      measureNamed(id).subscales[0]?.reliableChange.map((figure) => reliablePoints(figure));
    expect(first('core-10')).toEqual([6, 5]);
    expect(first('phq-9')).toEqual([6]);
    expect(first('gad-7')).toEqual([4]);
    expect(first('epds')).toEqual([4]);
    expect(first('swemwbs')).toEqual([3]);
    expect(first('wemwbs')).toEqual([9]);
    expect(first('gbo')).toEqual([3, 2.45]);
    expect(first('score-15')).toEqual([10]);
  });
});

describe('a measure that is none', () => {
  const prfq = measureNamed('prfq');
  const [first, ...others] = prfq.subscales;
  const refused = (measure: unknown): string => {
    try {
      readMeasure(measure, 'mine.json');
    } catch (error) {
      if (error instanceof Refusal) return `${error.where.file} ${error.message}`;
      throw error;
    }
    return 'not refused';
  };

  test.each([
    [{ ...prfq, items: [...prfq.items, prfq.items[0]] }, 'an item is listed twice'],
    [
      { ...prfq, subscales: [{ ...first, items: [1, 4, 7, 10, 13, 99] }, ...others] },
      'a subscale has an item that the measure does not have',
    ],
    [
      { ...prfq, subscales: [{ ...first, missing: { minItems: 6, prorate: true } }] },
      'subscales.0: the missing rule of a subscale does not fit its items',
    ],
    [{ ...prfq, subscales: [first, first] }, 'two subscales have the same key'],
    [{ ...prfq, wording: 'never' }, 'wording'],
    [{ ...prfq, id: 'Mine!' }, 'id: '],
    ['prfq', 'This is not a measure'],
  ])('%#', (measure, fault) => {
    const words = refused(measure);
    expect(words).toContain('mine.json');
    expect(words).toContain(fault);
  });
});
