import type { Figure } from '../../model/figure.ts';
import type { DataView as View } from '../analysis.ts';
import type { Levels } from '../parts/levels.ts';
import { capital, count } from '../parts/words.ts';
import type { CoveredYear } from './covered-years.ts';
import type { YearTally } from './tally-years.ts';
import { yearSentence } from './year-words.ts';

export function yearFigure(
  years: readonly CoveredYear[],
  tally: YearTally,
  view: View,
  groups: Levels | null,
  used: number,
): Figure {
  const points = (counts: readonly number[]) =>
    years.map(({ label, part }, i) => ({
      label,
      value: counts[i] ?? 0,
      ...(part ? { part } : {}),
    }));
  return {
    kind: groups ? 'grouped-bar' : 'bar',
    title: `${capital(view.unit)} by financial year${groups ? ` and ${groups.variable.label}` : ''}`,
    subtitle: `n = ${count(used)} ${view.unit}`,
    x: { title: 'Financial year' },
    y: { title: `Number of ${view.unit}`, format: 'count', zero: true },
    series: groups
      ? tally.series.map(({ name, counts }) => ({ name, points: points(counts) }))
      : [{ name: capital(view.unit), points: points(tally.totals) }],
    notes: years.flatMap((year) => (year.note ? [`Part year: ${year.note}`] : [])),
    alt: `Bar chart. ${yearSentence(years, tally, used, view.unit)}`,
  };
}
