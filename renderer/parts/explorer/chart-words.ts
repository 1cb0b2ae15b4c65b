import type { ChartFace, ChartNumbers } from '../../../src/model/board.ts';
import { formatNumber } from '../../../src/model/format.ts';
import { type Measure, placeWords } from './measure.ts';

/** A line of a chart's numbers: what the panel shows and a screen reader hears. */
export interface PlaceLine {
  label: string;
  /** One text a column of `lineHeads`. */
  cells: readonly string[];
  words: string;
}

/** The headings of the lines of a chart. */
export function lineHeads(face: ChartFace): readonly string[] {
  switch (face.question.show) {
    case 'means':
      return ['n', 'Mean', 'SD'];
    case 'boxes':
      return ['n', 'Median', 'Quartiles'];
    default:
      return ['n', 'Share', 'Of all'];
  }
}

/** A place of a chart, of a heat map a cell, with its numbers. */
export function placeLine(
  face: ChartFace,
  numbers: ChartNumbers,
  at: number,
  measure: Measure,
  of: number,
): PlaceLine {
  const { places, down, all } = face;
  const count = (value: number) => formatNumber(value, 'count');
  if (numbers.show === 'counts' || numbers.show === 'heat-map') {
    const every = all.show === numbers.show ? all.counts : [];
    const high = Math.max(1, down.length);
    const label =
      numbers.show === 'counts'
        ? (places[at]?.label ?? '')
        : `${places[Math.floor(at / high)]?.label ?? ''}, ${down[at % high]?.label ?? ''}`;
    const part = places[at]?.part;
    const cohort = numbers.counts.reduce((sum, n) => sum + n, 0);
    const counts = { n: numbers.counts[at] ?? 0, all: every[at] ?? 0, cohort, of };
    const named = part === undefined ? label : `${label} (${part})`;
    return {
      label: named,
      cells: [
        count(counts.n),
        cohort > 0 ? formatNumber((100 * counts.n) / cohort, 'percent1') : '–',
        count(counts.all),
      ],
      words: placeWords(named, measure, counts),
    };
  }
  const label = places[at]?.label ?? '';
  if (numbers.show === 'means') {
    const { n = 0, mean = null, sd = null } = numbers.groups[at] ?? {};
    const cells = [count(n), formatNumber(mean, 'mean'), formatNumber(sd, 'mean')];
    return { label, cells, words: `${label}: mean ${cells[1]}, SD ${cells[2]}, n = ${cells[0]}` };
  }
  if (numbers.show === 'boxes') {
    const { n = 0, box = null } = numbers.groups[at] ?? {};
    const middle = formatNumber(box?.median ?? null, 'number');
    const quartiles =
      box === null
        ? '–'
        : `${formatNumber(box.lower, 'number')} to ${formatNumber(box.upper, 'number')}`;
    return {
      label,
      cells: [count(n), middle, quartiles],
      words: `${label}: median ${middle}, quartiles ${quartiles}, n = ${count(n)}`,
    };
  }
  return { label, cells: [], words: label };
}
