import type { Measure, Subscale } from '../model/measure.ts';
import type { Answer } from './item-reader.ts';

export type Score =
  | { scored: 'complete' | 'pro-rated' | 'supplied'; value: number }
  | { scored: 'not-scorable'; reason: string };

/**
 * The score of one subscale on one form. With at least `minItems` answers a pro-rated score is the mean
 * of the answered items (times the number of items for a sum); one answer out of range makes the
 * subscale of that form not scorable.
 *
 * @param answers what each item counts, in the order of the measure's items
 */
export function scoreForm(
  { items }: Pick<Measure, 'items'>,
  subscale: Pick<Subscale, 'items' | 'missing' | 'score'>,
  answers: readonly Answer[],
): Score {
  const asked = subscale.items.length;
  let answered = 0;
  let sum = 0;
  for (const [place, { item }] of items.entries()) {
    if (!subscale.items.includes(item)) continue;
    const answer = answers[place] ?? null;
    if (answer === 'out-of-range') return { scored: 'not-scorable', reason: 'item out of range' };
    if (answer === null) continue;
    answered++;
    sum += answer;
  }
  if (answered === 0 || answered < subscale.missing.minItems) {
    return { scored: 'not-scorable', reason: 'too few items answered' };
  }
  const mean = sum / answered;
  const complete = answered === asked;
  const total = complete ? rounded(sum) : mean * asked;
  return {
    scored: complete ? 'complete' : 'pro-rated',
    value: subscale.score === 'mean' ? mean : total,
  };
}

/** Sums of answers that count 2.3 or 3.6 have no more decimals than those. */
function rounded(total: number): number {
  return Math.round(total * 1e9) / 1e9;
}
