import * as v from 'valibot';
import { name, names, shortText } from './plain.ts';

const optionValue = v.union([shortText, v.number(), v.boolean(), v.null(), names]);

export const analysisSpec = v.strictObject({
  id: v.exactOptional(v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,79}$/))),
  title: v.exactOptional(shortText),
  analysis: name,
  table: name,
  cohort: v.exactOptional(name),
  compare: v.exactOptional(
    v.strictObject({
      cohorts: v.pipe(v.array(name), v.minLength(1), v.maxLength(8)),
      with: v.exactOptional(v.picklist(['rest', 'everyone'])),
    }),
  ),
  options: v.record(name, optionValue),
});
