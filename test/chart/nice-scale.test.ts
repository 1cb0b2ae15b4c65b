import { describe, expect, test } from 'vitest';
import { limitedScale, niceScale } from '../../src/chart/nice-scale.ts';
import { tickLabel, valueScale } from '../../src/chart/value-scale.ts';
import { makeFigure, points } from '../helpers/result.ts';

describe('niceScale', () => {
  test.each([
    [0, 777, [0, 200, 400, 600, 800]],
    [0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [-0.6, 0.8, [-1, -0.5, 0, 0.5, 1]],
    [0.1, 0.3, [0.1, 0.15, 0.2, 0.25, 0.3]],
    [0, 1e6, [0, 200_000, 400_000, 600_000, 800_000, 1_000_000]],
  ])('%d to %d', (low, high, ticks) => {
    expect(niceScale(low, high).ticks).toEqual(ticks);
  });

  test('counts have no ticks between whole numbers', () => {
    expect(niceScale(0, 2, true).ticks).toEqual([0, 1, 2]);
    expect(niceScale(0, 11, true).step).toBe(5);
  });

  test('holds both ends, whatever they are', () => {
    for (let i = 0; i < 300; i++) {
      const low = Math.sin(i) * 10 ** (i % 7);
      const high = low + Math.abs(Math.cos(i * 3)) * 10 ** (i % 5) + 1e-3;
      const scale = niceScale(low, high);
      expect(scale.low).toBeLessThanOrEqual(low);
      expect(scale.high).toBeGreaterThanOrEqual(high);
      expect(scale.ticks.length).toBeGreaterThan(2);
      expect(scale.ticks.length).toBeLessThan(9);
    }
  });

  test('a single value gets room around it', () => {
    expect(niceScale(0, 0, true).ticks).toEqual([0, 1]);
    const { low, high } = niceScale(5, 5);
    expect(low).toBeLessThan(5);
    expect(high).toBeGreaterThan(5);
  });
});

test('limits of a questionnaire are kept, with a tick at both ends', () => {
  expect(limitedScale(1, 7).ticks).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(limitedScale(0, 35).ticks).toEqual([0, 5, 10, 15, 20, 25, 30, 35]);
});

describe('valueScale', () => {
  test('bars start at zero even when the figure does not ask for it', () => {
    const y = { title: '', format: 'count', zero: false } as const;
    const figure = makeFigure({ y, series: [{ name: 's', points: points({ a: 97, b: 101 }) }] });
    expect(valueScale(figure).low).toBe(0);
  });

  test('limits that the data pass are not kept', () => {
    const y = { title: '', format: 'mean', zero: false, low: 1, high: 7 } as const;
    const figure = makeFigure({
      kind: 'line',
      y,
      series: [{ name: 's', points: points({ a: 9 }) }],
    });
    expect(valueScale(figure).high).toBeGreaterThanOrEqual(9);
  });

  test('a figure without values still has an axis', () => {
    expect(valueScale(makeFigure({ series: [] })).ticks).toEqual([0, 1]);
  });
});

test.each([
  [1000, 250, 'count', '1,000'],
  [-0.5, 0.5, 'statistic', '−0.5'],
  [0.25, 0.25, 'mean', '0.25'],
  [7.5, 2.5, 'mean', '7.5'],
  [40, 20, 'percent0', '40\u202f%'],
  [0, 0.2, 'mean', '0.0'],
] as const)('tick %d in steps of %d as %s', (value, step, format, label) => {
  expect(tickLabel(value, step, format)).toBe(label);
});
