import type { Estimate } from '../../model/result.ts';
import { estimate, interval } from '../parts/estimate.ts';
import type { Levels } from '../parts/levels.ts';
import { missingTotal } from '../parts/missing-counts.ts';
import { percentFormat, percentOf } from '../parts/percent.ts';
import { wilsonInterval } from '../statistics/proportion-ci.ts';

export function validOf(levels: Levels): number {
  return levels.counts.reduce((a, b) => a + b, 0);
}

export function frequencyEstimates(
  levels: Levels,
  total: number,
  base: 'valid' | 'all',
  several: boolean,
): Estimate[] {
  const name = levels.variable.label;
  const of = base === 'valid' ? validOf(levels) : total;
  const key = (label: string) => (several ? `${name}: ${label}` : label);
  const each = levels.labels.flatMap((label, i) => {
    const n = levels.counts[i] ?? 0;
    const bounds = of > 0 ? wilsonInterval(n, of) : null;
    const ci = bounds && interval(0.95, [100 * bounds[0], 100 * bounds[1]], 'Wilson');
    return [
      estimate(`n[${key(label)}]`, `${name}: ${label}`, '*n*', n, 'count'),
      estimate(
        `pct[${key(label)}]`,
        `${name}: ${label}, %`,
        '%',
        percentOf(n, of),
        percentFormat(of),
        {
          ci,
          refused: 'there is nobody to be a share of',
        },
      ),
    ];
  });
  if (!several) return each;
  return [
    estimate(`${name}: n`, `${name}: n`, '*n*', validOf(levels), 'count'),
    estimate(
      `${name}: missing`,
      `${name}: missing`,
      'missing',
      missingTotal(levels.missing),
      'count',
    ),
    ...each,
  ];
}
