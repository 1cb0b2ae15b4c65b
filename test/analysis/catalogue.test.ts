import { describe, expect, test } from 'vitest';
import { ANALYSES, runAnalysis } from '../../src/analysis/analyses.ts';
import { formatCell } from '../../src/model/format.ts';
import { isOffered, QUESTIONS } from '../../src/model/option.ts';
import { Refusal } from '../../src/model/refusal.ts';
import type { Finding, OptionValue } from '../../src/model/result.ts';
import { EXAMPLES } from './examples.ts';
import { viewOf } from './frame.ts';

type Options = Record<string, OptionValue>;

const people = viewOf(
  'people',
  { name: 'age', label: 'Age', kind: 'integer', data: [24, 31, 28, 35, 29, 33, 26, 38, null, 30] },
  {
    name: 'warmth',
    label: 'Warmth (0 to 35)',
    kind: 'decimal',
    data: [20, 22, 19, 30, 25, { missing: 'not returned' }, 21, 33, 28, 24.5],
  },
  { name: 'stress', label: 'Stress', kind: 'decimal', data: [9, 8, 9, 2, 5, 7, 8, 1, 3, 4] },
  { name: 'carer', label: 'Single carer', kind: 'yesno', data: [1, 0, 0, 1, 1, 0, 0, 0, 1, 0] },
  { name: 'site', label: 'Site', kind: 'category', data: [...'AABBAABBAB'] },
  {
    name: 'area',
    label: 'Area',
    kind: 'category',
    data: ['N', 'S', 'N', 'W', 'S', 'S', 'N', 'W', null, 'N'],
  },
  { name: 'times', label: 'Times', kind: 'integer', data: [1, 2, 0, 3, 1, 1, 2, 1, 1, 1] },
);

function value(finding: Finding, key: string) {
  const found = finding.estimates.find((each) => each.key === key);
  if (!found)
    throw new Error(
      `no estimate ${key} among ${finding.estimates.map((each) => each.key).join(', ')}`,
    );
  return found.value;
}

function refusalOf(id: string, options: Options): Refusal {
  try {
    runAnalysis(id, people, options);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a batch gives what each run alone gives', () => {
  test.each<[string, string, Options, readonly string[]]>([
    ['independent-t', 'outcomes', { group: 'site' }, ['age', 'warmth', 'stress']],
    ['mann-whitney', 'outcomes', { group: 'site' }, ['age', 'warmth', 'stress']],
    ['one-way-anova', 'outcomes', { group: 'area' }, ['age', 'warmth', 'stress']],
    ['kruskal-wallis', 'outcomes', { group: 'area' }, ['age', 'stress']],
    ['one-sample-t', 'outcomes', { value: 20 }, ['age', 'warmth']],
    ['variances', 'outcomes', { group: 'site' }, ['age', 'stress']],
    ['normality', 'variables', {}, ['age', 'warmth', 'stress']],
    ['correlation', 'with', { x: 'age' }, ['warmth', 'stress']],
    ['proportions', 'variables', {}, ['carer', 'site']],
    ['two-proportions', 'outcomes', { group: 'site' }, ['carer', 'times']],
    ['crosstab-many', 'variables', { by: 'site' }, ['carer', 'area']],
  ])('%s', (id, key, options, names) => {
    const all = runAnalysis(id, people, { ...options, [key]: names });
    for (const name of names) {
      const alone = runAnalysis(id, people, { ...options, [key]: [name] });
      const [line] = alone.tables.find((table) => table.id === 'tests')?.rows ?? [];
      const label = String(line?.cells[0]?.value);
      for (const { key: own, value: expected } of alone.estimates) {
        const found = all.estimates.find(
          (each) => each.key === `${label}: ${own}` || each.key === own,
        );
        expect(found?.value, `${label}: ${own}`).toBe(expected);
      }
    }
  });
});

describe('p adjusted across the family', () => {
  const options = { outcomes: ['age', 'warmth', 'stress'], group: 'site' };

  test.each([
    ['holm', 'Holm'],
    ['hochberg', 'Hochberg'],
    ['hommel', 'Hommel'],
    ['BH', 'Benjamini–Hochberg'],
    ['BY', 'Benjamini–Yekutieli'],
    ['bonferroni', 'Bonferroni'],
  ])('%s: the family is stated, no adjusted p is below its own', (adjust, name) => {
    const finding = runAnalysis('independent-t', people, { ...options, adjust });
    for (const outcome of ['Age', 'Warmth', 'Stress']) {
      const [p, adjusted] = [
        value(finding, `${outcome}: p`),
        value(finding, `${outcome}: p-adjusted`),
      ];
      expect(adjusted).toBeGreaterThanOrEqual(p ?? 1);
    }
    const note = finding.notes.find(({ text }) => text.includes('family'));
    expect(note?.text).toContain(`(${name}) in a family of 3 tests`);
    expect(note?.text).toContain('Age; Warmth; Stress');
    expect(finding.method.variant).toContain(name);
  });

  test('Bonferroni triples three p', () => {
    const finding = runAnalysis('independent-t', people, { ...options, adjust: 'bonferroni' });
    const p = value(finding, 'Warmth: p') ?? 0;
    expect(value(finding, 'Warmth: p-adjusted')).toBe(Math.min(1, 3 * p));
  });
});

describe('weights', () => {
  test.each<[string, Options]>([
    ['frequencies', { variables: ['site'] }],
    ['crosstab', { rows: 'site', columns: 'carer' }],
    ['descriptives', { variables: ['stress'] }],
    ['proportions', { variables: ['carer'] }],
    ['table-one', { variables: ['stress', 'carer'], group: 'site' }],
  ])('%s counts each row as often as it stands for', (id, options) => {
    const { rows, ...rest } = people;
    const times = people.frame.columns[6];
    const repeated = [...rows].flatMap((row) =>
      Array.from({ length: times?.type === 'numbers' ? (times.values[row] ?? 0) : 0 }, () => row),
    );
    const expected = runAnalysis(id, { ...rest, rows: Uint32Array.from(repeated) }, options);
    const weighted = runAnalysis(id, people, { ...options, weight: 'times' });
    expect(weighted.estimates).toEqual(expected.estimates);
    // Weighted counts lead to no rows: a row stands there more than once.
    const { rows: _, ...counts } = expected.n;
    expect(weighted.n).toEqual(counts);
    expect(weighted.notes[0]?.text).toBe('Weighted by Times: 10 rows stand for 13 people.');
  });

  test('are refused where they would be ignored, and where they are no counts', () => {
    const ignored = refusalOf('paired-t', { before: ['age'], after: ['stress'], weight: 'times' });
    expect(ignored.code).toBe('no-weights');
    const negative = viewOf(
      'people',
      { name: 'c', kind: 'yesno', data: [1, 0] },
      { name: 'w', kind: 'integer', data: [2, -1] },
    );
    expect(() => runAnalysis('frequencies', negative, { variables: ['c'], weight: 'w' })).toThrow(
      'row 2 has -1',
    );
  });
});

describe('options that depend on others', () => {
  test('are offered only with them', () => {
    const { options = [] } = ANALYSES.find(({ id }) => id === 'reliable-change') ?? {};
    const score = options.find(({ key }) => key === 'cutoff-score');
    if (!score) throw new Error('no option');
    expect(isOffered(score, options, {})).toBe(false);
    expect(isOffered(score, options, { cutoff: 'given' })).toBe(true);
    const { options: table = [] } = ANALYSES.find(({ id }) => id === 'table-one') ?? {};
    const smd = table.find(({ key }) => key === 'smd');
    if (!smd) throw new Error('no option');
    expect(isOffered(smd, table, { group: null })).toBe(false);
    expect(isOffered(smd, table, { group: 'site' })).toBe(true);
  });

  test('are refused where they would be ignored', () => {
    const refusal = refusalOf('proportions', { variables: ['carer'], share: 30 });
    expect(refusal.message).toBe(
      'Given share, %: it would be ignored, because of what “Compare with a given share” is.',
    );
    expect(refusal.where.option).toBe('share');
  });
});

describe('what cannot be computed says why', () => {
  test.each<[string, Options, string]>([
    [
      'independent-t',
      { outcomes: ['same'], group: 'two' },
      'not computable because the values do not vary within the groups',
    ],
    ['one-sample-t', { outcomes: ['same'] }, 'not computable because the values do not vary'],
    ['correlation', { x: 'same', with: ['x'] }, 'not computable because'],
    ['logistic-regression', { outcome: 'split', predictors: ['x'] }, 'complete separation'],
    ['linear-regression', { outcome: 'x', predictors: ['same'] }, 'not computable because'],
    [
      'linear-regression',
      { outcome: 'split', predictors: ['x', 'twice'] },
      'not computable because',
    ],
    ['reliability', { items: ['same', 'same2'] }, 'not computable because'],
    [
      'kaplan-meier',
      { time: 'below', event: 'split' },
      'not computable because a time is negative',
    ],
    [
      'rates',
      { events: 'half', time: 'x' },
      'not computable because a number of events is negative',
    ],
    ['kappa', { first: 'one', second: 'one2' }, 'not computable because'],
    [
      'cochran-q',
      { measurements: ['split', 'split2'] },
      'not computable because everybody answered the same throughout',
    ],
    [
      'reliable-change',
      { before: 'x', after: 'twice', reliability: 0.8 },
      'it is not known whether higher or lower is better',
    ],
  ])('%s %o', (id, options, words) => {
    const view = viewOf(
      'people',
      { name: 'same', label: 'Same', data: [5, 5, 5, 5, 5, 5] },
      { name: 'same2', label: 'Same too', data: [5, 5, 5, 5, 5, 5] },
      { name: 'x', label: 'X', data: [1, 2, 3, 4, 5, 6] },
      { name: 'twice', label: 'Twice', data: [2, 4, 6, 8, 10, 12] },
      { name: 'below', label: 'Below', data: [1, -2, 3, 4, 5, 6] },
      { name: 'half', label: 'Half', kind: 'integer', data: [1, 2, 3, -4, 5, 6] },
      { name: 'split', label: 'Split', kind: 'integer', data: [0, 0, 0, 1, 1, 1] },
      { name: 'split2', label: 'Split too', kind: 'yesno', data: [0, 0, 0, 1, 1, 1] },
      { name: 'two', label: 'Two', kind: 'category', data: [...'aabbab'] },
      { name: 'one', label: 'One', kind: 'category', data: [...'aaaaaa'] },
      { name: 'one2', label: 'One too', kind: 'category', data: [...'aaaaaa'] },
    );
    if (id === 'cochran-q') {
      const yesNo = {
        ...view,
        frame: {
          ...view.frame,
          variables: view.frame.variables.map((v) =>
            v.name === 'split' ? { ...v, kind: 'yesno' as const } : v,
          ),
        },
      };
      expect(JSON.stringify(runAnalysis(id, yesNo, options))).toContain(words);
      return;
    }
    expect(JSON.stringify(runAnalysis(id, view, options))).toContain(words);
  });

  test('a reliability is never assumed, nor norms', () => {
    const options = { before: 'age', after: 'stress', better: 'lower' };
    expect(refusalOf('reliable-change', options).where.option).toBe('reliability');
    const norms = refusalOf('reliable-change', { ...options, reliability: 0.8, cutoff: 'c' });
    expect(norms.where.option).toBe('clinical-sd');
  });

  test('two groups are named where there are more', () => {
    const refusal = refusalOf('independent-t', { outcomes: ['stress'], group: 'area' });
    expect(refusal.hint).toContain('N, S, W');
    const finding = runAnalysis('independent-t', people, {
      outcomes: ['stress'],
      group: 'area',
      first: 'S',
      second: 'N',
    });
    expect(finding.n.missing).toContainEqual({ reason: 'Area: another group', n: 2 });
  });
});

describe('missing values', () => {
  test('are counted by variable and reason', () => {
    const { n } = runAnalysis('linear-regression', people, {
      outcome: 'warmth',
      predictors: ['age', 'area'],
    });
    expect(n).toEqual({
      total: 10,
      used: 8,
      missing: [
        { reason: 'Warmth: not returned', n: 1 },
        { reason: 'several missing', n: 1 },
      ],
    });
  });
});

describe('words', () => {
  test.each(EXAMPLES.map((example) => [example.analysis, example] as const))(
    '%s: no effect or impact is claimed, denominators are there',
    (id, { columns, options, unit }) => {
      const finding = runAnalysis(id, viewOf(unit, ...columns), options);
      const words = JSON.stringify([
        finding.sentences,
        finding.notes,
        finding.tables.map(({ notes }) => notes),
      ]);
      expect(words).not.toMatch(/\bimpact\b|\beffects?\b/i);
      expect(finding.sentences.plain).toMatch(/\d/);
      expect(finding.sentences.plain).toMatch(/\.$/);
      expect(finding.sentences.apa).toMatch(/\.$/);
      expect(finding.method.name).not.toBe('');
    },
  );

  test('APA: an independent t-test', () => {
    const { apa, plain } = runAnalysis('independent-t', people, {
      outcomes: ['stress'],
      group: 'site',
    }).sentences;
    expect(apa).toBe(
      'Stress: A *M* = 6.40, *SD* = 2.41, *n* = 5; B *M* = 4.80, *SD* = 3.56, *n* = 5; *t*(7.02) = 0.83, *p* = .433, *g* = 0.47, 95\u202f% CI [−0.68, 1.60].',
    );
    expect(plain).toBe(
      'Stress was on average 1.6 higher in A (*n* = 5) than in B (*n* = 5) (95\u202f% CI from 2.9 lower to 6.1 higher, so no difference is possible too).',
    );
  });

  test('every analysis answers a question that is asked, and has an example', () => {
    for (const { id, question } of ANALYSES) {
      expect(Object.keys(QUESTIONS)).toContain(question);
      expect(
        EXAMPLES.some(({ analysis }) => analysis === id),
        id,
      ).toBe(true);
    }
    expect(new Set(ANALYSES.map(({ question }) => question)).size).toBe(
      Object.keys(QUESTIONS).length,
    );
  });
});

describe('by hand', () => {
  test('standardised differences: 2 / √24.333 and 0.25 / √0.21875', () => {
    const example = EXAMPLES.find(({ analysis }) => analysis === 'table-one');
    if (!example) throw new Error('no example');
    const finding = runAnalysis('table-one', viewOf('people', ...example.columns), example.options);
    expect(value(finding, 'smd[Age]')).toBeCloseTo(2 / Math.sqrt((65 / 3 + 27) / 2), 12);
    expect(value(finding, 'smd[Single carer]')).toBeCloseTo(
      0.25 / Math.sqrt((0.25 + 0.1875) / 2),
      12,
    );
  });

  test('three categories: the Mahalanobis distance of the shares', () => {
    const view = viewOf(
      'people',
      { name: 'k', label: 'Kind', kind: 'category', data: [...'xxyyzz', ...'xxxxyz'] },
      { name: 'g', label: 'Group', kind: 'category', data: [...'aaaaaa', ...'bbbbbb'] },
    );
    const finding = runAnalysis('table-one', view, { variables: ['k'], group: 'g' });
    // Shares of y, z: ⅓, ⅓ and ⅙, ⅙. S has 13/72 on the diagonal and −5/72 beside it; T′S⁻¹T = 2/36 · 72/8.
    expect(value(finding, 'smd[Kind]')).toBeCloseTo(Math.sqrt(0.5), 12);
  });

  test('cohorts side by side: rows in both count in both, and everybody once', () => {
    const stress = { name: 'stress', label: 'Stress', data: [1, 2, 3, 4, 5, 6, 7, 8] };
    const kind = { name: 'k', label: 'Kind', kind: 'category', data: [...'xxyyxxyy'] } as const;
    const view = viewOf('people', stress, kind);
    const sides = (withAll: boolean, ...cohorts: (readonly number[])[]) => ({
      ...view,
      sides: {
        withAll,
        cohorts: cohorts.map((rows, k) => ({
          label: 'ABC'[k] ?? '',
          rows: Uint32Array.from(rows),
        })),
      },
    });
    const options = { variables: ['stress', 'k'] };
    // A = 1…4, B = 3…6: means 2.5 and 4.5, both variances 5/3.
    const two = runAnalysis('table-one', sides(false, [0, 1, 2, 3], [2, 3, 4, 5]), options);
    expect(value(two, 'smd[Stress]')).toBeCloseTo(2 / Math.sqrt(5 / 3), 12);
    expect(value(two, 'smd[Kind]')).toBe(0);
    expect(two.tables[0]?.columns.map(({ header }) => header)).toEqual([
      'Characteristic',
      'All (*n* = 8)',
      'A (*n* = 4)',
      'B (*n* = 4)',
      'SMD',
    ]);
    expect(value(two, 'n[Kind: x]')).toBe(4);
    expect(two.notes.map(({ text }) => text)).toEqual([
      '2 people are in none of the cohorts; counted under All only.',
      '2 people are both in “A” (2 of 4) and in “B” (2 of 4).',
      expect.stringContaining('in each of them'),
    ]);
    // Against everybody: mean 4.5, variance 6.
    const all = runAnalysis('table-one', sides(true, [0, 1, 2, 3]), options);
    expect(value(all, 'smd[Stress]')).toBeCloseTo(2 / Math.sqrt((5 / 3 + 6) / 2), 12);
  });

  test('only what can set cohorts side by side does, and not beside groups of a variable', () => {
    const view = viewOf('people', { name: 'k', kind: 'category', data: [...'xxyy'] });
    const rows = Uint32Array.of(0, 1);
    const compared = { ...view, sides: { withAll: true, cohorts: [{ label: 'A', rows }] } };
    expect(() => runAnalysis('frequencies', compared, { variables: ['k'] })).toThrow(
      /does not set cohorts side by side/,
    );
    expect(() => runAnalysis('table-one', compared, { variables: ['k'], group: 'k' })).toThrow(
      /Either cohorts are compared/,
    );
  });

  test('referrals by financial year', () => {
    const example = EXAMPLES.find(({ analysis }) => analysis === 'counts-by-year');
    if (!example) throw new Error('no example');
    const { tables } = runAnalysis(
      'counts-by-year',
      viewOf('referrals', ...example.columns),
      example.options,
    );
    const [table] = tables;
    const counts = table?.rows.map(({ cells }) => formatCell(cells[1] ?? { value: null }, 'count'));
    expect(counts?.slice(0, 3)).toEqual(['3', '3', '1']);
  });
});
