import type { Measure } from '../src/model/measure.ts';
import type { ScoringSuggestion } from '../src/model/scoring.ts';
import type { TableInfo } from '../src/model/table.ts';

/** A measure and a table with no column chosen yet. */
export function blankScoring(
  { name, variables }: Pick<TableInfo, 'name' | 'variables'>,
  { id, version, items, subscales, name: label }: Measure,
): ScoringSuggestion {
  const person = variables.find(({ kind }) => kind === 'identifier') ?? variables[0];
  const columns =
    items.length > 0
      ? { items: items.map(() => '') }
      : { totals: Object.fromEntries(subscales.map(({ key }) => [key, variables[0]?.name ?? ''])) };
  return {
    from: name,
    measure: label,
    score: {
      measure: id,
      version,
      person: person?.name ?? '',
      layout: { form: 'wide', blocks: [{ time: 'T1', ...columns }] },
    },
    sentence: 'No column is chosen yet.',
    notices: [],
  };
}
