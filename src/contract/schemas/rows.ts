import * as v from 'valibot';
import { condition, count, name, shortText, valueLabel } from './plain.ts';

export const variableChange = v.strictObject({
  label: v.exactOptional(shortText),
  values: v.exactOptional(v.pipe(v.array(valueLabel), v.maxLength(10_000))),
});

const rowChoice = {
  table: name,
  cohort: v.exactOptional(name),
  within: v.exactOptional(condition),
  sort: v.exactOptional(
    v.pipe(v.array(v.strictObject({ variable: name, descending: v.boolean() })), v.maxLength(20)),
  ),
  find: v.exactOptional(shortText),
};

export const rowRequest = v.strictObject({
  ...rowChoice,
  offset: count,
  limit: v.pipe(count, v.maxValue(10_000)),
});

export const rowPlace = v.strictObject({ ...rowChoice, row: count });

export const cellSearch = v.strictObject({
  ...rowChoice,
  text: shortText,
  variables: v.pipe(v.array(name), v.maxLength(10_000)),
  from: v.exactOptional(v.strictObject({ position: count, variable: name })),
  back: v.exactOptional(v.boolean()),
});
