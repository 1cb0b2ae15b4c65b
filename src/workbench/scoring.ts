import { checkScoring } from '../measures/check-scoring.ts';
import { MEASURES } from '../measures/library.ts';
import { loneTotals } from '../measures/lone-totals.ts';
import { suggestScoring } from '../measures/suggest.ts';
import type { ScoringCheck, ScoringSuggestion } from '../model/scoring.ts';
import type { ScoreDefinition } from '../model/table.ts';
import { readTables } from '../store/tables.ts';
import type { Context } from './context.ts';
import { ownMeasures } from './measures.ts';

/** Which measures the project's tables may hold; tables of scores and pairs are no forms. */
export function scoringSuggestions(
  context: Context,
  { table }: { table?: string },
): { suggestions: ScoringSuggestion[]; warnings: string[] } {
  const tables = readTables(context.project.db)
    .filter(({ origin }) => origin.made !== 'scores' && origin.made !== 'pairs')
    .filter(({ name }) => table === undefined || name === context.table(table).name)
    // What was cleaned comes before what it was cleaned from.
    .sort((a, b) => Number(b.origin.made === 'recipe') - Number(a.origin.made === 'recipe'))
    .map((each) => ({ name: each.name, label: each.label, frame: context.frame(each) }));
  const newest = new Map([...MEASURES, ...ownMeasures(context)].map((each) => [each.id, each]));
  return {
    suggestions: suggestScoring(tables, [...newest.values()]),
    warnings: tables.flatMap(({ frame }) => loneTotals(frame)),
  };
}

/** What scoring would do; nothing is written. */
export function checkDefinition(
  context: Context,
  { from, score }: { from: string; score: ScoreDefinition },
): ScoringCheck {
  const read = (name: string) => context.frame(context.table(name));
  return checkScoring(read(from), score, { measures: ownMeasures(context), read });
}
