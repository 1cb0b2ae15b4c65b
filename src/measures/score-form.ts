import type { Answer } from './form.ts';
import type { Measure, Subscale } from './measure.ts';

export type Score =
  | { scored: 'complete' | 'pro-rated'; value: number }
  | { scored: 'not-scorable'; reason: string };

/**
 * The score of one subscale on one form. A reversed item counts as min + max − answer. With at least
 * `minItems` answers a pro-rated score is the mean of the answered items (times the number of items
 * for a sum); one answer out of range makes the subscale of that form not scorable.
 *
 * @param answers in the order of the measure's items
 */
export function scoreForm(measure: Measure, subscale: Subscale, answers: readonly Answer[]): Score {
  const asked = subscale.items.length;
  let answered = 0;
  let sum = 0;
  for (const [place, { item, min, max, reverse }] of measure.items.entries()) {
    if (!subscale.items.includes(item)) continue;
    const answer = answers[place] ?? null;
    if (answer === 'out-of-range') return { scored: 'not-scorable', reason: 'item out of range' };
    if (answer === null) continue;
    answered++;
    sum += reverse ? min + max - answer : answer;
  }
  if (answered < subscale.missing.minItems) {
    return { scored: 'not-scorable', reason: 'too few items answered' };
  }
  const mean = sum / answered;
  const complete = answered === asked;
  const total = complete ? sum : mean * asked;
  return {
    scored: complete ? 'complete' : 'pro-rated',
    value: subscale.score === 'mean' ? mean : total,
  };
}
