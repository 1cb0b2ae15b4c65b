import type { Figure } from '../model/result.ts';
import { hasBars } from './value-scale.ts';

/** The notes under a chart (rich text), with what hatching and stars mean where they occur. Word cannot draw single markers hollow. */
export function figureNotes(figure: Figure, hollowMarkers = true): string[] {
  const points = figure.series.flatMap((series) => series.points);
  const notes = [...figure.notes];
  const said = notes.join(' ');
  const marked = hasBars(figure) ? 'Hatched' : hollowMarkers ? 'Hollow' : null;
  if (marked && points.some((p) => p.part) && !/part (year|period)/i.test(said))
    notes.push(`${marked}: part period.`);
  if (points.some((p) => p.value === null) && !said.includes('*')) notes.push('* = not shown.');
  return notes;
}
