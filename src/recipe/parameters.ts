import * as v from 'valibot';
import type { Condition } from '../model/condition.ts';

/** Shapes that several steps share. */
export const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
export const text = v.pipe(v.string(), v.maxLength(1_000));
export const names = v.pipe(v.array(name), v.minLength(1), v.maxLength(2_000));
export const newVariable = { name, label: text };

const scalar = v.union([text, v.number()]);

const test = v.variant('op', [
  v.strictObject({ op: v.picklist(['is', 'is-not']), variable: name, value: scalar }),
  v.strictObject({
    op: v.picklist(['one-of', 'none-of']),
    variable: name,
    values: v.array(scalar),
  }),
  v.strictObject({ op: v.literal('between'), variable: name, low: scalar, high: scalar }),
  v.strictObject({
    op: v.picklist(['at-least', 'at-most', 'below']),
    variable: name,
    value: scalar,
  }),
  v.strictObject({
    op: v.picklist(['before', 'on-or-after', 'contains', 'starts-with']),
    variable: name,
    value: text,
  }),
  v.strictObject({ op: v.picklist(['missing', 'present']), variable: name }),
]);

/** Chooses by the key that is there, so that a fault is reported where it is. */
export const condition: v.GenericSchema<unknown, Condition> = v.lazy((input) => {
  const has = (key: string) => typeof input === 'object' && input !== null && key in input;
  if (has('all')) return v.strictObject({ all: v.array(condition) });
  if (has('any')) return v.strictObject({ any: v.array(condition) });
  return has('not') ? v.strictObject({ not: condition }) : test;
});
