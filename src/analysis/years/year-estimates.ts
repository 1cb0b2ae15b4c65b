import type { Estimate } from '../../model/result.ts';
import { estimate } from '../parts/estimate.ts';
import type { CoveredYear } from './covered-years.ts';
import type { YearTally } from './tally-years.ts';

export function yearEstimates(
  years: readonly CoveredYear[],
  tally: YearTally,
  used: number,
): Estimate[] {
  const at = (i: number) => tally.totals[i] ?? 0;
  const none = { refused: 'there are no dates' };
  const last = years.length - 1;
  return [
    ...years.map(({ label }, i) => estimate(`n[${label}]`, label, '*n*', at(i), 'count')),
    ...tally.series.flatMap(({ name, counts }) =>
      years.map(({ label }, i) =>
        estimate(`n[${label}: ${name}]`, `${label}, ${name}`, '*n*', counts[i] ?? 0, 'count'),
      ),
    ),
    ...tally.series.map(({ name, counts }) =>
      estimate(
        `total[${name}]`,
        `Total, ${name}`,
        '*n*',
        counts.reduce((a, b) => a + b, 0),
        'count',
      ),
    ),
    estimate('total', 'Total', '*n*', used, 'count'),
    estimate(
      'first',
      `First year, ${years[0]?.label ?? ''}`,
      '*n*',
      last < 0 ? null : at(0),
      'count',
      none,
    ),
    estimate(
      'last',
      `Last year, ${years[last]?.label ?? ''}`,
      '*n*',
      last < 0 ? null : at(last),
      'count',
      none,
    ),
  ];
}
