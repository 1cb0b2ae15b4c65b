import { formatNumber } from '../../model/format.ts';
import type { Cell, ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { mean, standardDeviation } from '../numeric/moments.ts';
import { meanAndSd } from '../paired/change-table.ts';
import { missingWords } from '../parts/missing-counts.ts';
import { countPercentCell } from '../parts/percent.ts';
import { withBounds } from '../parts/quantity.ts';
import type { ScaleAtTime } from './scored-scales.ts';

/** Each score at each time point. */
export function scaleTable(scales: readonly ScaleAtTime[]): ResultTable {
  const right = (
    key: string,
    header: string,
    format: 'text' | 'count' | 'correlation' = 'text',
  ) => ({
    key,
    header,
    align: 'right' as const,
    format,
  });
  return {
    id: 'scales',
    title: 'Scores at each time point',
    columns: [
      { key: 'scale', header: 'Score', align: 'left', format: 'text' },
      { key: 'time', header: 'Time', align: 'left', format: 'text' },
      right('forms', 'Forms', 'count'),
      right('scored', 'Scored *n* (%)'),
      right('mean', '*M* (*SD*)'),
      right('range', 'Lowest–highest'),
      right('floor', 'Floor *n* (%)'),
      right('ceiling', 'Ceiling *n* (%)'),
      right('alpha', 'α [95\u202f% CI]'),
      right('omega', 'ω', 'correlation'),
    ],
    rows: scales.map((scale) => {
      const { label, time, forms, values, floor, ceiling, facts } = scale;
      const n = values.length;
      return {
        cells: [
          { value: `${label} (${facts.range.low}–${facts.range.high})` },
          { value: time },
          { value: forms },
          countPercentCell(n, forms),
          {
            value: n > 0 ? mean(values) : null,
            text: meanAndSd({
              mean: n > 0 ? mean(values) : null,
              sd: standardDeviation(values),
              median: null,
              q1: null,
              q3: null,
            }),
          },
          {
            value: null,
            text:
              n === 0
                ? '–'
                : `${formatNumber(Math.min(...values), 'number')}–${formatNumber(Math.max(...values), 'number')}`,
          },
          countPercentCell(floor, n),
          countPercentCell(ceiling, n),
          alphaCell(scale),
          { value: omegaOf(scale) },
        ],
      };
    }),
    notes: [
      'Means of all scored forms at each time, not of pairs.',
      'α and ω of the forms with every item answered; items as they count.',
      ...scales.flatMap((scale) => {
        const words = missingWords(scale.missing);
        return words === '' ? [] : [`${nameOf(scale)}: ${escapeRich(words)}.`];
      }),
    ],
  };
}

function alphaCell({ reliability: { value } }: ScaleAtTime): Cell {
  if (value === null) return { value: null, text: '–' };
  return { value: value.alpha, text: withBounds(value.alpha, value.alpha_ci_feldt, 'correlation') };
}

/** "Warmth at T1" */
export function nameOf({ label, time }: ScaleAtTime): string {
  return `${escapeRich(label)} at ${escapeRich(time)}`;
}

/** McDonald’s ω; null where it is not computed. */
export function omegaOf({ reliability: { value } }: ScaleAtTime): number | null {
  if (value === null) return null;
  return typeof value.omega_total_cfa_ml_raw === 'number' ? value.omega_total_cfa_ml_raw : null;
}
