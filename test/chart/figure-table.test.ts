import { expect, test } from 'vitest';
import { figureTable } from '../../src/chart/figure-table.ts';
import { makeFigure, points, yearFigure } from '../helpers/result.ts';

test('the data behind a chart: a row a category, part years named', () => {
  const table = figureTable(yearFigure());
  expect(table.columns.map(({ header }) => header)).toEqual([
    'Financial year, April to March',
    'Part',
    'Appointments made',
  ]);
  expect(table.rows[0]?.cells.map(({ value }) => value)).toEqual(['2015/16', 'from June', 97]);
  expect(table.rows).toHaveLength(9);
});

test('series side by side, matched by label; values that are not shown are stars', () => {
  const series = [
    { name: 'Before', points: points({ a: 1, b: 2 }) },
    { name: 'After', points: points({ b: 4, c: null }) },
  ];
  const { rows } = figureTable(makeFigure({ kind: 'grouped-bar', series }));
  expect(rows.map(({ cells }) => cells.map(({ value, text }) => text ?? value))).toEqual([
    ['a', 1, null],
    ['b', 2, 4],
    ['c', null, '*'],
  ]);
});

test('intervals have columns for their ends', () => {
  const series = [{ name: 'd', points: [{ label: 'PRFQ', value: 0.46, low: 0.21, high: 0.7 }] }];
  const table = figureTable(makeFigure({ kind: 'interval', series }));
  expect(table.columns.map(({ header }) => header).slice(1)).toEqual(['Value', 'Lower', 'Upper']);
  expect(table.rows[0]?.cells.map(({ value }) => value)).toEqual(['PRFQ', 0.46, 0.21, 0.7]);
});
