import * as v from 'valibot';
import { condition, count, name, shortText } from './plain.ts';

const combineBy = v.picklist(['and', 'or', 'but-not']);

const description = v.exactOptional(v.pipe(v.string(), v.maxLength(4_000)));

export const cohortDraft = v.strictObject({
  name,
  label: shortText,
  table: name,
  description,
  condition,
  combined: v.exactOptional(
    v.strictObject({
      by: combineBy,
      parts: v.pipe(
        v.array(v.strictObject({ name, label: shortText, version: count })),
        v.maxLength(20),
      ),
    }),
  ),
});

export const cohortChange = v.strictObject({ label: v.exactOptional(shortText), description });

export const cohortCombination = v.strictObject({
  name,
  label: shortText,
  description,
  by: combineBy,
  parts: v.pipe(v.array(name), v.minLength(2), v.maxLength(20)),
});
