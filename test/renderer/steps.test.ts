import { describe, expect, test } from 'vitest';
import { withEdit } from '../../renderer/cell-edit.ts';
import { blankStep, STEP_FIELDS, tidyStep } from '../../renderer/step-fields.ts';
import { fromLines, linesOf, nameFrom } from '../../renderer/step-lines.ts';
import { STEPS } from '../../src/recipe/steps.ts';

describe('forms of steps', () => {
  test('ask only for parameters that the step has', () => {
    for (const [op, fields] of Object.entries(STEP_FIELDS)) {
      const schema = STEPS[op]?.schema as { entries?: Record<string, unknown> } | undefined;
      const known = Object.keys(schema?.entries ?? {});
      const asked = fields.flatMap((field) => ('key' in field ? [field.key] : ['name', 'label']));
      expect(
        asked.filter((key) => !known.includes(key)),
        op,
      ).toEqual([]);
    }
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
    ['brought', 'age', [{ variable: 'age' }]],
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
