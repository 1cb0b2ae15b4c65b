import type { Measure } from '../model/measure.ts';
import type { ScoringSuggestion } from '../model/scoring.ts';
import type { FormColumns, ScoreDefinition } from '../model/table.ts';
import { personIn } from './column-roles.ts';
import { columnSuggestion, type Draft, type NamedFrame } from './column-suggestion.ts';
import { columnWords } from './column-words.ts';
import { longSuggestion } from './long-suggestion.ts';
import { unverifiedFigures } from './usable.ts';

/**
 * Which measures a table may hold, and how: by the names of its columns, the numbers in them, and the
 * values. The likeliest first. Two tables that are alike but for the time point in their names are
 * suggested together.
 */
export function suggestScoring(
  tables: readonly NamedFrame[],
  measures: readonly Measure[],
): ScoringSuggestion[] {
  const found = tables.flatMap((table) =>
    measures.flatMap((measure) => suggestionsFor(table, measure)),
  );
  const likely = withoutWeaker(found);
  return [...acrossTables(likely, tables), ...likely].map(({ measure, ...suggestion }) => ({
    ...suggestion,
    measure: measure.name,
    notices: [...suggestion.notices, ...measureNotices(measure, suggestion.score)],
  }));
}

function suggestionsFor(table: NamedFrame, measure: Measure): Draft[] {
  const person = personIn(table.frame);
  if (person === undefined) return [];
  const long = longSuggestion(table, measure, person);
  if (long !== null) return [long];
  const byColumns = columnSuggestion(table, measure, person);
  return byColumns === null ? [] : [byColumns];
}

/** Named ones, and others only where nothing named takes the same columns; the fullest of equals. */
function withoutWeaker(drafts: readonly Draft[]): Draft[] {
  return drafts
    .filter(
      (draft) =>
        draft.isNamed ||
        !drafts.some(
          (other) =>
            other.isNamed &&
            other.from === draft.from &&
            other.variables.some((each) => draft.variables.includes(each)),
        ),
    )
    .toSorted((a, b) => Number(b.isNamed) - Number(a.isNamed));
}

/** Forms of one measure in two or more tables, each with the time point in its name. */
function acrossTables(drafts: readonly Draft[], tables: readonly NamedFrame[]): Draft[] {
  const single = drafts.filter(
    ({ score: { layout } }) => layout.form === 'rows' && layout.time === undefined,
  );
  return [...Map.groupBy(single, ({ measure }) => measure.id).values()].flatMap((own): Draft[] => {
    const timed = own.flatMap((draft) => {
      const table = tables.find(({ name }) => name === draft.from);
      const time = columnWords(draft.from).time || columnWords(table?.label ?? '').time;
      return time === '' ? [] : [{ draft, time }];
    });
    const [first] = timed;
    if (first === undefined || new Set(timed.map(({ time }) => time)).size < 2) return [];
    return [
      {
        ...first.draft,
        score: {
          ...first.draft.score,
          layout: {
            form: 'wide',
            blocks: timed.map(({ draft, time }, place) => {
              const {
                form: _,
                time: __,
                ...columns
              } = draft.score.layout as { form: 'rows'; time?: string } & FormColumns;
              return {
                time,
                ...columns,
                ...(place === 0 ? {} : { table: draft.from, person: draft.score.person }),
              };
            }),
          },
        },
        sentence: `In ${timed.length} tables: ${timed.map(({ draft, time }) => `${time} in ${draft.from}`).join(', ')}.`,
      },
    ];
  });
}

function measureNotices(measure: Measure, { layout }: ScoreDefinition): string[] {
  const isItemised = layout.form === 'long' || JSON.stringify(layout).includes('"items"');
  const isAsked = measure.answers === 'ask' && isItemised;
  return [
    ...(isAsked
      ? ['Say whether the columns hold the position of each answer or what it counts.']
      : []),
    ...unverifiedFigures(measure)
      .filter(({ figure }) => figure !== 'key' || isItemised)
      .map(({ label }) => `${label}: no verified source, not used unless you accept it.`),
  ];
}
