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
  v.strictObject({ op: v.picklist(['at-least', 'at-most']), variable: name, value: scalar }),
  v.strictObject({
    op: v.picklist(['before', 'on-or-after', 'contains', 'starts-with']),
    variable: name,
    value: text,
  }),
  v.strictObject({ op: v.picklist(['missing', 'present']), variable: name }),
]);

export const condition: v.GenericSchema<unknown, Condition> = v.lazy(() =>
  v.union([
    test,
    v.strictObject({ all: v.array(condition) }),
    v.strictObject({ any: v.array(condition) }),
    v.strictObject({ not: condition }),
  ]),
);
