import { describe, expect, test } from 'vitest';
import { missingReason } from '../../src/model/column.ts';
import { columnNamed, type Frame, variableNamed } from '../../src/model/frame.ts';
import { Refusal } from '../../src/model/refusal.ts';
import type { Step } from '../../src/model/table.ts';
import { applyRecipe } from '../../src/recipe/apply-recipe.ts';
import { STEPS } from '../../src/recipe/steps.ts';
import { frameOf, valuesOf } from '../columns/frames.ts';

const referrals = frameOf({
  id: { kind: 'identifier', label: 'Referral ID', values: ['r1', 'r2', 'r2', 'r3', 'r4', 'r5'] },
  client: {
    kind: 'identifier',
    label: 'Client ID',
    values: ['007', '12', '12', '99', null, '007'],
  },
  date: {
    kind: 'date',
    label: 'Referral date',
    values: ['2016-03-31', '2016-04-01', '2016-04-01', '2018-06-01', '1900-01-01', null],
  },
  outcome: {
    kind: 'text',
    label: 'Outcome',
    values: ['Accepted', ' accepted', ' accepted', 'ACCEPTED', 'Rejected', '  '],
  },
  age: { kind: 'integer', label: 'Age', values: [17, 18, 18, 24, 999, null] },
});

const users = frameOf({
  user: { kind: 'identifier', label: 'Client ID', values: ['12', '007', '40', null] },
  born: {
    kind: 'date',
    label: 'Infant date of birth',
    values: ['2016-04-01', null, '2017-01-01', null],
  },
  due: { kind: 'date', label: 'Expected date', values: [null, '2016-05-01', null, null] },
  ethnicity: { kind: 'category', label: 'Ethnicity', values: ['A', 'M', 'Z', 'A'] },
});

const tables = (name: string): Frame => {
  if (name === 'service_users') return users;
  if (name === 'referrals') return referrals;
  throw new Refusal('unknown-table', `There is no table called “${name}”.`);
};

const run = (frame: Frame, ...steps: Step[]) =>
  applyRecipe(frame, steps, tables, { unit: 'referrals' });

function refusal(frame: Frame, ...steps: Step[]): Refusal {
  try {
    run(frame, ...steps);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('was not refused');
}

const reasons = (frame: Frame, name: string) =>
  Array.from({ length: frame.rows }, (_, row) => missingReason(columnNamed(frame, name), row));

describe('rows', () => {
  test('remove-duplicates keeps the first of equal rows', () => {
    const { frame, outcomes } = run(referrals, { op: 'remove-duplicates' });
    expect(valuesOf(frame, 'id')).toEqual(['r1', 'r2', 'r3', 'r4', 'r5']);
    expect([...frame.origin]).toEqual([1, 2, 4, 5, 6]);
    expect(outcomes).toEqual([
      {
        op: 'remove-duplicates',
        sentence: 'Removed 1 of 6 referrals that repeat another row.',
        rowsBefore: 6,
        rowsAfter: 5,
        cellsChanged: 0,
      },
    ]);
  });

  test('remove-duplicates by a variable leaves rows without it alone', () => {
    const by = frameOf({
      key: { kind: 'text', label: 'Key', values: ['a', null, 'a', null, 'b'] },
    });
    const { frame, outcomes } = run(by, { op: 'remove-duplicates', by: ['key'] });
    expect(valuesOf(frame, 'key')).toEqual(['a', null, null, 'b']);
    expect(outcomes[0]?.sentence).toBe('Removed 1 of 5 referrals that repeat another row in Key.');
  });

  test('keep-rows counts what it leaves out, with the reason', () => {
    const { frame, outcomes } = run(referrals, {
      op: 'keep-rows',
      condition: { op: 'at-least', variable: 'age', value: 18 },
      reason: 'children',
    });
    expect([...frame.origin]).toEqual([2, 3, 4, 5]);
    expect(outcomes[0]?.sentence).toBe(
      'Left out 2 of 6 referrals (children); kept referrals where Age is at least 18.',
    );
  });

  test('keep-linked leaves out orphans and rows without a key', () => {
    const { frame, outcomes } = run(referrals, {
      op: 'keep-linked',
      table: 'service_users',
      key: 'client',
      foreignKey: 'user',
      reason: 'orphan referrals',
    });
    expect(valuesOf(frame, 'client')).toEqual(['007', '12', '12', '007']);
    expect(outcomes[0]?.sentence).toBe(
      'Left out 2 of 6 referrals whose Client ID is not in service_users (orphan referrals).',
    );
  });
});

describe('values', () => {
  test('tidy-text and map-values make one spelling of four', () => {
    const { frame, outcomes } = run(
      referrals,
      { op: 'tidy-text', variable: 'outcome' },
      {
        op: 'map-values',
        variable: 'outcome',
        map: { accepted: 'Accepted', ACCEPTED: 'Accepted', Acepted: 'Accepted' },
      },
    );
    expect(valuesOf(frame, 'outcome')).toEqual([
      'Accepted',
      'Accepted',
      'Accepted',
      'Accepted',
      'Rejected',
      null,
    ]);
    expect(columnNamed(frame, 'outcome')).toMatchObject({ dictionary: ['Accepted', 'Rejected'] });
    expect(variableNamed(frame, 'outcome')).toMatchObject({ kind: 'category', level: 'nominal' });
    expect(outcomes.map(({ sentence }) => sentence)).toEqual([
      'Tidied 3 of 6 values of Outcome (trimmed, spaces collapsed).',
      'Merged spellings: 3 of 5 values of Outcome changed (“accepted” to “Accepted” 2; “ACCEPTED” to “Accepted” 1; not found: “Acepted”).',
    ]);
    expect(outcomes.map(({ cellsChanged }) => cellsChanged)).toEqual([3, 3]);
    expect(valuesOf(referrals, 'outcome')[1]).toBe(' accepted');
  });

  test('tidy-text sets the case and tidies declared values with it', () => {
    const messy = frameOf({
      x: { kind: 'category', label: 'X', values: ['a  B', 'A b'], order: ['a  B', 'A b'] },
    });
    const { frame } = run(messy, { op: 'tidy-text', variable: 'x', case: 'sentence' });
    expect(valuesOf(frame, 'x')).toEqual(['A b', 'A b']);
    expect(variableNamed(frame, 'x').values).toEqual([{ value: 'A b', label: 'A b' }]);
    const kept = run(messy, { op: 'tidy-text', variable: 'x', collapse: false, case: 'upper' });
    expect(valuesOf(kept.frame, 'x')).toEqual(['A  B', 'A B']);
  });

  test('map-values keeps the order of declared values and adds the new ones', () => {
    const coded = frameOf({
      x: { kind: 'category', label: 'X', values: ['1', '2', '9'], order: ['2', '9', '1'] },
    });
    const { frame } = run(coded, { op: 'map-values', variable: 'x', map: { 9: 'Unknown' } });
    expect(variableNamed(frame, 'x').values.map((entry) => entry.value)).toEqual([
      '2',
      '1',
      'Unknown',
    ]);
  });

  test('set-missing by range and by value, in numbers and dates, with a reason', () => {
    const { frame, outcomes } = run(
      referrals,
      {
        op: 'set-missing',
        variables: ['age'],
        outside: { low: 12, high: 60 },
        reason: 'impossible age',
      },
      {
        op: 'set-missing',
        variables: ['date'],
        outside: { low: '2016-03-31', high: '2023-12-31' },
        reason: 'before the service began',
      },
      {
        op: 'set-missing',
        variables: ['client', 'outcome'],
        values: ['99', '  '],
        reason: 'not known',
      },
    );
    expect(valuesOf(frame, 'age')).toEqual([17, 18, 18, 24, null, null]);
    expect(reasons(frame, 'age').slice(4)).toEqual(['impossible age', 'empty']);
    expect(valuesOf(frame, 'date')[0]).toBe('2016-03-31');
    expect(reasons(frame, 'date')[4]).toBe('before the service began');
    expect(reasons(frame, 'client')[3]).toBe('not known');
    expect(outcomes.map(({ sentence }) => sentence)).toEqual([
      'Set 1 of 5 values of Age to missing (impossible age).',
      'Set 1 of 5 values of Referral date to missing (before the service began).',
      'Set 2 of 11 values of 2 variables to missing (not known).',
    ]);
    expect(outcomes[2]?.cellsChanged).toBe(2);
  });
});

describe('new variables', () => {
  test('group: labels in order, the rest to otherwise or missing', () => {
    const step = {
      op: 'group',
      variable: 'ethnicity',
      name: 'ethnic_group',
      label: 'Ethnic group',
      groups: [
        { label: 'White', values: ['A', 'B', 'C'] },
        { label: 'Black', values: ['M', 'N', 'P'] },
      ],
    };
    const open = run(users, step);
    expect(valuesOf(open.frame, 'ethnic_group')).toEqual(['White', 'Black', null, 'White']);
    expect(reasons(open.frame, 'ethnic_group')[2]).toBe('in no group');
    expect(open.outcomes[0]?.sentence).toBe(
      'Added Ethnic group, 2 groups of Ethnicity: known for 3 of 4 referrals.',
    );
    const closed = run(users, { ...step, otherwise: 'Not known' });
    expect(valuesOf(closed.frame, 'ethnic_group')[2]).toBe('Not known');
    expect(variableNamed(closed.frame, 'ethnic_group')).toMatchObject({
      kind: 'category',
      level: 'nominal',
      values: ['White', 'Black', 'Not known'].map((label) => ({ value: label, label })),
      evidence: 'Groups of Ethnicity.',
    });
  });

  test('bands hold both bounds, are ordered, and leave gaps missing', () => {
    const { frame, outcomes } = run(referrals, {
      op: 'bands',
      variable: 'age',
      name: 'age_band',
      label: 'Age band',
      bands: [
        { label: 'under 18', high: 17 },
        { label: '18 to 24', low: 18, high: 24 },
        { label: '25 to 60', low: 25, high: 60 },
      ],
    });
    expect(valuesOf(frame, 'age_band')).toEqual([
      'under 18',
      '18 to 24',
      '18 to 24',
      '18 to 24',
      null,
      null,
    ]);
    expect(reasons(frame, 'age_band').slice(4)).toEqual(['in no band', 'empty']);
    expect(variableNamed(frame, 'age_band').level).toBe('ordinal');
    expect(outcomes[0]?.sentence).toBe(
      'Added Age band, 3 bands of Age: known for 4 of 6 referrals.',
    );
  });

  test('financial years follow one another, years without a row too', () => {
    const dates = frameOf({
      d: {
        kind: 'date',
        label: 'Seen',
        values: ['2016-03-31', '2016-04-01', '2018-06-01', null, '1999-04-01'],
      },
    });
    const step = { op: 'financial-year', variable: 'd', name: 'fy', label: 'Financial year' };
    const { frame, outcomes } = run(dates, step);
    expect(valuesOf(frame, 'fy')).toEqual(['2015/16', '2016/17', '2018/19', null, '1999/00']);
    const years = variableNamed(frame, 'fy').values.map((entry) => entry.value);
    expect(years.slice(-4)).toEqual(['2015/16', '2016/17', '2017/18', '2018/19']);
    expect(years).toHaveLength(20);
    expect(outcomes[0]?.sentence).toBe(
      'Added Financial year, the financial year of Seen, 1999/00 to 2018/19: known for 4 of 5 referrals.',
    );
    const stray = frameOf({ d: { kind: 'date', values: ['2016-03-31', '0201-04-01'] } });
    expect(variableNamed(run(stray, step).frame, 'fy').values).toHaveLength(2);
  });

  test('compare-dates: before birth is antenatal, the day of birth is not, without a date unknown', () => {
    const linked = run(referrals, {
      op: 'link',
      table: 'service_users',
      key: 'client',
      foreignKey: 'user',
      bring: [{ variable: 'born' }, { variable: 'due' }],
    }).frame;
    const { frame, outcomes } = run(linked, {
      op: 'compare-dates',
      name: 'timing',
      label: 'Timing',
      date: 'date',
      against: ['born', 'due'],
      before: 'Antenatal',
      onOrAfter: 'Postnatal',
      unknown: 'Unknown',
    });
    expect(valuesOf(frame, 'timing')).toEqual([
      'Antenatal',
      'Postnatal',
      'Postnatal',
      'Unknown',
      'Unknown',
      'Unknown',
    ]);
    expect(outcomes[0]?.sentence).toBe(
      'Added Timing, Referral date against Infant date of birth, else Expected date: Antenatal 1, Postnatal 2, Unknown 3 of 6 referrals.',
    );
  });
});

describe('other tables', () => {
  test('link brings values by key and says what had no match on either side', () => {
    const { frame, outcomes } = run(referrals, {
      op: 'link',
      table: 'service_users',
      key: 'client',
      foreignKey: 'user',
      bring: [
        { variable: 'ethnicity', name: 'eth', label: 'Ethnic category' },
        { variable: 'born' },
      ],
    });
    expect(valuesOf(frame, 'eth')).toEqual(['M', 'A', 'A', null, null, 'M']);
    expect(reasons(frame, 'born')).toEqual([
      'empty',
      null,
      null,
      'no match in service_users',
      'no match in service_users',
      'empty',
    ]);
    expect(variableNamed(frame, 'eth')).toMatchObject({
      label: 'Ethnic category',
      evidence: 'Ethnicity of service_users, by Client ID.',
    });
    expect(frame.rows).toBe(6);
    expect(outcomes[0]?.sentence).toBe(
      'Linked 4 of 6 referrals to service_users by Client ID, 2 have no match, 1 of them for want of a key; 2 of 4 rows of service_users were used, 2 not.',
    );
  });

  test('link refuses a key that stands twice', () => {
    const found = refusal(users, {
      op: 'link',
      table: 'referrals',
      key: 'user',
      foreignKey: 'client',
      bring: [{ variable: 'age' }],
    });
    expect(found.code).toBe('key-not-unique');
    expect(found.message).toContain(
      '“12” stands more than once in client of referrals (rows 2 and 3)',
    );
  });

  test('count-linked counts rows, of those that meet a condition', () => {
    const step = { op: 'count-linked', table: 'referrals', key: 'user', foreignKey: 'client' };
    const { frame, outcomes } = run(
      users,
      { ...step, name: 'n', label: 'Referrals' },
      {
        ...step,
        name: 'n_adult',
        label: 'Adult referrals',
        condition: { op: 'at-least', variable: 'age', value: 18 },
      },
    );
    expect(valuesOf(frame, 'n')).toEqual([2, 2, 0, null]);
    expect(valuesOf(frame, 'n_adult')).toEqual([2, 0, 0, null]);
    expect(reasons(frame, 'n')[3]).toBe('no Client ID');
    expect(outcomes.map(({ sentence }) => sentence)).toEqual([
      'Counted rows of referrals as Referrals: 2 of 4 referrals have at least one.',
      'Counted rows of referrals where Age is at least 18 as Adult referrals: 1 of 4 referrals have at least one.',
    ]);
  });

  test('date-linked takes the first, second or last date of the rows that belong to each', () => {
    const step = {
      op: 'date-linked',
      table: 'referrals',
      key: 'user',
      foreignKey: 'client',
      date: 'date',
    };
    const { frame, outcomes } = run(
      users,
      { ...step, name: 'first', label: 'First referral' },
      { ...step, name: 'second', label: 'Second referral', nth: 2 },
      { ...step, name: 'last', label: 'Last referral', nth: -1 },
      {
        ...step,
        name: 'adult',
        label: 'First adult referral',
        condition: { op: 'at-least', variable: 'age', value: 18 },
      },
    );
    expect(valuesOf(frame, 'first')).toEqual(['2016-04-01', '2016-03-31', null, null]);
    expect(valuesOf(frame, 'second')).toEqual(['2016-04-01', null, null, null]);
    expect(valuesOf(frame, 'last')).toEqual(['2016-04-01', '2016-03-31', null, null]);
    expect(valuesOf(frame, 'adult')).toEqual(['2016-04-01', null, null, null]);
    expect(reasons(frame, 'second')).toEqual([
      null,
      'fewer than 2 among referrals',
      'fewer than 2 among referrals',
      'no Client ID',
    ]);
    expect(outcomes[1]?.sentence).toBe(
      'Took the second Referral date of referrals as Second referral: 1 of 4 referrals have one.',
    );
    const wrong = refusal(users, { ...step, date: 'age', name: 'x', label: 'X' });
    expect(wrong.code).toBe('not-a-date');
  });
});

describe('refusals name the step', () => {
  const fine: Step = { op: 'remove-duplicates' };
  test.each<[Step, string, string]>([
    [
      { op: 'derive-number', name: 'x' },
      'unknown-step',
      'There is no step called “derive-number”.',
    ],
    [{ op: 'constructor' }, 'unknown-step', 'There is no step called “constructor”.'],
    [{ op: 'tidy-text' }, 'bad-parameter', 'The parameter “variable” is missing.'],
    [
      { op: 'tidy-text', variable: 'outcome', colour: 1 },
      'bad-parameter',
      'There is no parameter “colour” here.',
    ],
    [
      { op: 'bands', variable: 'age', name: 'b', label: 'B', bands: [{ label: 'x', low: '1' }] },
      'bad-parameter',
      'The parameter “bands.0.low” has to be a number, and it is "1".',
    ],
    [
      {
        op: 'bands',
        variable: 'age',
        name: 'b',
        label: 'B',
        bands: [
          { label: 'x', high: 5 },
          { label: 'y', low: 5 },
        ],
      },
      'bad-parameter',
      'The bands x and y overlap.',
    ],
    [
      {
        op: 'group',
        variable: 'outcome',
        name: 'g',
        label: 'G',
        groups: [
          { label: 'a', values: ['x'] },
          { label: 'b', values: ['x'] },
        ],
      },
      'bad-parameter',
      '“x” is in two groups, a and b.',
    ],
    [
      { op: 'tidy-text', variable: 'colour' },
      'unknown-variable',
      'There is no variable called “colour”.',
    ],
    [
      { op: 'financial-year', variable: 'age', name: 'fy', label: 'FY' },
      'wrong-kind',
      'Age is of the kind whole number, and this step takes date.',
    ],
    [
      { op: 'financial-year', variable: 'date', name: 'age', label: 'FY' },
      'name-taken',
      'There is a variable called “age” already.',
    ],
    [
      { op: 'set-missing', variables: ['age'], reason: 'x' },
      'bad-parameter',
      'It is not said which values become missing.',
    ],
    [
      { op: 'set-missing', variables: ['date'], outside: { low: 0, high: 9 }, reason: 'x' },
      'bad-parameter',
      '“0” is not a bound for Referral date.',
    ],
    [
      { op: 'keep-rows', condition: { op: 'resembles', variable: 'age' }, reason: 'x' },
      'bad-parameter',
      'The parameter “condition',
    ],
    [
      { op: 'keep-linked', table: 'people', key: 'client', foreignKey: 'id', reason: 'x' },
      'unknown-table',
      'There is no table called “people”.',
    ],
  ])('%j', (step, code, message) => {
    const found = refusal(referrals, fine, fine, step);
    expect(found.message).toContain(message);
    expect(found.code).toBe(code);
    expect(found.where.option).toContain('Step 3');
  });

  test('every step of the record has a label and refuses what it cannot read', () => {
    for (const [op, step] of Object.entries(STEPS)) {
      expect(step.label).not.toBe('');
      expect(() => run(referrals, { op, nonsense: true })).toThrow(Refusal);
    }
  });
});

test('the frame that was given is never changed, and a recipe of no steps changes nothing', () => {
  const before = structuredClone(referrals);
  run(
    referrals,
    { op: 'set-missing', variables: ['age'], values: ['17'], reason: 'x' },
    { op: 'tidy-text', variable: 'outcome', case: 'lower' },
    { op: 'remove-duplicates' },
  );
  expect(referrals).toEqual(before);
  expect(run(referrals)).toEqual({ frame: referrals, outcomes: [] });
});
