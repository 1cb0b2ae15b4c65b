import { describe, expect, test } from 'vitest';
import { DARK_THEME, LIGHT_THEME } from '../../src/chart/chart-theme.ts';
import { categoryPlotly } from '../../src/chart/plotly/category-plotly.ts';
import { makeFigure, points, yearFigure } from '../helpers/result.ts';

const HOSTILE = '<img src=x onerror=alert(1)>&%{y}';

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(strings);
}

describe('categoryPlotly', () => {
  test('the values of the figure, and hatching on the part years only', () => {
    const { data } = categoryPlotly(yearFigure(), LIGHT_THEME);
    expect(data).toMatchObject([
      {
        type: 'bar',
        y: [97, 188, 274, 356, 431, 402, 548, 617, 777],
        marker: { pattern: { shape: ['/', '', '', '', '', '', '', '', '/'] } },
      },
    ]);
  });

  test('nothing from data is markup or a template', () => {
    const figure = makeFigure({
      kind: 'grouped-bar',
      title: HOSTILE,
      x: { title: HOSTILE },
      y: { title: HOSTILE, format: 'count', zero: true },
      series: [
        { name: HOSTILE, points: [{ label: HOSTILE, value: 3, part: HOSTILE }] },
        { name: 'b', points: [{ label: HOSTILE, value: null }] },
      ],
    });
    const plot = categoryPlotly(figure, DARK_THEME);
    for (const text of strings(plot))
      expect(text.replaceAll(/<\/?(b|br)>/g, '')).not.toMatch(/[<>]/);
    expect(JSON.stringify(plot)).not.toMatch(/template/i);
  });

  test('intervals become error bars of unequal arms', () => {
    const series = [{ name: 's', points: [{ label: 'a', value: 2, low: 1.5, high: 3 }] }];
    const figure = makeFigure({ kind: 'interval', series });
    expect(categoryPlotly(figure, LIGHT_THEME).data[0]).toMatchObject({
      error_y: { array: [1], arrayminus: [0.5], symmetric: false },
    });
  });

  test('equal labels stay apart, and long ones lie in rows', () => {
    const label = 'A label that is much too long to stand under a column of a chart';
    const twice = [1, 2, 3, 4, 5, 6].map((value) => ({ label, value }));
    const { data, layout } = categoryPlotly(
      makeFigure({ series: [{ name: 's', points: twice }] }),
      LIGHT_THEME,
    );
    expect(data[0]).toMatchObject({ orientation: 'h', y: [0, 1, 2, 3, 4, 5] });
    expect(layout).toMatchObject({ yaxis: { tickvals: [0, 1, 2, 3, 4, 5] } });
  });

  test('both themes draw on their own surface', () => {
    const figure = makeFigure({ series: [{ name: 's', points: points({ a: 1 }) }] });
    expect(categoryPlotly(figure, LIGHT_THEME).layout).toMatchObject({ paper_bgcolor: '#ffffff' });
    expect(categoryPlotly(figure, DARK_THEME).layout).toMatchObject({ paper_bgcolor: '#171c20' });
  });
});
