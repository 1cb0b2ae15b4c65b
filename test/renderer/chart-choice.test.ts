import { describe, expect, test } from 'vitest';
import {
  asRange,
  axisChoice,
  axisCondition,
  type ChoiceAxis,
  chosenPlaces,
} from '../../renderer/board/chart-choice.ts';
import { conditionPick, pickCondition } from '../../renderer/parts/explorer/chart-pick.ts';
import { splitDraft, withChoice } from '../../renderer/parts/explorer/split-draft.ts';
import { selectRows } from '../../src/cohort/select.ts';
import { conditionSentence } from '../../src/cohort/sentence.ts';
import type { NamedChart, Place } from '../../src/model/board.ts';
import { dayNumber } from '../../src/model/calendar.ts';
import type { Condition } from '../../src/model/condition.ts';
import { frameOf } from '../columns/frames.ts';

const frame = frameOf({
  ward: { kind: 'category', values: ['Vassall', 'Stockwell', 'Vassall', null, 'Thornton'] },
  seen: {
    kind: 'date',
    values: ['2022-01-31', '2022-02-01', '2022-02-28', null, '2022-03-01'],
  },
  weeks: { kind: 'integer', values: [4, 5, 9, 10, null] },
  rate: { kind: 'decimal', values: [0.999, 1, 1.5, 2, null] },
});
const variable = (name: string) => {
  const found = frame.variables.find((each) => each.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};
const value = (label: string): Place => ({ label, value: label, isMissing: false });
const none: Place = { label: 'empty', isMissing: true };
const stretch = (from: number, to: number): Place => ({
  label: `${from} to ${to}`,
  from,
  to,
  isMissing: false,
});
const day = (year: number, month: number) => dayNumber(year, month, 1) ?? Number.NaN;

const WARD: ChoiceAxis = {
  variable: variable('ward'),
  places: [value('Vassall'), value('Stockwell'), { ...value('1 others'), others: 1 }, none].map(
    (place) =>
      place.others === undefined ? place : { label: '1 others', others: 1, isMissing: false },
  ),
};
const SEEN: ChoiceAxis = {
  variable: variable('seen'),
  places: [
    stretch(day(2022, 1), day(2022, 2)),
    stretch(day(2022, 2), day(2022, 3)),
    stretch(day(2022, 3), day(2022, 4)),
    none,
  ],
};
const WEEKS: ChoiceAxis = {
  variable: variable('weeks'),
  places: [stretch(0, 5), stretch(5, 10), stretch(10, 15), none],
};
const RATE: ChoiceAxis = {
  variable: variable('rate'),
  places: [stretch(0, 1), stretch(1, 2), stretch(2, 3), none],
};

const kept = (condition: Condition | null) =>
  condition === null ? null : [...selectRows(condition, frame)];

describe('a choice along an axis is a condition that keeps the rows of its places', () => {
  test.each<[string, ChoiceAxis, readonly number[], readonly number[]]>([
    ['a value', WARD, [0], [0, 2]],
    ['values and those without one', WARD, [1, 3], [1, 3]],
    ['the others of very many', WARD, [2], [4]],
    ['a reason for having no value', SEEN, [3], [3]],
    ['a month, with its last day', SEEN, [1], [1, 2]],
    ['months that are not neighbours', SEEN, [0, 2], [0, 4]],
    ['whole numbers, without the end', WEEKS, [1], [1, 2]],
    ['decimals, without the end', RATE, [1], [1, 2]],
    ['decimals and those without a value', RATE, [0, 3], [0, 4]],
  ])('%s', (_, axis, at, rows) => {
    const choice = asRange(axis.places, at);
    const condition = axisCondition(axis, choice);
    expect(kept(condition)).toEqual(rows);
    expect(condition && axisChoice(axis, condition)).toEqual(choice);
    const inverted = condition && axisChoice(axis, { not: condition });
    expect(inverted && chosenPlaces(axis.places, inverted)).toEqual(
      axis.places.map((_, place) => !at.includes(place)),
    );
    expect(kept({ not: condition as Condition })).toEqual(
      [0, 1, 2, 3, 4].filter((row) => !rows.includes(row)),
    );
  });

  test('neighbouring stretches are one range, said as one', () => {
    const condition = axisCondition(SEEN, asRange(SEEN.places, [0, 1]));
    expect(conditionSentence(condition as Condition, frame.variables, 'rows')).toBe(
      'rows where seen is between 1 January 2022 and 28 February 2022',
    );
    const decimals = axisCondition(RATE, asRange(RATE.places, [1, 2])) as Condition;
    expect(conditionSentence(decimals, frame.variables, 'rows')).toBe(
      'rows where rate is at least 1 and rate is below 3',
    );
  });

  test('a condition that was entered by hand is seen where it can be, and else is not', () => {
    const late: Condition = { op: 'on-or-after', variable: 'seen', value: '2022-02-15' };
    const choice = axisChoice(SEEN, late);
    expect(choice && chosenPlaces(SEEN.places, choice)).toEqual([false, true, true, false]);
    expect(axisChoice(WARD, { op: 'contains', variable: 'ward', value: 'a' })).toBeNull();
    expect(axisChoice(WARD, { op: 'is', variable: 'ward', value: 'Nowhere' })).toBeNull();
  });
});

describe('a heat map', () => {
  test('means both of its axes', () => {
    const axes = [SEEN, WARD];
    const pick = {
      across: asRange(SEEN.places, [0, 1]),
      down: asRange(WARD.places, [0]),
    };
    const condition = pickCondition(axes, pick);
    expect(kept(condition)).toEqual([0, 2]);
    expect(conditionPick(axes, condition)).toEqual(pick);
  });
});

describe('conditions and charts', () => {
  const charts: readonly NamedChart[] = [
    { name: 'months', question: { show: 'counts', of: { variable: 'seen' } } },
    {
      name: 'years',
      question: { show: 'counts', of: { variable: 'seen', by: 'financial-years' } },
    },
    { name: 'box', question: { show: 'boxes', of: 'weeks', by: { variable: 'ward' } } },
  ];
  const early: Condition = { op: 'before', variable: 'seen', value: '2022-02-01' };
  const ward: Condition = { op: 'is', variable: 'ward', value: 'Vassall' };
  const weeks: Condition = { op: 'at-least', variable: 'weeks', value: 5 };

  test('each is a choice on the first chart of its variable, or on the one it was made on', () => {
    const split = splitDraft([ward, early, weeks], charts);
    expect([...split.choices]).toEqual([
      ['box', ward],
      ['months', early],
    ]);
    expect(split.rest).toEqual([weeks]);
    const made = new Map([[JSON.stringify(early), 'years']]);
    expect(splitDraft([early], charts, made).choices.get('years')).toEqual(early);
  });

  test('a choice is put in place of the one before', () => {
    expect(withChoice([ward, weeks], ward, early)).toEqual([early, weeks]);
    expect(withChoice([ward, weeks], ward, null)).toEqual([weeks]);
    expect(withChoice([weeks], undefined, early)).toEqual([weeks, early]);
  });
});
