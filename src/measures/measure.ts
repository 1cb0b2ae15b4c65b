import * as v from 'valibot';
import { type Measure, SOURCE_STATUS } from '../model/measure.ts';
import { Refusal } from '../model/refusal.ts';

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(2_000));
const note = v.pipe(v.string(), v.maxLength(2_000));
const finite = v.pipe(v.number(), v.finite());
const whole = v.pipe(v.number(), v.integer(), v.minValue(-1_000), v.maxValue(1_000));
const source = v.strictObject({ text, status: v.picklist(SOURCE_STATUS) });
/** Levels at which reliable change is stated, with the two-sided quantile of the normal distribution. */
export const CONFIDENCES: Readonly<Record<number, number>> = {
  0.8: 1.2816,
  0.9: 1.6449,
  0.95: 1.96,
  0.99: 2.5758,
};

const optional = <Schema extends v.GenericSchema>(schema: Schema) => v.exactOptional(schema);

const item = v.pipe(
  v.strictObject({
    item: v.pipe(whole, v.minValue(1)),
    min: whole,
    max: whole,
    reverse: v.boolean(),
    values: optional(v.pipe(v.array(finite), v.maxLength(101))),
    codes: optional(
      v.pipe(v.array(v.strictObject({ code: text, counts: finite })), v.maxLength(20)),
    ),
  }),
  v.check(({ min, max }) => min < max, 'the range of an item ends before it begins'),
  v.check(
    ({ min, max, values }) => values === undefined || values.length === max - min + 1,
    'an item needs one value for each of its answers',
  ),
);

const cutoff = v.strictObject({
  label: text,
  at: finite,
  side: v.picklist(['from', 'to']),
  source,
});

const reliableChange = v.pipe(
  v.strictObject({
    points: optional(v.pipe(finite, v.gtValue(0))),
    sd: optional(v.pipe(finite, v.gtValue(0))),
    reliability: optional(v.pipe(finite, v.gtValue(0), v.ltValue(1))),
    confidence: optional(v.picklist(Object.keys(CONFIDENCES).map(Number))),
    source,
  }),
  v.check(
    ({ points, sd, reliability, confidence }) =>
      points !== undefined ||
      (sd !== undefined && reliability !== undefined && confidence !== undefined),
    'reliable change needs its points, or SD, reliability and confidence',
  ),
);

const subscale = v.pipe(
  v.strictObject({
    key: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/), v.maxLength(40)),
    name: text,
    items: v.array(whole),
    score: v.picklist(['sum', 'mean', 'supplied']),
    range: v.strictObject({ low: finite, high: finite }),
    direction: v.picklist(['higher', 'lower', 'not-monotone']),
    level: v.picklist(['ordinal', 'scale']),
    levels: v.array(v.strictObject({ value: text, label: text })),
    missing: v.strictObject({ minItems: whole, prorate: v.boolean() }),
    cutoffs: v.pipe(v.array(cutoff), v.maxLength(20)),
    reliableChange: v.pipe(v.array(reliableChange), v.maxLength(20)),
    sources: v.strictObject({ items: source, range: source, direction: source, missing: source }),
  }),
  v.check(({ range }) => range.low < range.high, 'the range of a subscale ends before it begins'),
  v.check(({ items }) => new Set(items).size === items.length, 'a subscale has an item twice'),
  v.check(({ items, score, missing: { minItems, prorate } }) => {
    if (score === 'supplied') return items.length === 0 && minItems === 0 && !prorate;
    return minItems >= 1 && minItems <= items.length && prorate === minItems < items.length;
  }, 'the missing rule of a subscale does not fit its items'),
  v.check(
    ({ range, cutoffs }) => cutoffs.every(({ at }) => at >= range.low && at <= range.high),
    'a cut-off is outside the range of its subscale',
  ),
);

/** What a measure has to be: see src/model/measure.ts for what its parts mean. */
export const measureSchema = v.pipe(
  v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/), v.maxLength(60)),
    version: v.pipe(text, v.maxLength(60)),
    name: text,
    short: v.pipe(text, v.maxLength(40)),
    reference: note,
    licence: note,
    stage: note,
    ages: optional(
      v.pipe(
        v.strictObject({ least: optional(finite), most: optional(finite), source }),
        v.check(
          ({ least, most }) => (least ?? Number.NEGATIVE_INFINITY) < (most ?? Infinity),
          'the ages of a measure end before they begin',
        ),
      ),
    ),
    cautions: v.pipe(v.array(text), v.maxLength(20)),
    answers: v.picklist(['raw', 'ask']),
    items: v.pipe(v.array(item), v.maxLength(200)),
    key: source,
    subscales: v.pipe(v.array(subscale), v.minLength(1), v.maxLength(60)),
  }),
  v.check(
    ({ items }) => new Set(items.map((one) => one.item)).size === items.length,
    'an item is listed twice',
  ),
  v.check(
    ({ subscales }) => new Set(subscales.map(({ key }) => key)).size === subscales.length,
    'two subscales have the same key',
  ),
  v.check(
    ({ items, subscales }) =>
      subscales.every((one) => one.items.every((number) => items.some((i) => i.item === number))),
    'a subscale has an item that the measure does not have',
  ),
) satisfies v.GenericSchema<unknown, Measure>;

/** @throws Refusal `bad-measure`, which says where in the measure the fault is */
export function readMeasure(value: unknown, file?: string): Measure {
  const read = v.safeParse(measureSchema, value);
  if (read.success) return read.output;
  const [issue] = read.issues;
  const place = v.getDotPath(issue) ?? '';
  const fault = place === '' ? issue.message : `${place}: ${issue.message}`;
  throw new Refusal('bad-measure', `This is not a measure that can be used: ${fault}.`, {
    hint: 'Correct that part; docs/measures.md tells what a measure consists of.',
    where: { ...(file === undefined ? {} : { file }), option: place || 'measure' },
  });
}
