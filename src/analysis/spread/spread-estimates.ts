import type { Estimate } from '../../model/result.ts';
import { estimate, interval } from '../parts/estimate.ts';
import type { Line } from './line.ts';

export function spreadEstimates(line: Line, several: boolean, level: number): Estimate[] {
  const name = line.variable.variable.label;
  const prefix = several ? `${name}: ` : '';
  const suffix = line.group === null ? '' : `[${line.group}]`;
  const d = line.described;
  const of = line.group === null ? name : `${name}, ${line.group}`;
  const none = { refused: d === null ? 'no values' : 'too few values, or all the same' };
  const make = (
    key: string,
    label: string,
    symbol: string,
    value: number | null,
    format: Estimate['format'],
  ) => estimate(`${prefix}${key}${suffix}`, `${of}: ${label}`, symbol, value, format, none);
  const mean = make('mean', 'mean', '*M*', d?.mean ?? null, 'mean');
  const ci = interval(level, d?.ci_mean ?? null, 't');
  return [
    make('n', 'n', '*n*', d?.n ?? 0, 'count'),
    make('missing', 'missing', 'missing', line.missing, 'count'),
    ci ? { ...mean, ci } : mean,
    make('sd', 'standard deviation', '*SD*', d?.sd ?? null, 'mean'),
    make('median', 'median', '*Mdn*', d?.median ?? null, 'number'),
    make('q1', 'lower quartile', '*Q*~1~', d?.quantile_type7.p25 ?? null, 'number'),
    make('q3', 'upper quartile', '*Q*~3~', d?.quantile_type7.p75 ?? null, 'number'),
    make('min', 'smallest', 'min', d?.min ?? null, 'number'),
    make('max', 'largest', 'max', d?.max ?? null, 'number'),
    make('skewness', 'skewness', 'skewness', d?.skewness.type2_G1_spss_excel ?? null, 'statistic'),
  ];
}
