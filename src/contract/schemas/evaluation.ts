import * as v from 'valibot';
import { analysisSpec } from './analyses.ts';
import { decisionChanges } from './imports.ts';
import { someMeasure } from './measures.ts';
import { condition, name, shortText } from './plain.ts';
import { reportDocument } from './reports.ts';
import { tableDefinition } from './tables.ts';

export const evaluation = v.strictObject({
  format: v.literal('attune-evaluation/1'),
  title: shortText,
  measures: v.exactOptional(v.pipe(v.array(someMeasure), v.maxLength(200))),
  sources: v.array(
    v.strictObject({
      file: name,
      table: name,
      label: shortText,
      unit: shortText,
      decisions: v.exactOptional(decisionChanges),
    }),
  ),
  tables: v.array(tableDefinition),
  cohorts: v.array(v.strictObject({ name, label: shortText, table: name, condition })),
  analyses: v.array(analysisSpec),
  report: reportDocument,
});
