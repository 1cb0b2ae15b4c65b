import type { ScoreFacts } from '../../../src/model/score-facts.ts';
import type { Example } from '../examples.ts';
import type { ColumnSpec } from '../frame.ts';

// Twelve pairs, checked in R 4.2.2 and SciPy 1.17.1.
const BEFORE = [24, 31, 18, 27, 35, 22, 29, 16, 33, 26, 20, 30, 19, 25];
const AFTER = [28, 33, 17, 31, 34, 27, 29, 21, 35, 30, 26, 31, null, null];
const TWELVE = 'R 4.2.2 and SciPy 1.17.1 for the twelve pairs';

const LEVELS: readonly (readonly [number, number])[] = [
  [1, 1],
  [2, 1],
  [2, 2],
  [2, 2],
  [3, 2],
  [3, 3],
  [3, 2],
  [4, 3],
  [4, 4],
  [1, 2],
];

function facts(more: Partial<ScoreFacts> = {}): ScoreFacts {
  return {
    measure: 'demo',
    version: '1',
    short: 'DEMO',
    subscale: 'total',
    name: 'Demo',
    range: { low: 0, high: 45 },
    direction: 'higher',
    cutoffs: [{ label: 'of concern', at: 20, side: 'to' }],
    reliable: [{ points: 5, basis: 'An example.' }],
    items: [],
    ...more,
  };
}

const pairs = (more: Partial<ScoreFacts> = {}): ColumnSpec[] => [
  {
    name: 'total_before',
    label: 'Demo, T1',
    kind: 'integer',
    data: BEFORE,
    score: facts({ side: 'before', time: 'T1', ...more }),
  },
  {
    name: 'total_after',
    label: 'Demo, T2',
    kind: 'integer',
    data: AFTER,
    score: facts({ side: 'after', time: 'T2', ...more }),
  },
];

const SITE: ColumnSpec = {
  name: 'site',
  label: 'Site',
  kind: 'category',
  data: [...'AABBABABABABAB'],
};

const LEVEL: Partial<ScoreFacts> = {
  name: 'Level',
  range: { low: 1, high: 4 },
  direction: 'lower',
  cutoffs: [],
  reliable: [],
};

const level = (side: 'before' | 'after'): ColumnSpec => ({
  name: `level_${side}`,
  label: `Level, ${side === 'before' ? 'T1' : 'T2'}`,
  kind: 'integer',
  level: 'ordinal',
  values: [1, 2, 3, 4].map((n) => ({ value: String(n), label: `Level ${n}` })),
  data: LEVELS.map((pair) => pair[side === 'before' ? 0 : 1]),
  score: facts({ ...LEVEL, side, time: side === 'before' ? 'T1' : 'T2' }),
});

const FORMS = [
  [1, 2, 1],
  [3, 2, 2],
  [4, 3, 5],
  [2, 1, 2],
  [3, 4, 3],
  [5, 4, 4],
];

const example = (
  analysis: string,
  columns: ColumnSpec[],
  held: string,
  options: Example['options'] = {},
): Example => ({ analysis, unit: 'people', columns, options, held });

/** The worked examples of the analyses of outcomes. */
export const OUTCOME_EXAMPLES: readonly Example[] = [
  example('outcome-change', pairs(), TWELVE),
  example('outcome-pairs', pairs(), 'counted by hand: 12 of 14'),
  example(
    'outcome-reliable',
    pairs(),
    'counted by hand: changes of 5 points or more are +5, +5 and +6; of the three with 20 or less before, two have more after',
  ),
  example(
    'outcome-levels',
    [level('before'), level('after')],
    'counted by hand: of ten pairs four went down, five stayed and one went up',
  ),
  example('outcome-attrition', [...pairs(), SITE], 'Welch’s test of R for summaries', {
    characteristics: ['site'],
  }),
  example(
    'outcome-subgroups',
    [...pairs(), SITE],
    'the one-way analysis of variance of the changes, which is held against R',
    { group: 'site' },
  ),
  example(
    'outcome-times',
    [
      {
        name: 'person',
        label: 'Person',
        kind: 'identifier',
        data: [...'aaabbbcccddd'],
      },
      {
        name: 'time',
        label: 'Time point',
        kind: 'category',
        data: Array.from({ length: 12 }, (_, i) => `T${(i % 3) + 1}`),
      },
      {
        name: 'total',
        label: 'Demo',
        kind: 'integer',
        data: [10, 12, 15, 20, 21, 22, 14, 13, 19, 9, 12, 12],
        score: facts(),
      },
    ],
    'the repeated-measures analysis of variance, which is held against R',
    { score: 'total', person: 'person', time: 'time' },
  ),
  example(
    'outcome-scoring',
    [
      { name: 'time', label: 'Time point', kind: 'category', data: FORMS.map(() => 'T1') },
      {
        name: 'total',
        label: 'Demo',
        kind: 'integer',
        data: FORMS.map((form) => form.reduce((sum, answer) => sum + answer, 0)),
        score: facts({ range: { low: 3, high: 15 }, items: ['item_1', 'item_2', 'item_3'] }),
      },
      ...[0, 1, 2].map(
        (k): ColumnSpec => ({
          name: `item_${k + 1}`,
          label: `Item ${k + 1}`,
          kind: 'integer',
          data: FORMS.map((form) => form[k] ?? null),
        }),
      ),
    ],
    'R’s psych::alpha: α = 0.892',
  ),
];
