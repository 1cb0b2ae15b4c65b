import { describe, expect, test } from 'vitest';
import { readMeasure } from '../../src/measures/measure.ts';
import { scoreFrame } from '../../src/measures/score.ts';
import { missingReason } from '../../src/model/column.ts';
import { columnNamed, type Frame, variableNamed } from '../../src/model/frame.ts';
import { Refusal } from '../../src/model/refusal.ts';
import type { ScoreDefinition } from '../../src/model/table.ts';
import { frameOf, valuesOf } from '../columns/frames.ts';

const CORE = [2, 1, 3, 0, 1, 0, 3, 2, 2, 1];
const EPDS = [1, 0, 1, 2, 3, 1, 2, 2, 3, 3];
const EPDS_SCORED = [1, 0, 2, 2, 0, 2, 1, 1, 0, 0];

type Cell = number | string | null;

/** One row a form: an id, the items as `q1 …`, and whatever else is given. */
function forms(
  items: readonly (readonly Cell[])[],
  more: Parameters<typeof frameOf>[0] = {},
  ids = items.map((_, i) => `p${i + 1}`),
): Frame {
  const count = items[0]?.length ?? 0;
  return frameOf({
    id: { kind: 'identifier', values: ids },
    ...Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `q${i + 1}`,
        { kind: 'integer' as const, values: items.map((form) => form[i] ?? null) },
      ]),
    ),
    ...more,
  });
}

const rows = (measure: string, more: Partial<ScoreDefinition['layout']> = {}): ScoreDefinition => ({
  measure,
  person: 'id',
  layout: { form: 'rows', items: 'q{item}', time: 'when', ...more } as ScoreDefinition['layout'],
});

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'not refused';
};

describe('one row a form', () => {
  test('time points from a column, with date and rater', () => {
    const source = forms(
      [CORE, CORE],
      {
        when: { kind: 'category', values: ['end', 'start'], order: ['start', 'end'] },
        done: { kind: 'date', values: ['2021-05-01', '2021-01-01'] },
        by: { kind: 'category', values: ['CP1', null] },
      },
      ['a', 'a'],
    );
    const { frame } = scoreFrame(source, rows('core-10', { date: 'done', rater: 'by' } as object));
    expect(valuesOf(frame, 'time')).toEqual(['end', 'start']);
    expect(variableNamed(frame, 'time').values.map(({ value }) => value)).toEqual(['start', 'end']);
    expect(valuesOf(frame, 'date')).toEqual(['2021-05-01', '2021-01-01']);
    expect(valuesOf(frame, 'rater')).toEqual(['CP1', null]);
    expect(valuesOf(frame, 'total')).toEqual([15, 15]);
    expect(valuesOf(frame, 'item_2')).toEqual([3, 3]);
  });

  test('without a time point the forms of a person are numbered by date', () => {
    const source = forms(
      [CORE, CORE, CORE, CORE],
      { done: { kind: 'date', values: ['2021-05-01', '2021-01-01', null, '2022-01-01'] } },
      ['a', 'a', 'a', 'b'],
    );
    const { time: _, ...layout } = rows('core-10').layout as { time: string };
    const { frame } = scoreFrame(source, {
      ...rows('core-10'),
      layout: { ...layout, date: 'done' } as ScoreDefinition['layout'],
    });
    expect(valuesOf(frame, 'time')).toEqual(['2', '1', '3', '1']);
    expect(variableNamed(frame, 'time').values.map(({ label }) => label)).toEqual([
      'Form 1',
      'Form 2',
      'Form 3',
    ]);
  });

  test('neither time nor date, and a form without its time point, are refused', () => {
    const source = forms([CORE], { when: { kind: 'text', values: [null] } });
    expect(codeOf(() => scoreFrame(source, rows('core-10')))).toBe('unreadable-form');
    const bare = { ...rows('core-10'), layout: { form: 'rows', items: 'q{item}' } } as const;
    expect(codeOf(() => scoreFrame(source, bare))).toBe('no-time');
  });
});

describe('two tables', () => {
  test('a block may be in another table, with another name for the person', () => {
    const before = forms([CORE, CORE], {}, ['a', 'b']);
    const after = frameOf({
      who: { kind: 'identifier', values: ['a'] },
      ...Object.fromEntries(
        CORE.map((value, i) => [`C${i + 1}`, { kind: 'integer' as const, values: [value] }]),
      ),
    });
    const asked: string[] = [];
    const { frame } = scoreFrame(
      before,
      {
        measure: 'core-10',
        person: 'id',
        layout: {
          form: 'wide',
          blocks: [
            { time: 'T1', items: 'q{item}' },
            { time: 'T2', table: 'after', person: 'who', items: 'C{item}' },
          ],
        },
      },
      {
        read: (name) => {
          asked.push(name);
          return after;
        },
      },
    );
    expect(asked).toEqual(['after']);
    expect(valuesOf(frame, 'person')).toEqual(['a', 'b', 'a']);
    expect(valuesOf(frame, 'time')).toEqual(['T1', 'T1', 'T2']);
    expect(valuesOf(frame, 'total')).toEqual([15, 15, 15]);
  });
});

describe('answers and keys', () => {
  const when = { when: { kind: 'text' as const, values: ['T1'] } };

  test('where extracts hold either positions or scores, somebody has to say which', () => {
    expect(codeOf(() => scoreFrame(forms([EPDS], when), rows('epds')))).toBe('answers-not-stated');
    expect(codeOf(() => scoreFrame(forms([EPDS], when), { ...rows('epds'), answers: 'raw' }))).toBe(
      'unverified-key',
    );
    const accepted = { ...rows('epds'), answers: 'raw', accept: ['key'] } as const;
    const { frame, account } = scoreFrame(forms([EPDS], when), accepted);
    expect(valuesOf(frame, 'total')).toEqual([9]);
    expect(account.accepted).toEqual(['key']);
    const scored = { ...rows('epds'), answers: 'scored' } as const;
    expect(valuesOf(scoreFrame(forms([EPDS_SCORED], when), scored).frame, 'total')).toEqual([9]);
    expect(valuesOf(scoreFrame(forms([EPDS], when), scored).frame, 'total')).toEqual([18]);
  });

  test('an unverified direction is not stated unless it is accepted; only such figures can be', () => {
    const prfq = forms([[2, 5, 6, 1, 4, 7, 3, 6, 5, 2, 3, 6, 1, 5, 7, 2, 4, 2]], when);
    const facts = (accept: readonly string[]) =>
      variableNamed(scoreFrame(prfq, { ...rows('prfq'), accept }).frame, 'interest_curiosity').score
        ?.direction;
    expect(facts([])).toBe('not-stated');
    expect(facts(['interest_curiosity:direction'])).toBe('higher');
    expect(codeOf(() => facts(['pre_mentalizing:direction']))).toBe('nothing-to-accept');
  });

  test('the score remembers cut-offs and reliable change that may be used', () => {
    const kpcs = forms([Array.from({ length: 15 }, () => 2)], when);
    const facts = (accept: readonly string[]) =>
      variableNamed(scoreFrame(kpcs, { ...rows('kpcs'), accept }).frame, 'total').score;
    expect(facts([])).toMatchObject({
      measure: 'kpcs',
      version: '1',
      direction: 'higher',
      cutoffs: [{ at: 39, side: 'to' }],
      reliable: [],
    });
    expect(facts(['total:reliable change 6'])?.reliable).toMatchObject([{ points: 6 }]);
  });
});

describe('scores that the extract brings', () => {
  const PRFQ = [2, 5, 6, 1, 4, 7, 3, 6, 5, 2, 3, 6, 1, 5, 7, 2, 4, 2];
  const withTotals = (interest: readonly (number | null)[], items = interest.map(() => PRFQ)) =>
    scoreFrame(
      forms(items, {
        when: { kind: 'text', values: interest.map(() => 'T1') },
        IC: { kind: 'decimal', values: [...interest] },
      }),
      rows('prfq', { totals: { interest_curiosity: 'IC' } } as object),
    );

  test('are held against the items, and a forgotten reversal is named', () => {
    const { frame, account } = withTotals([6.17, 5.5, 5.5, null]);
    expect(valuesOf(frame, 'interest_curiosity').map((x) => Number(x).toFixed(2))).toEqual([
      '6.17',
      '6.17',
      '6.17',
      '6.17',
    ]);
    expect(account.totals).toEqual([
      {
        name: 'Interest and curiosity',
        compared: 3,
        agree: 1,
        differ: 2,
        examples: [
          { row: 2, person: 'p2', supplied: 5.5, computed: expect.closeTo(6.1667, 4) },
          { row: 3, person: 'p3', supplied: 5.5, computed: expect.closeTo(6.1667, 4) },
        ],
        cause: 'item 18 was not reversed',
      },
    ]);
  });

  test('other causes: the sum instead of the mean, blanks as 0, and one that nobody knows', () => {
    expect(withTotals([37]).account.totals?.[0]?.cause).toBe('the sum was given, not the mean');
    const blank = PRFQ.map((value, i) => (i === 2 ? null : value));
    // Items 6 to 15 and the reversed 18 without item 3: 7 + 5 + 6 + 7 + 6, over 6.
    expect(withTotals([31 / 6], [blank as number[]]).account.totals?.[0]?.cause).toBe(
      'answers that were left out were counted as 0',
    );
    expect(withTotals([1.11]).account.totals?.[0]?.cause).toBeNull();
  });

  test('are the scores where there are no items, within the range', () => {
    const source = frameOf({
      id: { kind: 'identifier', values: ['a', 'b', 'c'] },
      pre: { kind: 'integer', values: [14, 40, null] },
      post: { kind: 'integer', values: [9, null, null] },
    });
    const { frame, account } = scoreFrame(source, {
      measure: 'phq-9',
      person: 'id',
      layout: {
        form: 'wide',
        blocks: [
          { time: 'pre', totals: { total: 'pre' } },
          { time: 'post', totals: { total: 'post' } },
        ],
      },
    });
    expect(valuesOf(frame, 'person')).toEqual(['a', 'a', 'b']);
    expect(valuesOf(frame, 'total')).toEqual([14, 9, null]);
    expect(missingReason(columnNamed(frame, 'total'), 2)).toBe('score out of range');
    expect(account).toEqual({
      subscales: [{ name: 'Depression', complete: 0, proRated: 0, notScorable: 1, supplied: 2 }],
      outOfRange: [{ row: 2, variable: 'pre', value: '40' }],
    });
    expect(frame.variables.map(({ name }) => name)).toEqual(['person', 'time', 'total']);
  });

  test('are all there is for a measure whose key is not known', () => {
    const source = forms([[1]], { when: { kind: 'text', values: ['T1'] } });
    expect(codeOf(() => scoreFrame(source, rows('score-15')))).toBe('no-key');
    expect(
      codeOf(() =>
        scoreFrame(source, { ...rows('score-15'), layout: { form: 'rows', time: 'when' } }),
      ),
    ).toBe('nothing-to-score');
    const layout = { form: 'rows', time: 'when', totals: { sum: 'q1' } } as const;
    expect(codeOf(() => scoreFrame(source, { ...rows('score-15'), layout }))).toBe(
      'unknown-subscale',
    );
  });
});

test('a measure of one’s own scores like one of the library', () => {
  const source = { text: 'Made up for a test.', status: 'convention' } as const;
  const own = readMeasure({
    id: 'mine',
    version: '1',
    name: 'Mine',
    short: 'MINE',
    reference: '',
    licence: '',
    stage: '',
    cautions: [],
    answers: 'raw',
    items: Array.from({ length: 7 }, (_, i) => ({
      item: i + 1,
      min: 0,
      max: 6,
      reverse: i === 1 || i === 4,
    })),
    key: source,
    subscales: [
      {
        key: 'total',
        name: 'Total',
        items: [1, 2, 3, 4, 5, 6, 7],
        score: 'sum',
        range: { low: 0, high: 42 },
        direction: 'higher',
        level: 'scale',
        levels: [],
        missing: { minItems: 6, prorate: true },
        cutoffs: [],
        reliableChange: [],
        sources: { items: source, range: source, direction: source, missing: source },
      },
    ],
  });
  const answers: Cell[][] = [
    [6, 0, 3, 2, 1, 5, 4],
    [6, 0, 3, null, 1, 5, 4],
    [6, 0, 3, null, null, 5, 4],
  ];
  const { frame } = scoreFrame(
    forms(answers, { when: { kind: 'text', values: ['T1', 'T1', 'T1'] } }),
    rows('mine'),
    { measures: [own] },
  );
  // 6 + 6 + 3 + 2 + 5 + 5 + 4; without item 4: 29 / 6 · 7; two missing are too many of seven.
  expect(valuesOf(frame, 'total')).toEqual([31, expect.closeTo((29 * 7) / 6, 9), null]);
});
