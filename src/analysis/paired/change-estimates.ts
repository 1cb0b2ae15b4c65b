import type { Estimate } from '../../model/result.ts';
import { estimate, interval } from '../parts/estimate.ts';
import { percentOf } from '../parts/percent.ts';
import type { Change } from './change.ts';
import { atTime } from './pair-times.ts';

/** The numbers of a change that can be quoted; with several measures the key begins with the measure. */
export function changeEstimates(change: Change, several: boolean, level: number): Estimate[] {
  const { scores, t, refused, ranks, effect } = change;
  const prefix = several ? `${scores.label}: ` : '';
  const make = (
    key: string,
    label: string,
    symbol: string,
    value: number | null,
    format: Estimate['format'],
    more: Parameters<typeof estimate>[5] = { refused: 'no pairs' },
  ) => estimate(`${prefix}${key}`, `${scores.label}: ${label}`, symbol, value, format, more);
  const test = { refused };
  const none = { refused: ranks.n_used === 0 ? 'nobody changed' : refused };
  const sd = { refused: 'fewer than 2 pairs' };
  const share = percentOf(change.n, scores.eligible);
  return [
    make('n', 'pairs', '*n*', change.n, 'count'),
    make('eligible', 'eligible', '*n*', scores.eligible, 'count'),
    make('paired-percent', 'pairs, % of eligible', '%', share, 'percent1', {
      refused: 'nobody is eligible',
    }),
    make('mean-before', `mean ${atTime(scores.times.before)}`, '*M*', change.before.mean, 'mean'),
    make('sd-before', `SD ${atTime(scores.times.before)}`, '*SD*', change.before.sd, 'mean', sd),
    make('mean-after', `mean ${atTime(scores.times.after)}`, '*M*', change.after.mean, 'mean'),
    make('sd-after', `SD ${atTime(scores.times.after)}`, '*SD*', change.after.sd, 'mean', sd),
    make('mean-change', 'mean change', '*M*~change~', change.change.mean, 'mean', {
      ci: t && interval(level, t.ci, 't'),
      refused: 'no pairs',
    }),
    make('sd-change', 'SD of the change', '*SD*~change~', change.change.sd, 'mean', sd),
    make('t', 't', '*t*', t?.t ?? null, 'statistic', test),
    make('df', 'degrees of freedom', '*df*', t?.df ?? null, 'count', test),
    make('p', 'p of the t-test', '*p*', t?.p ?? null, 'p', test),
    make('d', 'standardised change', effect.symbol, effect.value, 'statistic', {
      ci: effect.ci,
      refused,
    }),
    make(
      'wilcoxon-p',
      `p of Wilcoxon’s test (${change.wilcoxonMethod})`,
      '*p*',
      change.wilcoxonP,
      'p',
      none,
    ),
    make(
      'W',
      'Wilcoxon’s sum of positive ranks',
      '*W*~+~',
      ranks.n_used > 0 ? ranks.W_plus : null,
      'number',
      none,
    ),
    make('z', 'Wilcoxon’s z', '*z*', ranks.z_no_cc, 'statistic', none),
    make(
      'rank-biserial',
      'matched rank-biserial correlation',
      '*r*~rb~',
      ranks.rank_biserial_matched,
      'correlation',
      none,
    ),
    make('median-change', 'median change', '*Mdn*', change.change.median, 'number'),
    make('up', 'scored higher', '*n*', change.up, 'count'),
    make('down', 'scored lower', '*n*', change.down, 'count'),
    make('same', 'scored the same', '*n*', change.same, 'count'),
    ...(change.adjusted === null
      ? []
      : [make('p-adjusted', 'adjusted p of the primary test', '*p*', change.adjusted, 'p')]),
  ];
}
