import { formatNumber } from '../../model/format.ts';
import { escapeRich } from '../../model/rich.ts';
import { ascending } from '../numeric/floats.ts';
import { mean, standardDeviation } from '../numeric/moments.ts';
import { median, quantile } from '../numeric/quantile.ts';
import { type Quantity, quantity } from '../parts/quantity.ts';
import type { Group, Grouped } from './grouped.ts';

/** Size, mean and SD of each group, one column a group. */
export function meansOf({ groups }: Pick<Grouped, 'groups'>): Quantity[] {
  return groups.flatMap(({ label, values }) => {
    const [m, sd] = [mean(values), standardDeviation(values)];
    const name = escapeRich(label);
    return [
      quantity(`n[${label}]`, `n, ${label}`, '*n*', values.length, 'count', {
        header: `${name} *n*`,
      }),
      quantity(`mean[${label}]`, `mean, ${label}`, '*M*', m, 'mean', {
        header: `${name} *M* (*SD*)`,
        text:
          sd === null
            ? formatNumber(m, 'mean')
            : `${formatNumber(m, 'mean')} (${formatNumber(sd, 'mean')})`,
      }),
      quantity(`sd[${label}]`, `standard deviation, ${label}`, '*SD*', sd, 'mean', {
        only: 'estimate',
        refused: 'fewer than 2 values',
      }),
    ];
  });
}

/** Size, median and quartiles of each group, one column a group. */
export function mediansOf({ groups }: Pick<Grouped, 'groups'>): Quantity[] {
  return groups.flatMap((group) => {
    const { label, values } = group;
    const name = escapeRich(label);
    return [
      quantity(`n[${label}]`, `n, ${label}`, '*n*', values.length, 'count', {
        header: `${name} *n*`,
      }),
      quantity(`median[${label}]`, `median, ${label}`, '*Mdn*', median(values), 'number', {
        header: `${name} *Mdn* (IQR)`,
        text: medianIqr(group),
      }),
    ];
  });
}

export function medianIqr({ values }: Group): string {
  const sorted = ascending(values);
  const [lower, middle, upper] = [0.25, 0.5, 0.75].map((p) =>
    formatNumber(quantile(sorted, p), 'number'),
  );
  return `${middle} (${lower}–${upper})`;
}
