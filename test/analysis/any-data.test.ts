import { describe, expect, test } from 'vitest';
import { ANALYSES, runAnalysis } from '../../src/analysis/analyses.ts';
import type { DataView as View } from '../../src/analysis/analysis.ts';
import { Refusal } from '../../src/model/refusal.ts';
import type { OptionValue } from '../../src/model/result.ts';
import type { ScoreFacts } from '../../src/model/score-facts.ts';
import { viewOf } from './frame.ts';
import { expectSound } from './sound.ts';

type Options = Record<string, OptionValue>;

/** At least one set of options for every analysis, on the variables of `anyView`. */
const SPECS: readonly [string, Options][] = [
  ['descriptives', { variables: ['a', 'b'] }],
  ['descriptives', { variables: ['a', 'i'], group: 'k', shape: true }],
  ['table-one', { variables: ['a', 'k', 'e'] }],
  [
    'table-one',
    {
      variables: ['a', 'i', 'l', 'e'],
      group: 'k',
      test: true,
      adjust: 'hommel',
      numbers: 'median',
    },
  ],
  ['table-one', { variables: ['a', 'k'], group: 'e', test: true, adjust: 'BY' }],
  ['normality', { variables: ['a', 'b', 'i'], adjust: 'holm' }],
  ['frequencies', { variables: ['k', 'e', 't'] }],
  ['frequencies', { variables: ['k'], weight: 'w' }],
  ['multiple-response', { variables: ['t'] }],
  ['multiple-response', { variables: ['e', 'f'], order: 'listed' }],
  ['multiple-response', { variables: ['k', 'l'] }],
  ['counts-by-year', { date: 'd', by: 'k' }],
  [
    'pathway',
    { stages: ['e', 'd', 'w', 'k'], categories: 'x; y', least: '1; 2', reason: 'l', start: 'd' },
  ],
  ['pathway', { stages: ['k'] }],
  [
    'attendance',
    { status: 'k', person: 't', date: 'd', group: 'l', attended: 'x', missed: 'y', late: 'z' },
  ],
  ['attendance', { status: 'e', attended: 'Yes', missed: 'No', 'late-counts': 'missed' }],
  ['proportions', { variables: ['e', 'k'], test: true, share: 30, adjust: 'bonferroni' }],
  ['proportions', { variables: ['k'], category: 'nothing', intervals: 'jeffreys' }],
  ['rates', { events: 'i', time: 'a', group: 'k', per: 100 }],
  ['rates', { events: 'w' }],
  ['goodness-of-fit', { variable: 'k' }],
  ['goodness-of-fit', { variable: 'k', shares: '50; 30; 20' }],
  ['paired-t', { before: ['a'], after: ['b'], adjust: 'hochberg' }],
  ['paired-t', { before: ['a', 'b'], after: ['b', 'c'], primary: 'wilcoxon' }],
  ['wilcoxon', { before: 'k', after: 'l' }],
  ['reliable-change', { before: 'a', after: 'b', better: 'lower', reliability: 0.8 }],
  ['reliable-change', { before: 'a', after: 'b', better: 'lower' }],
  [
    'reliable-change',
    { before: 'a', after: 'b', better: 'higher', sd: 2, cutoff: 'given', 'cutoff-score': 3 },
  ],
  [
    'reliable-change',
    {
      before: 'i',
      after: 'b',
      better: 'lower',
      reliability: 1,
      cutoff: 'c',
      'clinical-mean': 8,
      'clinical-sd': 2,
      'general-mean': 4,
      'general-sd': 3,
    },
  ],
  ['outcome-change', {}],
  ['outcome-change', { scores: ['sb'], reliability: 0.8, hedges: true, adjust: 'BH' }],
  ['outcome-pairs', {}],
  ['outcome-reliable', {}],
  ['outcome-reliable', { reliability: 0.9 }],
  ['outcome-levels', {}],
  ['outcome-levels', { score: 'ob', concern: 3 }],
  ['outcome-attrition', { characteristics: ['a', 'k', 'e'] }],
  ['outcome-subgroups', { group: 'k' }],
  ['outcome-subgroups', { score: 'ob', group: 'e' }],
  ['outcome-times', { score: 'm', person: 't', time: 'time' }],
  ['outcome-scoring', {}],
  ['paired-categories', { first: 'k', second: 'l' }],
  ['paired-categories', { first: 'e', second: 'f', primary: 'mid-p' }],
  ['paired-categories', { first: 'e', second: 'f', primary: 'chi-square', weight: 'w' }],
  ['repeated-anova', { measurements: ['a', 'b', 'c'] }],
  ['repeated-anova', { measurements: ['a', 'i'], sphericity: 'none', pairs: 'none' }],
  ['friedman', { measurements: ['a', 'b', 'c'], pairs: 'BH' }],
  ['friedman', { measurements: ['k', 'l'] }],
  ['cochran-q', { measurements: ['e', 'f', 'g'] }],
  ['crosstab', { rows: 'k', columns: 'e', trend: true, residuals: true }],
  ['crosstab', { rows: 'e', columns: 'f', layer: 'k', trend: true, residuals: true }],
  ['crosstab', { rows: 'k', columns: 'l', percent: 'all', primary: 'fisher' }],
  ['crosstab-many', { variables: ['k', 'e'], by: 'l', adjust: 'holm', primary: 'fisher' }],
  ['two-proportions', { outcomes: ['f', 'k'], group: 'e', adjust: 'holm', primary: 'fisher' }],
  ['independent-t', { outcomes: ['a', 'b'], group: 'e', adjust: 'hommel' }],
  [
    'independent-t',
    { outcomes: ['a'], group: 'k', first: 'x', second: 'y', primary: 'student', hedges: false },
  ],
  ['independent-t', { outcomes: ['i'], group: 'e', primary: 'mann-whitney' }],
  ['mann-whitney', { outcomes: ['a', 'i'], group: 'e', adjust: 'BH' }],
  ['one-way-anova', { outcomes: ['a', 'b'], group: 'k', adjust: 'holm' }],
  ['one-way-anova', { outcomes: ['a'], group: 'k', primary: 'classic', pairs: 'tukey' }],
  ['one-way-anova', { outcomes: ['i'], group: 'k', primary: 'brown-forsythe', pairs: 'none' }],
  ['one-way-anova', { outcomes: ['i', 'a'], group: 'e', primary: 'kruskal-wallis' }],
  ['kruskal-wallis', { outcomes: ['a', 'i'], group: 'k' }],
  ['kruskal-wallis', { outcomes: ['a'], group: 'e', pairs: 'none' }],
  ['two-way-anova', { outcome: 'a', first: 'k', second: 'e' }],
  ['one-sample-t', { outcomes: ['a', 'i'], value: 3, adjust: 'holm' }],
  ['one-sample-t', { outcomes: ['a'], primary: 'wilcoxon' }],
  ['variances', { outcomes: ['a', 'i'], group: 'k', primary: 'bartlett' }],
  ['variances', { outcomes: ['a'], group: 'e', primary: 'mean' }],
  ['correlation', { x: 'a', with: ['b', 'i'], primary: 'spearman', adjust: 'BH' }],
  ['correlation', { x: 'a', with: ['b'], primary: 'kendall' }],
  ['correlation-matrix', { variables: ['a', 'b', 'i'], adjust: 'holm' }],
  ['correlation-matrix', { variables: ['a', 'b', 'i'], rows: 'complete', primary: 'kendall' }],
  ['partial-correlation', { x: 'a', y: 'b', controls: ['i', 'k'] }],
  ['linear-regression', { outcome: 'a', predictors: ['b', 'k', 'e'] }],
  ['linear-regression', { outcome: 'a', predictors: ['i'], errors: 'hc3' }],
  ['logistic-regression', { outcome: 'e', predictors: ['a', 'k'] }],
  ['logistic-regression', { outcome: 'e', predictors: ['i'], intervals: 'wald' }],
  ['reliability', { items: ['a', 'b', 'c'] }],
  ['reliability', { items: ['a', 'i'], label: 'Scale *' }],
  ['icc', { raters: ['a', 'b', 'c'] }],
  ['icc', { raters: ['a', 'i'], form: 'ICC3k' }],
  ['kappa', { first: 'k', second: 'l', weights: 'linear' }],
  ['kappa', { first: 'e', second: 'f', weight: 'w' }],
  ['fleiss-kappa', { raters: ['k', 'l'] }],
  ['fleiss-kappa', { raters: ['e', 'f', 'g'] }],
  ['kaplan-meier', { time: 'w', event: 'e' }],
  ['kaplan-meier', { time: 'w', event: 'e', group: 'k' }],
  ['kaplan-meier', { time: 'a', event: 'e', group: 'f' }],
  ['cox-regression', { time: 'w', event: 'e', predictors: ['a', 'k'] }],
];

type Row = Record<'a' | 'b' | 'c' | 'i' | 'w', number | null> &
  Record<'e' | 'f' | 'g' | 'k' | 'l' | 't' | 'd', string | number | null>;

const LISTED = ['x', 'y', 'z'].map((value) => ({ value, label: value }));

function anyView(rows: readonly Row[]): View {
  const column = (key: keyof Row) => rows.map((row) => row[key]);
  return viewOf(
    'people',
    { name: 'a', label: 'Alpha *', kind: 'decimal', data: column('a') },
    { name: 'b', label: 'Beta (0 to 9)', kind: 'decimal', data: column('b') },
    { name: 'c', label: 'Gamma', kind: 'decimal', data: column('c') },
    { name: 'i', label: 'Items', kind: 'integer', data: column('i') },
    { name: 'w', label: 'Weight', kind: 'integer', data: column('w') },
    { name: 'e', label: 'Event', kind: 'yesno', data: column('e') },
    { name: 'f', label: 'Flag', kind: 'yesno', data: column('f') },
    { name: 'g', label: 'Group', kind: 'yesno', data: column('g') },
    { name: 'k', label: 'Kind ~', kind: 'category', values: LISTED, data: column('k') },
    { name: 'l', label: 'Level', kind: 'category', values: LISTED, data: column('l') },
    { name: 't', label: 'Text', kind: 'text', data: column('t') },
    { name: 'd', label: 'Date', kind: 'date', data: column('d') },
    { name: 'sb', label: 'Scale *, T1', data: column('b'), score: factsOf('scale', 'before') },
    { name: 'sa', label: 'Scale *, T2', data: column('i'), score: factsOf('scale', 'after') },
    {
      name: 'ob',
      label: 'Level ~, T1',
      kind: 'integer',
      level: 'ordinal',
      data: column('w'),
      score: factsOf('level', 'before'),
    },
    {
      name: 'oa',
      label: 'Level ~, T2',
      kind: 'integer',
      level: 'ordinal',
      data: column('i'),
      score: factsOf('level', 'after'),
    },
    { name: 'm', label: 'Scale', data: column('i'), score: factsOf('scale') },
    { name: 'time', label: 'Time point', kind: 'category', data: column('k') },
    { name: 'days_between', label: 'Days', kind: 'integer', data: column('w') },
  );
}

/** What a score remembers of a measure whose items are b, c and w. */
function factsOf(subscale: string, side?: 'before' | 'after'): ScoreFacts {
  return {
    measure: 'any',
    version: '1',
    short: 'ANY',
    subscale,
    name: `${subscale} *`,
    range: { low: 0, high: 10 },
    direction: 'lower',
    cutoffs: [{ label: 'case', at: 4, side: 'from' }],
    reliable: subscale === 'scale' ? [{ points: 2, basis: 'A test.' }] : [],
    items: ['b', 'c', 'w'],
    ...(side === undefined ? {} : { side, time: side === 'before' ? 'T1' : 'T2' }),
  };
}

/** Numbers from 0 to 1 that are the same every time. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** @param missing the share of missing cells, @param spread how many different values */
function randomRows(n: number, seed: number, missing: number, spread: number): Row[] {
  const random = generator(seed);
  const some = <T>(value: T): T | null => (random() < missing ? null : value);
  const whole = (most: number) => Math.floor(random() * Math.max(1, most));
  return Array.from({ length: n }, () => ({
    a: some(spread === 1 ? 5 : (random() - 0.3) * spread),
    b: some(whole(spread)),
    c: some(whole(spread) / 10),
    i: some(whole(spread)),
    w: some(whole(Math.min(spread, 6))),
    e: some(spread === 1 ? 1 : whole(2)),
    f: some(spread === 1 ? 0 : whole(2)),
    g: some(whole(2)),
    k: some('xyz'[spread === 1 ? 0 : whole(3)] ?? 'x'),
    l: some('xyz'[whole(3)] ?? 'x'),
    t: some(['x; y', 'y', 'z;z', ';'][whole(4)] ?? 'x'),
    d: some(['2015-06-01', '2019-12-31', '2024-02-29'][whole(3)] ?? null),
  }));
}

const VIEWS: Readonly<Record<string, View>> = {
  'no rows': anyView([]),
  'one row': anyView(randomRows(1, 1, 0, 10)),
  'two rows': anyView(randomRows(2, 2, 0, 10)),
  'three rows, some missing': anyView(randomRows(3, 3, 0.3, 10)),
  'all missing': anyView(randomRows(6, 4, 1, 10)),
  constant: anyView(randomRows(12, 5, 0, 1)),
  'constant, some missing': anyView(randomRows(12, 6, 0.4, 1)),
  'two values': anyView(randomRows(20, 7, 0.1, 2)),
  'few rows': anyView(randomRows(7, 8, 0.1, 5)),
  'ties everywhere': anyView(randomRows(60, 9, 0.05, 3)),
  'many values': anyView(randomRows(120, 10, 0.1, 1e6)),
  'half missing': anyView(randomRows(80, 11, 0.5, 20)),
  'nothing missing': anyView(randomRows(60, 12, 0, 8)),
};

test('every analysis is tried', () => {
  const tried = new Set(SPECS.map(([id]) => id));
  expect(ANALYSES.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
});

describe.each(Object.entries(VIEWS))('%s', (_name, view) => {
  test.each(SPECS)('%s %o: sound, or refused in words', (id, options) => {
    try {
      const finding = runAnalysis(id, view, options);
      if ('weight' in options) return expect(JSON.stringify(finding)).not.toMatch(/NaN|Infinity/);
      expectSound(finding, view.rows.length);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      expect(error.message).toMatch(/\.$/);
      expect(error.message).not.toMatch(/NaN|undefined|null/);
    }
  });
});
