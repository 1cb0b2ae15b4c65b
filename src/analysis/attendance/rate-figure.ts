import type { CategoryFigure } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import { percentFormat } from '../parts/percent.ts';
import { count, percentLevel } from '../parts/words.ts';
import type { CoveredYear } from '../years/covered-years.ts';
import type { AttendanceLine } from './attendance-line.ts';

/** @param years those of the lines, where these are years */
export function rateFigure(
  title: string,
  lines: readonly AttendanceLine[],
  level: number,
  years: readonly CoveredYear[] = [],
): CategoryFigure {
  return {
    kind: 'interval',
    title: `DNA rate by ${title}`,
    subtitle: `Did not attend, of those attended or missed; ${percentLevel(level)} intervals`,
    x: { title },
    y: { title: 'DNA rate, %', format: 'number', zero: true },
    series: [
      {
        name: 'DNA rate, %',
        points: lines.map(({ label, rate }, at) => ({
          label: years[at]?.label ?? label,
          value: rate?.percent ?? null,
          ...(rate ? { low: rate.low, high: rate.high } : {}),
          ...(years[at]?.part ? { part: years[at].part } : {}),
        })),
      },
    ],
    notes: years.flatMap(({ note }) => (note ? [`Part year: ${note}`] : [])),
    alt: lines
      .map(({ label, rate }) =>
        rate
          ? `${label}: ${formatNumber(rate.percent, percentFormat(rate.of))} of ${count(rate.of)}`
          : `${label}: no appointment attended or missed`,
      )
      .join('; '),
  };
}
