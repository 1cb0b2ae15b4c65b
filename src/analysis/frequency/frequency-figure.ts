import type { Figure } from '../../model/figure.ts';
import type { DataView as View } from '../analysis.ts';
import type { Levels } from '../parts/levels.ts';
import { missingWords } from '../parts/missing-counts.ts';
import { percentFormat, percentOf } from '../parts/percent.ts';
import { levelIs, rowsBehind } from '../parts/rows-behind.ts';
import { count } from '../parts/words.ts';
import { validOf } from './frequency-estimates.ts';
import { named } from './frequency-words.ts';

export function frequencyFigure(
  levels: Levels,
  view: View,
  base: 'valid' | 'all',
  chart: 'percent' | 'count',
): Figure {
  const total = view.rows.length;
  const of = base === 'valid' ? validOf(levels) : total;
  const counted = chart === 'count';
  const missing = missingWords(levels.missing);
  return {
    kind: 'bar',
    title: levels.variable.label,
    subtitle: `n = ${count(of)} ${view.unit}${base === 'valid' && missing ? `, ${missing}` : ''}`,
    x: { title: levels.variable.label },
    y: counted
      ? { title: `Number of ${view.unit}`, format: 'count', zero: true }
      : { title: `% of ${view.unit}`, format: percentFormat(of), zero: true },
    series: [
      {
        name: counted ? 'n' : '%',
        points: levels.labels.map((label, i) => {
          const n = levels.counts[i] ?? 0;
          const behind = n === 0 ? {} : rowsBehind(view, levelIs(levels, i));
          return { label, value: counted ? n : percentOf(n, of), ...behind };
        }),
      },
    ],
    notes: [],
    alt: `Bar chart of ${levels.variable.label}. ${named(levels, of, 12)}.`,
  };
}
