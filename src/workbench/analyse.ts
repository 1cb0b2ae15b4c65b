import { ANALYSES, runAnalysis } from '../analysis/analyses.ts';
import type { DataView as View } from '../analysis/analysis.ts';
import { APP } from '../app.ts';
import { columnNamed, variableNamed } from '../model/frame.ts';
import { defaultValue } from '../model/option.ts';
import type { AnalysisSpec, OptionValue, Result } from '../model/result.ts';
import { writeJournal } from '../store/journal.ts';
import { nextResultId, writeResult } from '../store/results.ts';
import { inTransactionNow } from '../store/transaction.ts';
import { comparedSides } from './compared-sides.ts';
import type { Context } from './context.ts';

/** Computes an analysis for its cohort and keeps the result; one with the same id is replaced. */
export function analyse(context: Context, spec: AnalysisSpec): Result {
  const made = compute(context, spec);
  const { db } = context.project;
  return inTransactionNow(context.project, () => {
    const result: Result = { ...made, id: spec.id ?? nextResultId(db) };
    writeResult(db, result);
    const { title, id, n, cohort } = result;
    writeJournal(db, 'analyse', `${title} (${id}): ${cohort.sentence}, n = ${n.used}.`);
    return result;
  });
}

/** The same result, not kept and not in the journal. */
export function tryAnalysis(context: Context, spec: AnalysisSpec): Result {
  return { ...compute(context, spec), id: spec.id ?? NOT_KEPT };
}

const NOT_KEPT = 'not-kept';

function compute(context: Context, spec: AnalysisSpec): Omit<Result, 'id'> {
  const table = context.table(spec.table);
  const { rows, cohort } = context.select(table, spec.cohort);
  const compared = spec.compare ? comparedSides(context, table, rows, spec.compare) : null;
  const view = {
    frame: context.frame(table),
    rows,
    unit: table.unit,
    ...(compared ? { sides: compared.sides } : {}),
  };
  return {
    ...runAnalysis(spec.analysis, view, { ...spec.options }),
    title: spec.title ?? ANALYSES.find((each) => each.id === spec.analysis)?.title ?? '',
    analysis: spec.analysis,
    table: table.name,
    tableVersion: table.version,
    cohort,
    missingIn: missingIn(view, spec),
    ...(compared ? { compared: compared.compared } : {}),
    options: { ...defaults(spec.analysis), ...spec.options },
    madeAt: new Date().toISOString(),
    madeWith: APP,
  };
}

/** Missing values of every variable that an option names, in the rows of the cohort. */
function missingIn({ frame, rows }: View, { analysis, options }: AnalysisSpec) {
  const definitions = ANALYSES.find((each) => each.id === analysis)?.options ?? [];
  const names = definitions.flatMap(({ key, type }): readonly string[] => {
    const value = options[key];
    if (type !== 'variable' && type !== 'variables') return [];
    return typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
  });
  return [...new Set(names)].map((name) => {
    const { missing } = columnNamed(frame, name);
    const n = rows.reduce((sum, row) => sum + (missing[row] === 0 ? 0 : 1), 0);
    return { variable: name, label: variableNamed(frame, name).label, n };
  });
}

/** What was not chosen is part of the record too. */
function defaults(analysis: string): Record<string, OptionValue> {
  const options = ANALYSES.find((each) => each.id === analysis)?.options ?? [];
  return Object.fromEntries(options.map((option) => [option.key, defaultValue(option)]));
}
