import { ANALYSES, runAnalysis } from '../analysis/analyses.ts';
import { APP } from '../app.ts';
import { defaultValue } from '../model/option.ts';
import type { AnalysisSpec, OptionValue, Result } from '../model/result.ts';
import { writeJournal } from '../store/journal.ts';
import { nextResultId, writeResult } from '../store/results.ts';
import { inTransactionNow } from '../store/transaction.ts';
import type { Context } from './context.ts';

/** Computes an analysis for its cohort and keeps the result; one with the same id is replaced. */
export function analyse(context: Context, spec: AnalysisSpec): Result {
  const table = context.table(spec.table);
  const { rows, cohort } = context.select(table, spec.cohort);
  const view = { frame: context.frame(table), rows, unit: table.unit };
  const finding = runAnalysis(spec.analysis, view, { ...spec.options });
  const { db } = context.project;
  return inTransactionNow(context.project, () => {
    const result: Result = {
      ...finding,
      id: spec.id ?? nextResultId(db),
      title: spec.title ?? ANALYSES.find((each) => each.id === spec.analysis)?.title ?? '',
      analysis: spec.analysis,
      table: table.name,
      tableVersion: table.version,
      cohort,
      options: { ...defaults(spec.analysis), ...spec.options },
      madeAt: new Date().toISOString(),
      madeWith: APP,
    };
    writeResult(db, result);
    const { title, id, n } = result;
    writeJournal(db, 'analyse', `${title} (${id}): ${cohort.sentence}, n = ${n.used}.`);
    return result;
  });
}

/** What was not chosen is part of the record too. */
function defaults(analysis: string): Record<string, OptionValue> {
  const options = ANALYSES.find((each) => each.id === analysis)?.options ?? [];
  return Object.fromEntries(options.map((option) => [option.key, defaultValue(option)]));
}
