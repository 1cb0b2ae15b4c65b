import type { ResultTable } from '../../model/result.ts';
import { meanInterval } from '../figures/box-figure.ts';
import { medianIqr } from '../groups/group-columns.ts';
import { standardDeviation } from '../numeric/moments.ts';
import { median } from '../numeric/quantile.ts';
import { linesTable, quantity } from '../parts/quantity.ts';
import { count } from '../parts/words.ts';
import { type Measurements, valuesAt } from './measurements.ts';

/**
 * Mean and median at each time, of the rows with every measurement.
 * @param meanRanks of a test by ranks: medians and mean ranks only
 */
export function timesTable(
  data: Measurements,
  unit: string,
  level: number,
  meanRanks?: readonly number[] | null,
): ResultTable {
  return linesTable(
    {
      id: 'times',
      title: `${data.label} at each time`,
      first: 'Time',
      level,
      notes: [
        `Of the ${count(data.rows.length)} ${unit} with every measurement. IQR: lower to upper quartile, type 7.`,
      ],
    },
    data.times.map((label, j) => {
      const values = valuesAt(data, j);
      if (values.length === 0) return { label, quantities: [] };
      const { value, low, high } = meanInterval(values, level);
      return {
        label,
        quantities: [
          ...(meanRanks === undefined
            ? [
                quantity('mean', 'mean', '*M*', value, 'mean', { ci: [low ?? null, high ?? null] }),
                quantity('sd', 'SD', '*SD*', standardDeviation(values), 'mean'),
              ]
            : []),
          quantity('median', 'median', '*Mdn* (IQR)', median(values), 'number', {
            text: medianIqr({ label, values }),
          }),
          ...(meanRanks !== undefined
            ? [quantity('mean-rank', 'mean rank', 'Mean rank', meanRanks?.[j], 'mean')]
            : []),
        ],
      };
    }),
  );
}
