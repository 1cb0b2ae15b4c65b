import { formatP } from '../../model/format.ts';
import { apaList, apaValue } from '../parts/apa.ts';
import type { Attempt } from '../parts/attempt.ts';
import { type Quantity, quantity } from '../parts/quantity.ts';
import type { MannWhitney } from '../statistics/mann-whitney.ts';

/** Exact where it could be counted, else the normal approximation with continuity correction. */
export function mannWhitneyP(test: MannWhitney | null): number | null {
  return test?.p_exact ?? test?.p_asymptotic_cc ?? null;
}

export function rankQuantities(test: Attempt<MannWhitney>, key: string): Quantity[] {
  const { value, refused } = test;
  const same = { refused: refused || 'all values are the same' };
  return [
    quantity('U', 'Mann–Whitney U of the first group', '*U*', value?.U1, 'number', {
      ...same,
      only: 'estimate',
    }),
    quantity(key, 'p of the Mann–Whitney test', '*p*', mannWhitneyP(value), 'p', {
      ...same,
      header: 'Mann–Whitney *p*',
    }),
    quantity(
      'rank-biserial',
      'rank-biserial correlation',
      '*r*~rb~',
      value?.rank_biserial,
      'correlation',
      {
        ...same,
        only: 'estimate',
      },
    ),
  ];
}

/** "Mann–Whitney *U* = 12.5, *z* = 2.31, exact *p* = .018, *r*~rb~ = .62" */
export function mannWhitneyWords(test: MannWhitney | null): string {
  if (!test) return '';
  const p = mannWhitneyP(test);
  return apaList(
    apaValue('Mann–Whitney *U*', test.U1, 'number'),
    test.z_no_cc !== null && apaValue('*z*', test.z_no_cc, 'statistic'),
    p !== null && `${test.p_exact === null ? '' : 'exact '}${formatP(p)}`,
    apaValue('*r*~rb~', test.rank_biserial, 'correlation'),
  );
}
