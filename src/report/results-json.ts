import type { MadePage } from '../model/report.ts';
import type { Result } from '../model/result.ts';

/**
 * Every result record as one JSON document: pretty, results in the order given, keys always in the same
 * order, so that two runs on the same data differ only where their numbers do.
 */
export function resultsJson(results: readonly Result[], made: MadePage): string {
  const document = { format: 'attune-results/1', made, results: results.map(ordered) };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function ordered(result: Result): Result {
  return {
    id: result.id,
    title: result.title,
    analysis: result.analysis,
    method: result.method,
    table: result.table,
    tableVersion: result.tableVersion,
    cohort: result.cohort,
    ...(result.compared ? { compared: result.compared } : {}),
    options: sorted(result.options),
    n: result.n,
    missingIn: result.missingIn ?? [],
    estimates: result.estimates,
    tables: result.tables,
    figures: result.figures,
    sentences: result.sentences,
    notes: result.notes,
    madeAt: result.madeAt,
    madeWith: result.madeWith,
  };
}

function sorted(options: Result['options']): Result['options'] {
  return Object.fromEntries(Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1)));
}
