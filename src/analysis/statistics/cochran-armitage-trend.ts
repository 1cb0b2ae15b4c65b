import { chiSquareUpperTail } from '../numeric/chi-square.ts';
import { sum } from '../numeric/sum.ts';
import { notComputable, wrongInput } from './read-input.ts';

export interface Trend {
  chisq: number;
  df: 1;
  p: number;
}

/**
 * Cochran and Armitage's test of a linear trend in proportions (Cochran 1954; Armitage 1955), as R's
 * `prop.trend.test`.
 * @param scores of the groups; 1, 2, 3 … unless given
 * @throws Refusal `not-computable` when all or none are events, or the groups with anyone in them have
 *   one score
 */
export function cochranArmitageTrend(
  events: readonly number[],
  totals: readonly number[],
  scores: readonly number[] = events.map((_, i) => i + 1),
): Trend {
  const name = 'Trend in proportions';
  if (totals.length !== events.length || scores.length !== events.length) {
    throw wrongInput('“events”, “totals” and “scores” must have the same length.');
  }
  const over = events.findIndex((x, i) => x > (totals[i] ?? 0));
  if (over >= 0) throw notComputable(name, `group ${over + 1} has more events than people.`);
  const n = sum(totals);
  const all = sum(events);
  if (all === 0 || all === n) throw notComputable(name, 'all or none are events.');
  const centre = sum(totals.map((total, i) => total * (scores[i] ?? 0))) / n;
  const spread = sum(totals.map((total, i) => total * ((scores[i] ?? 0) - centre) ** 2));
  if (!(spread > 0)) throw notComputable(name, 'the scores of the groups do not differ.');
  const slope = sum(
    events.map((x, i) => (x - ((totals[i] ?? 0) * all) / n) * ((scores[i] ?? 0) - centre)),
  );
  const chisq = slope ** 2 / ((all / n) * ((n - all) / n) * spread);
  return { chisq, df: 1, p: chiSquareUpperTail(chisq, 1) };
}
