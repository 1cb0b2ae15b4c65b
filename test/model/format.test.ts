import { describe, expect, test } from 'vitest';
import {
  formatBounds,
  formatInterval,
  formatNumber,
  formatP,
  formatShare,
} from '../../src/model/format.ts';

describe('numbers as APA 7 writes them', () => {
  test.each([
    [1234567, 'count', '1,234,567'],
    [3.68374, 'statistic', '3.68'],
    [-1.5, 'mean', '−1.50'],
    [-0.001, 'mean', '0.00'],
    [0.00360224, 'p', '.004'],
    [0.0001, 'p', '< .001'],
    [1, 'p', '1.000'],
    [0.9165, 'correlation', '.92'],
    [-0.5, 'correlation', '−.50'],
    [73.97, 'percent0', '74\u202f%'],
    [97.5, 'days', '97.5'],
    [12345.678, 'mean', '12,345.68'],
    [null, 'mean', '–'],
    [Number.NaN, 'mean', '–'],
  ] as const)('%s as %s is %s', (value, format, text) => {
    expect(formatNumber(value, format)).toBe(text);
  });

  test('p, intervals and shares', () => {
    expect(formatP(0.0035)).toBe('*p* = .004');
    expect(formatP(0.00002)).toBe('*p* < .001');
    expect(formatBounds(1.03983, 4.12684, 'mean')).toBe('[1.04, 4.13]');
    expect(formatInterval({ level: 0.95, low: 0.21, high: 0.7, method: '' }, 'statistic')).toBe(
      '95\u202f% CI [0.21, 0.70]',
    );
    expect(formatShare(62, 85)).toBe('62 of 85 (73\u202f%)');
    expect(formatShare(0, 0)).toBe('0 of 0');
  });
});
