import type { BoxFigure, PairedLinesFigure } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import { MOST_LINES, thin } from '../../model/thin.ts';
import { boxFigure, meanInterval } from '../figures/box-figure.ts';
import { count } from '../parts/words.ts';
import { type Measurements, valuesAt } from './measurements.ts';

/** Everybody's scores over time with the means, and a box for each time. */
export function repeatedFigures(
  data: Measurements,
  unit: string,
  level: number,
): (BoxFigure | PairedLinesFigure)[] {
  const { label, rows, times } = data;
  if (rows.length === 0) return [];
  const columns = times.map((time, j) => ({ label: time, values: valuesAt(data, j) }));
  const means = columns.map(({ values }) => meanInterval(values, level));
  const boxes = boxFigure({ title: label, groups: 'Time', value: label, unit, level }, columns);
  return [
    {
      kind: 'paired-lines',
      title: `${label}: everybody over time`,
      subtitle: `n = ${count(rows.length)} ${unit} with every measurement`,
      x: { title: 'Time' },
      y: { title: label, format: 'number', zero: false },
      times,
      lines: thin(rows, MOST_LINES, ([first = 0]) => first).map((values) => ({
        values,
        direction: 'unrated',
      })),
      means,
      people: { unrated: rows.length },
      notes: [],
      alt: `A line for each of ${count(rows.length)} ${unit}. Means: ${times.map((time, j) => `${time} ${formatNumber(means[j]?.value ?? null, 'mean')}`).join(', ')}.`,
    },
    { ...boxes, subtitle: `n = ${count(rows.length)} ${unit} with every measurement` },
  ];
}
