import { describe, expect, test } from 'vitest';
import { itemReader } from '../../src/measures/item-reader.ts';
import { measureNamed } from '../../src/measures/known-measures.ts';
import { scoreFrame } from '../../src/measures/score.ts';
import { scoreForm } from '../../src/measures/score-form.ts';
import { missingReason } from '../../src/model/column.ts';
import { columnNamed, type Frame, variableNamed } from '../../src/model/frame.ts';
import { Refusal } from '../../src/model/refusal.ts';
import type { ScoreDefinition } from '../../src/model/table.ts';
import { frameOf, valuesOf } from '../columns/frames.ts';

type Cell = number | string | null;

/** One row a person, items as `<prefix>1…n` for each time point. */
function wide(
  people: readonly string[],
  blocks: Record<string, readonly (readonly Cell[])[]>,
  dates: Record<string, readonly (string | null)[]> = {},
): Frame {
  const parts: Parameters<typeof frameOf>[0] = {
    id: { kind: 'identifier', label: 'Client ID', values: [...people] },
  };
  for (const [time, forms] of Object.entries(blocks)) {
    const items = forms[0]?.length ?? 0;
    for (let i = 0; i < items; i++) {
      const values = forms.map((form) => form[i] ?? null);
      const isText = values.some((value) => typeof value === 'string');
      parts[`${time}_q${i + 1}`] = { kind: isText ? 'text' : 'integer', values };
    }
  }
  for (const [time, values] of Object.entries(dates)) {
    parts[`${time}_date`] = { kind: 'date', values: [...values] };
  }
  return frameOf(parts);
}

const definition = (measure: string, times: readonly string[], dated = false): ScoreDefinition => ({
  measure,
  person: 'id',
  layout: {
    form: 'wide',
    blocks: times.map((time) => ({
      time,
      items: `${time}_q{item}`,
      ...(dated ? { date: `${time}_date` } : {}),
    })),
  },
});

const PRFQ = [2, 5, 6, 1, 4, 7, 3, 6, 5, 2, 3, 6, 1, 5, 7, 2, 4, 2];
const MORS = [4, 1, 4, 3, 1, 5, 2, 4, 2, 0, 3, 1, 4, 2];

describe('published vectors', () => {
  test('PRFQ: items 11 and 18 are reversed', () => {
    const { frame } = scoreFrame(wide(['p1'], { T1: [PRFQ] }), definition('prfq', ['T1']));
    expect(valuesOf(frame, 'pre_mentalizing')[0]).toBeCloseTo(1.8333, 4);
    expect(valuesOf(frame, 'certainty')[0]).toBeCloseTo(4.8333, 4);
    expect(valuesOf(frame, 'interest_curiosity')[0]).toBeCloseTo(6.1667, 4);
  });

  test('PRFQ without its reversals would give other scores: they are not these', () => {
    const measure = measureNamed('prfq');
    const forgotten = {
      ...measure,
      items: measure.items.map((item) => ({ ...item, reverse: false })),
    };
    const answers = forgotten.items.map((item, i) => itemReader(item, 'raw')(PRFQ[i] ?? null));
    const scores = forgotten.subscales.map((subscale) => scoreForm(forgotten, subscale, answers));
    expect(scores).toEqual([
      { scored: 'complete', value: expect.closeTo(1.8333, 4) },
      { scored: 'complete', value: 4.5 },
      { scored: 'complete', value: 5.5 },
    ]);
  });

  test('MORS-SF: warmth and invasion, and both anchors', () => {
    const warmth = [1, 3, 4, 6, 8, 11, 13];
    const warm = Array.from({ length: 14 }, (_, i) => (warmth.includes(i + 1) ? 5 : 0));
    const cold = warm.map((value) => 5 - value);
    const { frame, account, version } = scoreFrame(
      wide(['p1', 'p2', 'p3'], { T1: [MORS, warm, cold] }),
      definition('mors-sf', ['T1']),
    );
    expect(valuesOf(frame, 'warmth')).toEqual([27, 35, 0]);
    expect(valuesOf(frame, 'invasion')).toEqual([9, 0, 35]);
    expect(account).toEqual({
      subscales: [
        { name: 'Warmth', complete: 3, proRated: 0, notScorable: 0 },
        { name: 'Invasion', complete: 3, proRated: 0, notScorable: 0 },
      ],
      outOfRange: [],
    });
    expect(version).toBe('1');
    expect(variableNamed(frame, 'warmth').label).toBe('Warmth (MORS-SF, 0–35, higher is better)');
    expect(variableNamed(frame, 'invasion').label).toBe(
      'Invasion (MORS-SF, 0–35, lower is better)',
    );
  });
});

describe('missing and impossible items', () => {
  const without = (...items: number[]) => PRFQ.map((v, i) => (items.includes(i + 1) ? null : v));

  test('five of six are pro-rated, four are not scorable, an empty form is no form', () => {
    const { frame, account } = scoreFrame(
      wide(['a', 'b', 'c'], { T1: [without(11), without(11, 2), PRFQ.map(() => null)] }),
      definition('prfq', ['T1']),
    );
    expect(valuesOf(frame, 'person')).toEqual(['a', 'b']);
    // Items 2, 5, 8, 14, 17 without the reversed 11: (5 + 4 + 6 + 5 + 4) / 5.
    expect(valuesOf(frame, 'certainty')).toEqual([4.8, null]);
    expect(missingReason(columnNamed(frame, 'certainty'), 1)).toBe('too few items answered');
    expect(valuesOf(frame, 'items_answered')).toEqual([17, 16]);
    expect(account.subscales).toEqual([
      { name: 'Pre-mentalizing modes', complete: 2, proRated: 0, notScorable: 0 },
      { name: 'Certainty about mental states', complete: 0, proRated: 1, notScorable: 1 },
      { name: 'Interest and curiosity', complete: 2, proRated: 0, notScorable: 0 },
    ]);
  });

  test('MORS-SF needs all seven items', () => {
    const { frame } = scoreFrame(
      wide(['a'], { T1: [MORS.map((value, i) => (i === 0 ? null : value))] }),
      definition('mors-sf', ['T1']),
    );
    expect(valuesOf(frame, 'warmth')).toEqual([null]);
    expect(valuesOf(frame, 'invasion')).toEqual([9]);
  });

  test('an item out of range, a fraction or a word spoils its own subscale only, and is listed', () => {
    const bad = (value: Cell) => MORS.map((v, i): Cell => (i === 0 ? value : v));
    const { frame, account } = scoreFrame(
      wide(['a', 'b', 'c', 'd'], { T1: [bad(6), bad(-1), bad('4?'), bad(' 4 ')] }),
      definition('mors-sf', ['T1']),
    );
    expect(valuesOf(frame, 'warmth')).toEqual([null, null, null, 27]);
    expect(valuesOf(frame, 'invasion')).toEqual([9, 9, 9, 9]);
    expect(missingReason(columnNamed(frame, 'warmth'), 0)).toBe('item out of range');
    expect(account.outOfRange).toEqual([
      { row: 1, variable: 'T1_q1', value: '6' },
      { row: 2, variable: 'T1_q1', value: '-1' },
      { row: 3, variable: 'T1_q1', value: '4?' },
    ]);
    const half = wide(['a'], { T1: [bad(null)] });
    const column = {
      ...columnNamed(half, 'T1_q1'),
      values: Float64Array.of(2.5),
      missing: Uint8Array.of(0),
    };
    const fraction = {
      ...half,
      columns: half.columns.with(1, column as (typeof half.columns)[number]),
    };
    expect(scoreFrame(fraction, definition('mors-sf', ['T1'])).account.outOfRange).toEqual([
      { row: 1, variable: 'T1_q1', value: '2.5' },
    ]);
  });
});

test('wide: a row for each time with an answer, in block order, with its date and source row', () => {
  const source = wide(
    ['a', 'b'],
    { T1: [[1], [2]], T2: [[3], [null]] },
    { T1: ['2021-01-31', null], T2: ['2021-06-01', '2021-06-02'] },
  );
  const { frame } = scoreFrame(source, definition('loaf', ['T1', 'T2'], true));
  expect(valuesOf(frame, 'person')).toEqual(['a', 'a', 'b']);
  expect(valuesOf(frame, 'time')).toEqual(['T1', 'T2', 'T1']);
  expect(valuesOf(frame, 'date')).toEqual(['2021-01-31', '2021-06-01', null]);
  expect(valuesOf(frame, 'level')).toEqual([1, 3, 2]);
  expect([...frame.origin]).toEqual([1, 1, 2]);
  expect(variableNamed(frame, 'person')).toMatchObject({ label: 'Client ID', kind: 'identifier' });
  expect(variableNamed(frame, 'level')).toMatchObject({
    kind: 'integer',
    level: 'ordinal',
    values: [1, 2, 3, 4].map((n) => ({ value: String(n), label: `Level ${n}` })),
  });
});

test('patterns may pad the item number', () => {
  const source = frameOf(
    Object.fromEntries([
      ['id', { kind: 'identifier' as const, values: ['a'] }],
      ...MORS.map((value, i) => [
        `MORS-${String(i + 1).padStart(2, '0')} before`,
        { kind: 'integer' as const, values: [value] },
      ]),
    ]),
  );
  const layout = {
    form: 'wide',
    blocks: [{ time: 'T1', items: 'MORS-{item:02} before' }],
  } as const;
  const { frame } = scoreFrame(source, { measure: 'mors-sf', person: 'id', layout });
  expect(valuesOf(frame, 'warmth')).toEqual([27]);
});

describe('long', () => {
  const long = (
    rows: readonly (readonly [string | null, string | null, string, number | null, string?])[],
  ) =>
    frameOf({
      id: { kind: 'identifier', values: rows.map((row) => row[0]) },
      wave: { kind: 'category', label: 'Wave', values: rows.map((row) => row[1]) },
      item: { kind: 'text', label: 'Item', values: rows.map((row) => row[2]) },
      answer: { kind: 'integer', values: rows.map((row) => row[3]) },
      done: { kind: 'date', values: rows.map((row) => row[4] ?? null) },
    });
  const score = (frame: Frame) =>
    scoreFrame(frame, {
      measure: 'mors-sf',
      person: 'id',
      layout: { form: 'long', time: 'wave', item: 'item', value: 'answer', date: 'done' },
    });
  const form = (id: string, wave: string, answers = MORS) =>
    answers.map((value, i) => [id, wave, `Q${i + 1}`, value, '2020-02-29'] as const);

  test('rows are gathered by person and time, whatever their order', () => {
    const rows = [
      ...form('b', 'T1'),
      ...form('a', 'T1'),
      ...form('b', 'T2').map((row) => [...row] as const),
    ];
    const mixed = rows.map((_, i) => rows[(i * 13) % rows.length] ?? rows[0]);
    const { frame, account } = score(long(mixed.filter((row) => row !== undefined)));
    expect(frame.rows).toBe(3);
    expect(valuesOf(frame, 'warmth')).toEqual([27, 27, 27]);
    expect(valuesOf(frame, 'date')).toEqual(['2020-02-29', '2020-02-29', '2020-02-29']);
    expect(account.repeatedItems).toBeUndefined();
  });

  test('of contradicting answers the first counts, and the others are counted', () => {
    const rows = [...form('a', 'T1'), ['a', 'T1', 'Q1', 0] as const, ['a', 'T1', 'Q2', 1] as const];
    const { frame, account } = score(long(rows));
    expect(valuesOf(frame, 'warmth')).toEqual([27]);
    expect(account.repeatedItems).toBe(1);
  });

  test.each([
    [[null, 'T1', 'Q1', 3], 'id is missing'],
    [['a', null, 'Q1', 3], 'Wave is missing'],
    [['a', 'T1', 'Q15', 3], '“Q15” is no item of MORS-SF'],
    [['a', 'T1', 'total', 27], '“total” is no item of MORS-SF'],
  ] as const)('a row that cannot be placed is refused: %j', (row, fault) => {
    expect(() => score(long([...form('b', 'T1'), row]))).toThrow(fault);
  });
});

describe('refusals', () => {
  const source = wide(['a'], { T1: [MORS] });
  const codeOf = (wanted: ScoreDefinition): string => {
    try {
      scoreFrame(source, wanted);
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
    return 'not refused';
  };
  const layout = (items: string, date?: string): ScoreDefinition['layout'] => ({
    form: 'wide',
    blocks: [{ time: 'T1', items, ...(date ? { date } : {}) }],
  });

  test('unknown measure, version, person, item variable; a pattern without a place; a date that is none', () => {
    const base = definition('mors-sf', ['T1']);
    expect(codeOf({ ...base, measure: 'epdss' })).toBe('unknown-measure');
    expect(codeOf({ ...base, version: '9' })).toBe('unknown-measure');
    expect(codeOf({ ...base, person: 'who' })).toBe('unknown-variable');
    expect(codeOf({ ...base, layout: layout('T2_q{item}') })).toBe('unknown-variable');
    expect(codeOf({ ...base, layout: layout('T1_q1') })).toBe('bad-pattern');
    expect(codeOf({ ...base, layout: layout('T1_q{item}', 'T1_q1') })).toBe('wrong-kind');
  });
});
