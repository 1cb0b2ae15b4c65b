import type { CategoryFigure, FigurePoint } from '../model/figure.ts';

/** A place on the category axis, with the point of each series there; null where a series has none. */
export interface Category {
  label: string;
  /** "from June": set when the point of any series covers a part of the period only. */
  part: string | null;
  points: readonly (FigurePoint | null)[];
}

/** The categories of a figure in order. Series that share their labels are matched by place, others by label. */
export function categoriesOf(figure: CategoryFigure): Category[] {
  const [first, ...others] = figure.series;
  if (!first) return [];
  const aligned = others.every(
    ({ points }) =>
      points.length === first.points.length &&
      points.every((point, i) => point.label === first.points[i]?.label),
  );
  const rows = aligned
    ? first.points.map((_, i) => figure.series.map((series) => series.points[i] ?? null))
    : [...new Set(figure.series.flatMap(({ points }) => points.map((p) => p.label)))].map((label) =>
        figure.series.map(({ points }) => points.find((p) => p.label === label) ?? null),
      );
  return rows.map((points) => ({
    label: points.find((point) => point !== null)?.label ?? '',
    part: points.find((point) => point?.part)?.part ?? null,
    points,
  }));
}

/** The point is a bar of a part period. */
export function isPart(point: FigurePoint | null): boolean {
  return point?.part !== undefined && point.part !== '';
}
