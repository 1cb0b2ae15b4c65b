import * as v from 'valibot';
import { name, shortText } from './plain.ts';

const step = v.looseObject({ op: name, off: v.exactOptional(v.boolean()) });

export const steps = v.pipe(v.array(step), v.maxLength(1_000));

const days = v.pipe(v.number(), v.integer(), v.minValue(-36_525), v.maxValue(36_525));

const pairRule = v.strictObject({
  person: name,
  choose: v.exactOptional(v.picklist(['time-points', 'first-last', 'contacts'])),
  time: name,
  before: shortText,
  after: shortText,
  eligible: v.strictObject({
    table: name,
    person: name,
    cohort: v.exactOptional(name),
    from: v.exactOptional(name),
    until: v.exactOptional(name),
    episode: v.exactOptional(name),
    carry: v.exactOptional(v.pipe(v.array(name), v.maxLength(100))),
  }),
  contacts: v.exactOptional(
    v.strictObject({
      table: name,
      person: name,
      date: name,
      episode: v.exactOptional(name),
      cohort: v.exactOptional(name),
    }),
  ),
  window: v.exactOptional(
    v.strictObject({ least: v.exactOptional(days), most: v.exactOptional(days) }),
  ),
  sameRater: v.exactOptional(name),
  sameVersion: v.exactOptional(name),
  inOrder: v.exactOptional(v.boolean()),
});

const variableNames = v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(200));

const formColumns = {
  items: v.exactOptional(v.union([shortText, variableNames])),
  totals: v.exactOptional(v.record(name, name)),
  date: v.exactOptional(name),
  rater: v.exactOptional(name),
  version: v.exactOptional(name),
};

export const scoreDefinition = v.strictObject({
  measure: name,
  version: v.exactOptional(name),
  person: name,
  answers: v.exactOptional(v.picklist(['raw', 'scored'])),
  accept: v.exactOptional(v.pipe(v.array(shortText), v.maxLength(200))),
  layout: v.variant('form', [
    v.strictObject({
      form: v.literal('wide'),
      blocks: v.pipe(
        v.array(
          v.strictObject({
            time: v.pipe(shortText, v.minLength(1)),
            table: v.exactOptional(name),
            person: v.exactOptional(name),
            ...formColumns,
          }),
        ),
        v.minLength(1),
        v.maxLength(100),
      ),
    }),
    v.strictObject({ form: v.literal('rows'), time: v.exactOptional(name), ...formColumns }),
    v.strictObject({
      form: v.literal('long'),
      time: name,
      item: name,
      value: name,
      date: v.exactOptional(name),
      rater: v.exactOptional(name),
      version: v.exactOptional(name),
    }),
  ]),
});

const tableParts = { name, label: shortText, unit: shortText, from: name };

export const tableDefinition = v.union([
  v.strictObject({ ...tableParts, steps }),
  v.strictObject({ ...tableParts, score: scoreDefinition }),
  v.strictObject({ ...tableParts, pair: pairRule }),
]);
