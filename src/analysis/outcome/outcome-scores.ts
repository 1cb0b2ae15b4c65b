import { Refusal } from '../../model/refusal.ts';
import type { ScoreFacts } from '../../model/score-facts.ts';
import type { Variable } from '../../model/variable.ts';
import type { Options, DataView as View } from '../analysis.ts';
import { UNNAMED } from '../paired/pair-times.ts';
import { type PairedScores, pairedScores } from '../paired/paired-scores.ts';
import type { Better } from '../paired/score-facts.ts';
import { variablesChosen } from '../parts/read-options.ts';
import { NUMBERS, variables } from '../parts/standard-options.ts';

/** One score of a table of pairs, with what its measure says about it. */
export interface OutcomeScore {
  /** Variables before and after. */
  before: Variable;
  after: Variable;
  facts: ScoreFacts;
  /** Its levels are ordered and not evenly spaced: no means, no t. */
  isOrdinal: boolean;
  scores: PairedScores;
}

export const SCORES = variables(
  'scores',
  'Scores',
  'The scores before; those after are found by themselves. Left empty, all scores of the table.',
  NUMBERS,
  { min: 0, max: 30 },
);

/**
 * The scores that are chosen, or all of them.
 * @throws Refusal `no-scores` in a table without pairs of scored measures
 */
export function outcomeScores(view: View, options: Options): OutcomeScore[] {
  const chosen = variablesChosen(options, 'scores');
  const all = scoredPairs(view.frame.variables);
  const found =
    chosen.length === 0
      ? all
      : chosen.map((name) => {
          const pair = all.find(({ before }) => before.name === name);
          if (pair) return pair;
          throw noScores(`“${name}” is no score before.`, name);
        });
  if (found.length === 0) throw noScores('The table has no scores before and after.');
  const measures = new Set(found.map(({ before }) => before.score?.measure));
  return found.flatMap(({ before, after }) => {
    const { score: facts } = before;
    if (facts === undefined) return [];
    const scores = pairedScores(view, {
      before: before.name,
      after: after.name,
      label: measures.size > 1 ? `${facts.short} ${facts.name}` : facts.name,
      better: 'as-labelled',
    });
    return [
      {
        before,
        after,
        facts,
        isOrdinal: before.level === 'ordinal',
        scores: {
          ...scores,
          range: `${facts.range.low}–${facts.range.high}`,
          better: betterOf(facts),
          times: {
            before: facts.time ?? UNNAMED.before,
            after: after.score?.time ?? UNNAMED.after,
          },
        },
      },
    ];
  });
}

/** Scores before with those after of the same measure version and subscale. */
export function scoredPairs(
  variables: readonly Variable[],
): { before: Variable; after: Variable }[] {
  const isSame = (one: ScoreFacts, other: ScoreFacts | undefined) =>
    other?.side === 'after' &&
    one.measure === other.measure &&
    one.version === other.version &&
    one.subscale === other.subscale;
  return variables.flatMap((before) => {
    const { score } = before;
    if (score?.side !== 'before') return [];
    const after = variables.find((other) => isSame(score, other.score));
    return after === undefined ? [] : [{ before, after }];
  });
}

export function betterOf({ direction }: ScoreFacts): Better {
  if (direction === 'not-stated') return null;
  return direction === 'not-monotone' ? 'neither' : direction;
}

function noScores(message: string, column?: string): Refusal {
  return new Refusal('no-scores', message, {
    hint: 'Score a measure and pair its forms in Measures first; then choose the table of pairs.',
    where: { option: 'scores', ...(column === undefined ? {} : { column }) },
  });
}
