import * as v from 'valibot';
import { condition, count, name } from './plain.ts';

const axis = v.strictObject({
  variable: name,
  by: v.exactOptional(v.picklist(['values', 'bars', 'months', 'financial-years'])),
  most: v.exactOptional(v.pipe(count, v.minValue(1), v.maxValue(1_000))),
});

const chartQuestion = v.variant('show', [
  v.strictObject({ show: v.literal('counts'), of: axis }),
  v.strictObject({ show: v.literal('heat-map'), across: axis, down: axis }),
  v.strictObject({ show: v.literal('means'), of: name, by: v.exactOptional(axis) }),
  v.strictObject({ show: v.literal('boxes'), of: name, by: v.exactOptional(axis) }),
  v.strictObject({ show: v.literal('pairs'), before: name, after: name }),
]);

const choices = v.pipe(
  v.array(
    v.strictObject({
      chart: name,
      condition: v.nullable(condition),
      turn: v.exactOptional(count),
    }),
  ),
  v.maxLength(24),
);

export const boardRequest = v.strictObject({
  table: name,
  charts: v.pipe(v.array(v.strictObject({ name, question: chartQuestion })), v.maxLength(24)),
  within: v.exactOptional(condition),
  choices: v.exactOptional(choices),
});

export const boardChart = {
  table: name,
  chart: name,
  measure: v.picklist(['count', 'share', 'rate']),
};

export const choiceRequest = v.strictObject({ table: name, choices });
