import { describe, expect, test } from 'vitest';
import { columnWords, names } from '../../src/measures/column-words.ts';
import { measureNamed } from '../../src/measures/known-measures.ts';
import { MEASURES } from '../../src/measures/library.ts';
import { loneTotals } from '../../src/measures/lone-totals.ts';
import { suggestScoring } from '../../src/measures/suggest.ts';
import type { Frame } from '../../src/model/frame.ts';
import { frameOf } from '../columns/frames.ts';

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const ids = { client_id: { kind: 'identifier' as const, values: ['a', 'b'] } };

/** Columns of items, each with the answers 1 and 2. */
function items(columns: readonly string[], more: Parameters<typeof frameOf>[0] = {}): Frame {
  return frameOf({
    ...ids,
    ...Object.fromEntries(
      columns.map((name) => [name, { kind: 'integer' as const, values: [1, 2] }]),
    ),
    ...more,
  });
}

const table = (frame: Frame, name = 'forms', label = name) => ({ name, label, frame });
const suggest = (...tables: ReturnType<typeof table>[]) => suggestScoring(tables, MEASURES);

test.each([
  ['prfq1', 'prfq', '', 1],
  ['PRFQ_01_pre', 'prfq', 'pre', 1],
  ['Q1 T1', 'prfq', 'T1', 1],
  ['prfq_1_t2', 'prfq', 't2', 1],
  ['t2_prfq_1', 'prfq', 't2', 1],
  ['prfq1pre', 'prfq', 'pre', 1],
  ['epds3t1', 'epds', 't1', 3],
  ['phq9_3', 'phq-9', '', 3],
  ['phq_9', 'phq-9', '', 9],
  ['PHQ9 q3 post', 'phq-9', 'post', 3],
  ['core10_3_T1', 'core-10', 'T1', 3],
  ['MORS-SF item 4 before', 'mors-sf', 'before', 4],
  ['follow_up_epds_3', 'epds', 'follow_up', 3],
  ['wave 2 q 7', 'prfq', 'wave 2', 7],
  ['prfq_total', 'prfq', '', null],
] as const)('%s of %s', (name, id, time, item) => {
  expect(columnWords(name, measureNamed(id))).toMatchObject({ time, item });
});

test('a name within another word is none', () => {
  expect(names('score_3', measureNamed('core-10'))).toBe(false);
  expect(names('swemwbs3', measureNamed('wemwbs'))).toBe(false);
  expect(names('swemwbs3', measureNamed('swemwbs'))).toBe(true);
});

describe('wide', () => {
  test('time points in the names of the columns, with their dates', () => {
    const columns = ['T1', 'T2'].flatMap((time) =>
      upTo(18).map((item) => `prfq_${String(item).padStart(2, '0')}_${time}`),
    );
    const frame = items(columns, {
      date_T1: { kind: 'date', values: [null, null] },
      date_T2: { kind: 'date', values: [null, null] },
      date_of_birth: { kind: 'date', values: [null, null] },
    });
    const [first, ...others] = suggest(table(frame));
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      measure: 'Parental Reflective Functioning Questionnaire',
      score: { measure: 'prfq', version: '1', person: 'client_id' },
    });
    expect(first?.score.layout).toMatchObject({
      form: 'wide',
      blocks: [
        { time: 'T1', items: columns.slice(0, 18), date: 'date_T1' },
        { time: 'T2', items: columns.slice(18), date: 'date_T2' },
      ],
    });
    expect(first?.sentence).toBe('18 of 18 items, at T1, T2: prfq_01_T1 to prfq_18_T2.');
  });

  test('a time point in a column, and one that is not there', () => {
    const columns = upTo(7).map((item) => `gad7_${item}`);
    const timed = items(columns, {
      time_point: { kind: 'category', values: ['T1', 'T2'] },
      completed: { kind: 'date', values: [null, null] },
    });
    expect(suggest(table(timed))[0]?.score.layout).toEqual({
      form: 'rows',
      time: 'time_point',
      items: columns,
      date: 'completed',
    });
    expect(suggest(table(items(columns)))[0]?.sentence).toContain('no time point found');
  });

  test('two tables with the time point in their names', () => {
    const columns = upTo(7).map((item) => `gad7_${item}`);
    const found = suggest(table(items(columns), 'gad7_pre'), table(items(columns), 'gad7_post'));
    expect(found[0]).toMatchObject({
      from: 'gad7_pre',
      score: {
        layout: {
          form: 'wide',
          blocks: [
            { time: 'pre', items: columns },
            { time: 'post', items: columns, table: 'gad7_post', person: 'client_id' },
          ],
        },
      },
    });
  });

  test('numbered columns without a name have to be as many as the items', () => {
    const q = (n: number) => upTo(n).map((item) => `q${item}`);
    const measures = (n: number) => suggest(table(items(q(n)))).map(({ score }) => score.measure);
    expect(measures(18)).toEqual(['prfq']);
    expect(measures(7)).toEqual(['gad-7', 'swemwbs']);
    expect(measures(8)).toEqual([]);
  });

  test('scores without items, and scores beside items', () => {
    const bare = frameOf({
      ...ids,
      phq9_total_pre: { kind: 'integer', values: [14, 3] },
      phq9_total_post: { kind: 'integer', values: [9, 2] },
    });
    expect(suggest(table(bare)).map(({ score }) => score)).toEqual([
      {
        measure: 'phq-9',
        version: '1',
        person: 'client_id',
        layout: {
          form: 'wide',
          blocks: [
            { time: 'pre', totals: { total: 'phq9_total_pre' } },
            { time: 'post', totals: { total: 'phq9_total_post' } },
          ],
        },
      },
    ]);
    const both = items(
      upTo(14).map((item) => `mors_${item}_T1`),
      { mors_warmth_T1: { kind: 'integer', values: [20, 30] } },
    );
    expect(suggest(table(both))[0]?.score.layout).toMatchObject({
      blocks: [{ totals: { warmth: 'mors_warmth_T1' } }],
    });
  });

  test('says what has to be decided, and what is out of range', () => {
    const epds = suggest(table(items(upTo(10).map((item) => `epds_${item}_T1`))));
    expect(epds[0]?.notices).toEqual([
      'Say whether the columns hold the position of each answer or what it counts.',
      'Key of the items: no verified source, not used unless you accept it.',
    ]);
    const wild = items(
      upTo(9).map((item) => `phq9_${item}_T1`),
      {
        phq9_9_T1: { kind: 'integer', values: [9, 3] },
      },
    );
    expect(suggest(table(wild))[0]?.notices).toEqual(['1 answer is out of range at T1.']);
  });
});

test('long: one row an item', () => {
  const rows = upTo(14);
  const frame = frameOf({
    client_id: { kind: 'identifier', values: rows.map(() => 'a') },
    time_point: { kind: 'category', values: rows.map(() => 'T1') },
    item: { kind: 'integer', values: rows },
    response: { kind: 'integer', values: rows.map(() => 3) },
    date: { kind: 'date', values: rows.map(() => null) },
  });
  expect(suggest(table(frame, 'mors_received', 'MORS-SF answers'))).toMatchObject([
    {
      score: {
        measure: 'mors-sf',
        person: 'client_id',
        layout: { form: 'long', time: 'time_point', item: 'item', value: 'response', date: 'date' },
      },
    },
  ]);
});

test('a single MORS score from 12 to 60 is neither subscale', () => {
  const frame = (values: number[]) => frameOf({ ...ids, mors_pre: { kind: 'integer', values } });
  expect(loneTotals(frame([14, 55]))).toEqual([
    expect.stringMatching(/a single MORS score from 14 to 55.*neither|neither/),
  ]);
  expect(loneTotals(frame([4, 35]))).toEqual([]);
  expect(suggest(table(frame([14, 55])))).toEqual([]);
});
