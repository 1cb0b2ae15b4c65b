import type { BoxFigure } from '../../model/figure.ts';
import { boxFigure } from '../figures/box-figure.ts';
import type { Grouped } from './grouped.ts';

/** More outcomes than this are shown in the table only. */
const MOST_BOXES = 6;

/** A chart of boxes for each of the first outcomes. */
export function boxFigures(data: readonly Grouped[], unit: string, level: number): BoxFigure[] {
  return data
    .slice(0, MOST_BOXES)
    .filter(({ groups }) => groups.length > 0)
    .map(({ by, groups, outcome }) =>
      boxFigure(
        { title: `${outcome.label} by ${by}`, groups: by, value: outcome.label, unit, level },
        groups,
      ),
    );
}
