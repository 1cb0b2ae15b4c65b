import * as v from 'valibot';
import { type Condition, SPANS } from './condition.ts';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const text = v.pipe(v.string(), v.maxLength(1_000));
const scalar = v.union([text, v.number()]);
const span = v.picklist(SPANS);
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
const position = v.pipe(count, v.minValue(1));
const list = <S extends v.GenericSchema>(of: S) => v.pipe(v.array(of), v.maxLength(10_000));

const test = v.variant('op', [
  v.strictObject({ op: v.picklist(['is', 'is-not']), variable: name, value: scalar }),
  v.strictObject({
    op: v.picklist(['one-of', 'none-of']),
    variable: name,
    values: list(scalar),
  }),
  v.strictObject({ op: v.literal('between'), variable: name, low: scalar, high: scalar }),
  v.strictObject({
    op: v.picklist(['at-least', 'at-most', 'below']),
    variable: name,
    value: scalar,
  }),
  v.strictObject({
    op: v.picklist(['before', 'after', 'on-or-after', 'contains', 'starts-with']),
    variable: name,
    value: text,
  }),
  v.strictObject({
    op: v.literal('within-last'),
    variable: name,
    n: position,
    unit: span,
    until: text,
  }),
  v.strictObject({ op: v.literal('in-financial-year'), variable: name, years: list(text) }),
  v.strictObject({
    op: v.literal('missing'),
    variable: name,
    reasons: v.exactOptional(list(text)),
  }),
  v.strictObject({ op: v.literal('present'), variable: name }),
  v.strictObject({
    op: v.literal('age-at'),
    variable: name,
    at: v.union([v.strictObject({ day: text }), v.strictObject({ variable: name })]),
    unit: span,
    low: v.exactOptional(count),
    high: v.exactOptional(count),
  }),
]);

/** The shape of a condition. Chooses by the key that is there, so that a fault is reported where it is. */
export const conditionSchema: v.GenericSchema<unknown, Condition> = v.lazy((input) => {
  const has = (key: string) => typeof input === 'object' && input !== null && key in input;
  const parts = v.pipe(v.array(conditionSchema), v.maxLength(200));
  const where = v.exactOptional(conditionSchema);
  if (has('all')) return v.strictObject({ all: parts });
  if (has('any')) return v.strictObject({ any: parts });
  if (has('not')) return v.strictObject({ not: conditionSchema });
  if (has('linked')) {
    return v.strictObject({
      linked: v.strictObject({ table: name, key: name, foreignKey: name }),
      least: v.exactOptional(count),
      most: v.exactOptional(count),
      where,
    });
  }
  if (has('nth')) {
    return v.strictObject({
      nth: v.union([position, v.literal('last')]),
      by: name,
      of: name,
      where,
    });
  }
  return test;
});
