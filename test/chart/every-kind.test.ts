import { describe, expect, test } from 'vitest';
import { DARK_THEME, LIGHT_THEME } from '../../src/chart/chart-theme.ts';
import { drawFigure } from '../../src/chart/draw-figure.ts';
import { figureNotes } from '../../src/chart/figure-notes.ts';
import { figureToPlotly } from '../../src/chart/figure-plotly.ts';
import { figureToSvg } from '../../src/chart/figure-svg.ts';
import { figureTable } from '../../src/chart/figure-table.ts';
import { plainText } from '../../src/model/rich.ts';
import { boxes, everyKind, pairedLines, stacked, transition } from '../helpers/figures.ts';
import { hostile } from '../helpers/hostile.ts';
import { messyFigures } from '../helpers/messy-figures.ts';
import { coveredTexts, textsOutside } from '../helpers/svg-texts.ts';
import { elementsOf } from '../helpers/well-formed.ts';

const SIZE = { width: 720, height: 400 };
const HOSTILE = `"><script>alert(1)</script><a href="https://x.example">%{x}`;
const named = everyKind().map((figure, i) => [`${i} ${figure.kind}`, figure] as const);
const messy = messyFigures().map((figure, i) => [`${i} ${figure.kind}`, figure] as const);

describe('SVG of every kind', () => {
  test.each([...named, ...messy])(
    '%s: well-formed, self-contained, nothing but numbers',
    (_, figure) => {
      const svg = figureToSvg(figure);
      const names = new Set(elementsOf(svg));
      for (const name of ['script', 'style', 'foreignObject', 'image', 'a', 'use']) {
        expect(names.has(name)).toBe(false);
      }
      expect(svg).not.toMatch(/href|on\w+=|url\((?!#)|NaN|Infinity|undefined/);
    },
  );

  test.each(named)('%s: no text covers another, none is cut off', (_, figure) => {
    const svg = figureToSvg(figure);
    expect(coveredTexts(svg)).toEqual([]);
    expect(textsOutside(svg)).toEqual([]);
  });

  test.each(messy)('%s: with messy values too no text is cut off', (_, figure) => {
    expect(textsOutside(figureToSvg(figure))).toEqual([]);
  });

  test.each(named)('%s: hostile texts stay text', (_, figure) => {
    const svg = figureToSvg(hostile(figure, HOSTILE));
    expect(new Set(elementsOf(svg)).has('script')).toBe(false);
    expect(svg).not.toContain('<a ');
  });

  test.each(named)(
    '%s: every value has a place that can be read out, inside the drawing',
    (_, figure) => {
      const { marks, width, height } = drawFigure(figure, SIZE);
      expect(marks.length).toBeGreaterThan(0);
      for (const mark of marks) {
        expect(mark.text).not.toBe('');
        expect(mark.left).toBeGreaterThan(-20);
        expect(mark.left + mark.width).toBeLessThan(width + 20);
        expect(mark.top + mark.height).toBeLessThan(height + 1);
      }
    },
  );
});

describe('Plotly of every kind', () => {
  test.each([...named, ...messy])('%s: data without NaN, dark as light', (_, figure) => {
    const light = figureToPlotly(figure, LIGHT_THEME);
    const dark = figureToPlotly(figure, DARK_THEME);
    expect(light === null).toBe(figure.kind === 'grid' || figure.kind === 'flow');
    expect(light?.data.length).toBe(dark?.data.length);
    for (const value of numbersOf(light)) expect(Number.isFinite(value)).toBe(true);
  });

  test.each(named)('%s: nothing from data is markup or a template', (_, figure) => {
    const plot = figureToPlotly(hostile(figure, HOSTILE), LIGHT_THEME);
    for (const text of stringsOf(plot)) {
      expect(text.replaceAll(/<\/?(b|br)>/g, '')).not.toMatch(/[<>]/);
    }
    expect(JSON.stringify(plot)).not.toMatch(/template/i);
  });
});

describe('the table of every kind', () => {
  test.each([...named, ...messy])('%s: as many cells as columns in each row', (_, figure) => {
    const { columns, rows } = figureTable(figure);
    for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
    expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length);
  });
});

describe('the notes of a chart', () => {
  test('an even sample of people is said to be one', () => {
    const figure = { ...pairedLines(60), people: { better: 700, same: 100, worse: 200 } };
    expect(figureNotes(figure)).toContain(
      '60 of 1,000 people are drawn, evenly taken; all other numbers are of everybody.',
    );
    expect(figureNotes(pairedLines(60))).toEqual([]);
  });

  test('how far whiskers reach, and what a star means', () => {
    expect(figureNotes(boxes())[0]).toMatch(/^Whiskers reach/);
    expect(figureNotes(transition())).toEqual(['* = not shown.']);
  });
});

test('names from data that look like markup stay as they are in tables', () => {
  const figure = { ...stacked(), levels: ['*a*', '~b~', 'c', 'd', 'e'] };
  const { columns } = figureTable(figure);
  expect(columns.map(({ spanner }) => plainText(spanner ?? ''))).toContain('*a*');
});

function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersOf);
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}
