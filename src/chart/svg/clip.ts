import type { Panel } from './axes.ts';

export interface Point {
  x: number;
  y: number;
}

/** The part of a polygon (or of a line, as a polygon of two points) inside a panel: one side after the other is cut off. */
export function clip(points: readonly Point[], panel: Panel): readonly Point[] {
  const sides: ((point: Point) => number)[] = [
    ({ x }) => x - panel.left,
    ({ x }) => panel.right - x,
    ({ y }) => y - panel.top,
    ({ y }) => panel.bottom - y,
  ];
  return sides.reduce<readonly Point[]>((kept, inside) => {
    return kept.flatMap((to, i) => {
      const from = kept.at(i - 1) ?? to;
      const [before, now] = [inside(from), inside(to)];
      const crossing =
        before < 0 !== now < 0
          ? [
              {
                x: from.x + ((to.x - from.x) * before) / (before - now),
                y: from.y + ((to.y - from.y) * before) / (before - now),
              },
            ]
          : [];
      return now < 0 ? crossing : [...crossing, to];
    });
  }, points);
}
