import { describe, expect, test } from 'vitest';
import { figureToSvg } from '../../src/chart/figure-svg.ts';
import { makeFigure, points, yearFigure } from '../helpers/result.ts';
import { elementsOf } from '../helpers/well-formed.ts';

const HOSTILE = `"><script>alert(1)</script>&'\u0000\ud800 ]]> %{x}`;

function texts(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? '');
}

function many(n: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: n }, (_, i) => [`Ward number ${i + 1}`, i + 1]));
}

describe('figureToSvg', () => {
  test('appointments by year: every value, part years hatched and named under their tick', () => {
    const svg = figureToSvg(yearFigure());
    elementsOf(svg);
    const written = texts(svg);
    for (const value of ['97', '188', '274', '777', '2015/16', 'from June', 'to Dec.']) {
      expect(written).toContain(value);
    }
    expect(svg.match(/<rect[^>]*fill="url\(#/g)).toHaveLength(2);
    expect(written).toContain('0');
  });

  test('says what it is to a screen reader', () => {
    const svg = figureToSvg(yearFigure());
    expect(svg).toContain('role="img"');
    expect(svg).toMatch(/<title id="[^"]+">Appointments made by year<\/title>/);
    expect(svg).toMatch(/<desc id="[^"]+">Bar chart: appointments made/);
  });

  test('bars are as long as their values, from zero', () => {
    const svg = figureToSvg(
      makeFigure({ series: [{ name: 's', points: points({ a: 100, b: 50, c: 0 }) }] }),
    );
    const heights = [...svg.matchAll(/<rect x[^>]*height="([\d.]+)" fill="#0072B2"/g)].map((m) =>
      Number(m[1]),
    );
    expect(heights[1]).toBeCloseTo((heights[0] ?? 0) / 2, 1);
    expect(heights[2]).toBe(0);
  });

  test.each(['bar', 'grouped-bar', 'line', 'interval', 'histogram'] as const)(
    '%s: hostile labels stay text, and the file is well-formed and self-contained',
    (kind) => {
      const svg = figureToSvg(
        makeFigure({
          kind,
          title: HOSTILE,
          subtitle: HOSTILE,
          x: { title: HOSTILE },
          y: { title: HOSTILE, format: 'mean', zero: false },
          alt: HOSTILE,
          notes: [HOSTILE],
          series: [HOSTILE, `${HOSTILE}2`].map((name) => ({
            name,
            points: [{ label: HOSTILE, value: 2, low: 1, high: 3, part: HOSTILE }],
          })),
        }),
      );
      const names = new Set(elementsOf(svg));
      for (const name of ['script', 'style', 'foreignObject', 'image', 'a', 'use']) {
        expect(names.has(name)).toBe(false);
      }
      expect(svg).not.toMatch(/href|on\w+=|url\((?!#)/);
    },
  );

  test.each([1, 2, 7, 20, 40])('%d categories: labels never overlap', (n) => {
    const svg = figureToSvg(makeFigure({ series: [{ name: 's', points: points(many(n)) }] }));
    elementsOf(svg);
    const rows = [...svg.matchAll(/<text x="[\d.]+" y="([\d.]+)" text-anchor="end"[^>]*>Ward/g)];
    const ys = rows.map((match) => Number(match[1])).sort((a, b) => a - b);
    ys.slice(1).forEach((y, i) => {
      expect(y - (ys[i] ?? 0)).toBeGreaterThanOrEqual(14);
    });
    for (let i = 1; i <= n; i++) expect(svg).toContain(`>${i}<`);
  });

  test('a value that is not shown is a hatched stub with a star', () => {
    const svg = figureToSvg(
      makeFigure({ series: [{ name: 's', points: points({ a: 12, b: null }) }] }),
    );
    expect(texts(svg)).toContain('*');
    expect(svg).toMatch(/fill="url\(#[^"]+-none\)"/);
    expect(texts(svg).join(' ')).toContain('* = not shown.');
  });

  test('intervals are drawn with their ends, and written out beside long labels', () => {
    const label = 'Interest and curiosity in mental states of the infant, all items';
    const interval = { label, value: 0.46, low: 0.21, high: 0.7 };
    const other = { label: 'Another subscale with a rather long name too', value: -0.1 };
    const third = { ...interval, label: 'Pre-mentalizing modes as reported by the parent' };
    const rest = ['Warmth in the relationship', 'Invasion by the infant'].map((name) => ({
      ...interval,
      label: `${name}, Mothers’ Object Relations Scale`,
    }));
    const svg = figureToSvg(
      makeFigure({
        kind: 'interval',
        y: { title: 'd', format: 'statistic', zero: true },
        series: [{ name: 'd', points: [interval, other, third, ...rest] }],
      }),
    );
    expect(texts(svg)).toContain('0.46 [0.21, 0.70]');
    expect(texts(svg)).toContain('−0.10');
  });

  test('two charts on a page do not share ids', () => {
    const id = (svg: string) => /<title id="([^"]+)-title"/.exec(svg)?.[1];
    expect(id(figureToSvg(yearFigure()))).not.toBe(id(figureToSvg(makeFigure())));
  });

  test('a figure without points is still a picture with its title', () => {
    expect(texts(figureToSvg(makeFigure({ series: [] })))).toContain('Appointments made by year');
  });
});
