import { comparePairs, labelledPairs } from '../groups/pairs-table.ts';
import { attempt } from '../parts/attempt.ts';
import { quantity } from '../parts/quantity.ts';
import { ADJUSTMENT } from '../parts/standard-options.ts';
import { type Adjustment, pAdjust } from '../statistics/p-adjust.ts';
import { tPaired } from '../statistics/t-paired.ts';
import { tieTolerance, wilcoxonSignedRank } from '../statistics/wilcoxon-signed-rank.ts';
import { type Measurements, valuesAt } from './measurements.ts';

/** Every two times compared with the paired t-test, or with Wilcoxon's test. */
export function pairedPairs(
  data: Measurements,
  test: 't' | 'wilcoxon',
  adjust: Adjustment | null,
  level: number,
) {
  const pairs = labelledPairs(data.times).map((pair) => {
    const [before, after] = [valuesAt(data, pair.i), valuesAt(data, pair.j)];
    const t = attempt(() => tPaired(after, before, level));
    const changes = after.map((value, i) => value - (before[i] ?? 0));
    const ranks = wilcoxonSignedRank(changes, tieTolerance(after, before), level);
    const byRanks = test === 'wilcoxon';
    return {
      label: pair.label,
      t: t.value,
      p: byRanks ? (ranks.p_exact ?? ranks.p_asymptotic_cc) : (t.value?.p ?? null),
      r: ranks.rank_biserial_matched,
      refused: byRanks ? 'nobody changed' : t.refused || 'every change is the same',
    };
  });
  const p = adjust
    ? pAdjust(
        pairs.map((pair) => pair.p),
        adjust,
      )
    : pairs.map((pair) => pair.p);
  const words = adjust ? `adjusted by ${ADJUSTMENT[adjust]}` : 'not adjusted';
  const name = test === 't' ? 'Paired t-tests' : 'Wilcoxon signed-rank tests';
  return comparePairs(
    {
      id: 'pairs',
      title: `${data.label}: pairs of times`,
      level,
      prefix: '',
      notes: [
        `${name}, *p* ${words} for ${pairs.length} pairs${test === 't' ? '; intervals not adjusted' : ''}.`,
      ],
    },
    pairs.map(({ label, t, r, refused }, k) => ({
      label,
      quantities: [
        test === 't'
          ? quantity('change', 'mean change', 'Mean change', t?.mean_diff, 'mean', {
              ci: t?.ci ?? null,
              by: 't',
              refused,
            })
          : quantity(
              'rank-biserial',
              'matched rank-biserial correlation',
              '*r*~rb~',
              r,
              'correlation',
              {
                refused,
              },
            ),
        quantity('pair-p', `p (${words})`, '*p*', p[k], 'p', { refused }),
      ],
    })),
  );
}
