import type { BoardMeasure } from '../../../src/chart/board-figure.ts';
import { formatNumber } from '../../../src/model/format.ts';

/** How bars are measured. */
export const MEASURES = [
  { id: 'count', label: 'Count' },
  { id: 'share', label: 'Share of cohort' },
  { id: 'rate', label: 'Share of all' },
] as const satisfies readonly { id: BoardMeasure; label: string }[];

export type Measure = BoardMeasure;

/** A place on a chart: how many of the cohort, how many of all, and what each is a share of. */
export interface PlaceCounts {
  n: number;
  all: number;
  cohort: number;
  of: number;
}

/** How long the bar of a place is, and that of its shadow. */
export function barLengths(
  measure: Measure,
  { n, all, cohort, of }: PlaceCounts,
): [number, number] {
  switch (measure) {
    case 'count':
      return [n, all];
    case 'share':
      return [percent(n, cohort), percent(all, of)];
    case 'rate':
      return [percent(n, all), all > 0 ? 100 : 0];
  }
}

/** What stands at a bar. */
export function barLabel(measure: Measure, counts: PlaceCounts): string {
  const [length] = barLengths(measure, counts);
  return measure === 'count' ? formatNumber(length, 'count') : percentWords(length);
}

/** A bar read aloud: "2019/20: 250 of 431". */
export function placeWords(label: string, measure: Measure, counts: PlaceCounts): string {
  const { n, all, cohort } = counts;
  const number = (value: number) => formatNumber(value, 'count');
  switch (measure) {
    case 'count':
      return `${label}: ${number(n)}, of all ${number(all)}`;
    case 'share':
      return `${label}: ${number(n)} of ${number(cohort)} (${percentWords(percent(n, cohort))}), of all ${percentWords(percent(all, counts.of))}`;
    case 'rate':
      return `${label}: ${number(n)} of ${number(all)} (${percentWords(percent(n, all))})`;
  }
}

export function percent(n: number, of: number): number {
  return of > 0 ? (100 * n) / of : 0;
}

/** "0.4 %", "12 %": a decimal where whole numbers would hide what there is. */
export function percentWords(value: number): string {
  return formatNumber(value, value > 0 && value < 10 ? 'percent1' : 'percent0');
}
