import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { withEdit } from '../../renderer/cell-edit.ts';
import { keysOf } from '../../renderer/step-field.ts';
import { blankStep, STEP_FIELDS, tidyStep, unanswered } from '../../renderer/step-fields.ts';
import { fromLines, linesOf, nameFrom } from '../../renderer/step-lines.ts';
import { timeColumns } from '../../renderer/time-columns.ts';
import type { Kind, Variable } from '../../src/model/variable.ts';
import { STEPS } from '../../src/recipe/steps.ts';

describe('forms of steps', () => {
  test.each(Object.keys(STEPS))('%s is asked for every parameter, and for no other', (op) => {
    const schema = STEPS[op]?.schema as unknown as { entries: Record<string, unknown> } | undefined;
    const asked = (STEP_FIELDS[op] ?? []).flatMap(keysOf);
    expect(asked.toSorted()).toEqual(Object.keys(schema?.entries ?? {}).toSorted());
  });

  test('there is none for a step that does not exist', () => {
    expect(Object.keys(STEP_FIELDS).filter((op) => STEPS[op] === undefined)).toEqual([]);
  });

  test.each(Object.entries(STEPS))('%s: what is still asked is told', (op, { schema }) => {
    const { op: _, ...parameters } = blankStep(op);
    if (!v.safeParse(schema, parameters).success) {
      expect(unanswered(blankStep(op))).not.toEqual([]);
    }
  });

  test('an answer that may be empty, and one that is not asked, are not missed', () => {
    const step = { ...blankStep('find-replace'), variables: ['notes'] };
    expect(unanswered(step)).toEqual(['Find']);
    expect(unanswered({ ...step, find: 'Mrs ' })).toEqual([]);
    expect(tidyStep({ ...step, find: 'Mrs ' })).toMatchObject({ replace: '' });
    expect(unanswered({ op: 'remove-duplicates', keep: 'first' })).toEqual([]);
    expect(unanswered({ op: 'link', table: 'people', key: [], foreignKey: [] })).toEqual([
      'Key here and there',
      'Variables to bring',
    ]);
  });

  test('leave out what is not asked of the step as it is', () => {
    const step = { op: 'remove-duplicates', keep: 'first', date: 'seen' };
    expect(tidyStep(step)).toEqual({ op: 'remove-duplicates', keep: 'first' });
    expect(tidyStep({ ...step, keep: 'latest' })).toEqual({ ...step, keep: 'latest' });
  });

  test('begin with the first of choices, and leave out what is empty', () => {
    expect(blankStep('tidy-text')).toEqual({ op: 'tidy-text' });
    expect(blankStep('coarsen-dates')).toEqual({ op: 'coarsen-dates', to: 'month' });
    expect(tidyStep({ op: 'remove-duplicates', by: [], keep: 'first', fill: undefined })).toEqual({
      op: 'remove-duplicates',
      keep: 'first',
    });
  });
});

describe('lines', () => {
  test.each([
    [
      'bands',
      'Under 20: to 19\n20 to 24: 20 to 24\n25 or over: from 25',
      [
        { label: 'Under 20', high: 19 },
        { label: '20 to 24', low: 20, high: 24 },
        { label: '25 or over', low: 25 },
      ],
    ],
    ['groups', 'White: A, B', [{ label: 'White', values: ['A', 'B'] }]],
    ['named', 'Last name', [{ name: 'last_name', label: 'Last name' }]],
    ['texts', '99\nNK', ['99', 'NK']],
  ] as const)('%s are read, and written back the same', (form, text, value) => {
    expect(fromLines(form, text)).toEqual(value);
    expect(linesOf(form, value)).toBe(text);
  });

  test('a band without bounds is its label, when that is one; nonsense is left out', () => {
    expect(fromLines('bands', '18 to 24\nyoung')).toEqual([
      { label: '18 to 24', low: 18, high: 24 },
    ]);
  });

  test('names come from labels', () => {
    expect(['Âge at referral', '2nd visit', '—'].map(nameFrom)).toEqual([
      'age_at_referral',
      'v_2nd_visit',
      'variable',
    ]);
  });
});

test('a corrected cell joins the last step that corrects the same variable', () => {
  const one = withEdit([], { variable: 'age', key: ['id'], values: ['1'], from: 17, to: '18' });
  expect(one).toEqual([
    {
      op: 'edit-cells',
      variable: 'age',
      key: ['id'],
      edits: [{ key: ['1'], from: '17', to: '18' }],
    },
  ]);
  const two = withEdit(one, { variable: 'age', key: ['id'], values: ['2'], from: null, to: null });
  expect(two).toHaveLength(1);
  const again = withEdit(two, { variable: 'age', key: ['id'], values: ['1'], from: 18, to: '19' });
  expect(again[0]?.edits).toEqual([
    { key: ['1'], from: '17', to: '19' },
    { key: ['2'], from: null, to: null },
  ]);
  expect(
    withEdit(again, { variable: 'town', key: ['id'], values: ['1'], from: 'a', to: 'b' }),
  ).toHaveLength(2);
});

describe('columns of several times', () => {
  const columns = (names: string, kind: Kind = 'integer') =>
    names.split(' ').map((name) => ({ ...variableOf(name), kind }));

  test.each([
    ['id prfq_t1 prfq_t2 hads_t1 hads_t2', 't1,t2', 'prfq,hads'],
    ['Total_Pre Total_Post id', 'Pre,Post', 'Total'],
    ['pre.score post.score', 'pre,post', 'score'],
    ['score_baseline score_6m score_12m', 'baseline,6m,12m', 'score'],
    ['a_1 a_2 b', '1,2', 'a'],
  ])('%s', (names, times, stems) => {
    const [found] = timeColumns(columns(names));
    expect(found?.times.join()).toBe(times);
    expect(found?.variables.map(({ stem }) => stem).join()).toBe(stems);
  });

  test('items of a form are no times, columns of different kinds and single ones no group', () => {
    expect(timeColumns(columns('q_1 q_2 q_3 q_4 q_5 q_6'))).toEqual([]);
    const mixed = [...columns('x_t1'), ...columns('x_t2', 'text'), ...columns('y_t1')];
    expect(timeColumns(mixed)).toEqual([]);
  });

  test('items at times are grouped by the time', () => {
    const [found] = timeColumns(columns('q_1_t1 q_2_t1 q_1_t2 q_2_t2'));
    expect(found?.variables).toEqual([
      { stem: 'q_1', from: ['q_1_t1', 'q_1_t2'] },
      { stem: 'q_2', from: ['q_2_t1', 'q_2_t2'] },
    ]);
  });

  test('a new step takes over what the names say', () => {
    expect(blankStep('wide-to-long', columns('id prfq_t1 prfq_t2'))).toEqual({
      op: 'wide-to-long',
      times: ['t1', 't2'],
      time: { name: 'time', label: 'Time' },
      values: [{ name: 'prfq', label: 'prfq', from: ['prfq_t1', 'prfq_t2'] }],
    });
  });
});

function variableOf(name: string): Variable {
  return {
    name,
    label: name,
    kind: 'text',
    level: 'nominal',
    values: [],
    missing: [],
    evidence: '',
  };
}
