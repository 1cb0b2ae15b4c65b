import type { CategoryFigure, Figure } from '../model/figure.ts';
import { formatNumber } from '../model/format.ts';
import { isCategoryFigure } from './category-figure.ts';
import { directionCounts, peopleOf } from './directions.ts';
import { hasBars } from './value-scale.ts';

/** The notes under a chart (rich text), with what its signs mean where they occur. Word cannot draw single markers hollow. */
export function figureNotes(figure: Figure, hollowMarkers = true): string[] {
  const own = isCategoryFigure(figure)
    ? partNotes(figure, hollowMarkers)
    : [...thinnedNotes(figure), ...(figure.kind === 'box' ? [figure.whiskers] : [])];
  const notes = [...figure.notes, ...own.filter((note) => !figure.notes.includes(note))];
  return hasWithheld(figure) && !notes.join(' ').includes('*')
    ? [...notes, '* = not shown.']
    : notes;
}

function partNotes(figure: CategoryFigure, hollowMarkers: boolean): string[] {
  const marked = hasBars(figure) ? 'Hatched' : hollowMarkers ? 'Hollow' : null;
  const parts = figure.series.some(({ points }) => points.some(({ part }) => part));
  return marked && parts && !/part (year|period)/i.test(figure.notes.join(' '))
    ? [`${marked}: part period.`]
    : [];
}

/** Says so where not everybody is drawn. */
function thinnedNotes(figure: Figure): string[] {
  switch (figure.kind) {
    case 'paired-lines': {
      const all = peopleOf(directionCounts(figure));
      return figure.lines.length < all ? [evenSample(figure.lines.length, all, 'people')] : [];
    }
    case 'box':
      return figure.groups
        .filter(({ n, points }) => points.length < n)
        .map(({ n, points, label }) => evenSample(points.length, n, `values of ${label}`));
    case 'scatter': {
      const drawn = figure.series
        .flatMap(({ points }) => points)
        .reduce((sum, { n }) => sum + (n ?? 1), 0);
      return drawn < figure.n ? [evenSample(drawn, figure.n, 'points')] : [];
    }
    default:
      return [];
  }
}

function evenSample(drawn: number, of: number, what: string): string {
  return `${formatNumber(drawn, 'count')} of ${formatNumber(of, 'count')} ${what} are drawn, evenly taken; all other numbers are of everybody.`;
}

function hasWithheld(figure: Figure): boolean {
  switch (figure.kind) {
    case 'paired-lines':
    case 'box':
    case 'step':
    case 'scatter':
      return false;
    case 'forest':
      return figure.rows.some(({ value, refused }) => value === null && refused === undefined);
    case 'stacked-bar':
      return figure.bars.some(({ counts }) => counts.includes(null));
    case 'grid':
      return figure.cells.some((row) => row.includes(null));
    case 'flow':
      return [
        ...figure.steps.flatMap((step) => [step, ...(step.lost ?? [])]),
        ...(figure.ends ?? []),
      ].some(({ n }) => n === null);
    default:
      return figure.series.some(({ points }) => points.some(({ value }) => value === null));
  }
}
