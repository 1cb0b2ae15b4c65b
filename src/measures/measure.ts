import * as v from 'valibot';

/** Where a figure comes from. What is not verified is shown as such and can be changed. */
const source = v.strictObject({ text: v.string(), verified: v.boolean() });

const text = v.pipe(v.string(), v.minLength(1));
const whole = v.pipe(v.number(), v.integer());
const valueLabel = v.strictObject({ value: text, label: text });

const item = v.pipe(
  v.strictObject({ item: whole, min: whole, max: whole, reverse: v.boolean() }),
  v.check(({ min, max }) => min < max, 'an item’s range ends before it begins'),
);

const subscale = v.strictObject({
  /** Name of its variable in a table of scores. */
  key: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/)),
  name: text,
  items: v.pipe(v.array(whole), v.minLength(1)),
  score: v.picklist(['sum', 'mean']),
  range: v.strictObject({ low: v.number(), high: v.number() }),
  /** Which end is better. `not-monotone`: both ends are a concern. */
  direction: v.picklist(['higher', 'lower', 'not-monotone']),
  level: v.picklist(['ordinal', 'scale']),
  /** Labels of the scores where each score is a level; else empty. */
  levels: v.array(valueLabel),
  /** A score needs `minItems` answers; `prorate` scales what is answered up to all items. */
  missing: v.strictObject({ minItems: whole, prorate: v.boolean() }),
  sources: v.strictObject({ items: source, range: source, direction: source, missing: source }),
});

/**
 * An instrument as data: item numbers, keys and ranges, never the wording of an item.
 * A reversed item counts as min + max − answer.
 */
export const measureSchema = v.pipe(
  v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/)),
    version: text,
    name: text,
    short: text,
    reference: text,
    licence: text,
    items: v.pipe(v.array(item), v.minLength(1)),
    subscales: v.pipe(v.array(subscale), v.minLength(1)),
  }),
  v.check(
    ({ items }) => new Set(items.map((one) => one.item)).size === items.length,
    'an item is listed twice',
  ),
  v.check(
    ({ items, subscales }) =>
      subscales.every((one) => one.items.every((number) => items.some((i) => i.item === number))),
    'a subscale has an item that the measure does not have',
  ),
  v.check(
    ({ subscales }) =>
      subscales.every(
        ({ items, missing }) =>
          missing.minItems >= 1 &&
          missing.minItems <= items.length &&
          missing.prorate === missing.minItems < items.length,
      ),
    'a missing rule does not fit its subscale',
  ),
);

export type Measure = v.InferOutput<typeof measureSchema>;
export type Subscale = Measure['subscales'][number];

const BETTER: Record<Subscale['direction'], string> = {
  higher: 'higher is better',
  lower: 'lower is better',
  'not-monotone': 'neither end is better',
};

/** "Warmth (MORS-SF, 0–35, higher is better)" */
export function subscaleLabel(measure: Measure, { name, range, direction }: Subscale): string {
  return `${name} (${measure.short}, ${range.low}–${range.high}, ${BETTER[direction]})`;
}
