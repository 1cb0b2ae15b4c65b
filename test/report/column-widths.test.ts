import { describe, expect, test } from 'vitest';
import type { ResultTable } from '../../src/model/result.ts';
import { cellLines } from '../../src/report/word/cell-lines.ts';
import { fitColumns } from '../../src/report/word/column-widths.ts';
import { TEXT_WIDTH, WIDE_TEXT_WIDTH } from '../../src/report/word/page.ts';
import { makeTable } from '../helpers/result.ts';

function intervals(columns: number): ResultTable {
  return {
    ...makeTable(),
    columns: Array.from({ length: columns }, (_, i) => ({
      key: `${i}`,
      header: '*d* [95 % CI]',
      align: 'right',
      format: 'statistic',
    })),
    rows: [
      {
        cells: Array.from({ length: columns }, () => ({
          value: null,
          text: '−0.46 [−0.71, −0.21]',
        })),
      },
    ],
  };
}

describe('fitColumns', () => {
  test('a small table keeps its font and does not spread over the page', () => {
    const fit = fitColumns(makeTable(), TEXT_WIDTH);
    expect(fit).toMatchObject({ size: 20, stacking: 0 });
    const width = fit?.widths.reduce((a, b) => a + b, 0) ?? 0;
    expect(width).toBeLessThan(TEXT_WIDTH * 0.7);
    expect(width).toBeGreaterThan(TEXT_WIDTH * 0.5);
  });

  test('the broader the table, the smaller the font and the more is stacked; never beyond the page', () => {
    const sizes = [3, 4, 5, 7].map((columns) => {
      const fit = fitColumns(intervals(columns), TEXT_WIDTH);
      const width = fit?.widths.reduce((a, b) => a + b, 0) ?? 0;
      expect(width).toBeLessThanOrEqual(TEXT_WIDTH);
      return fit;
    });
    expect(sizes[0]?.size).toBe(20);
    expect(sizes[3]?.stacking).toBeGreaterThan(0);
    expect(sizes[3]?.size).toBeLessThan(20);
  });

  test('what no upright page can hold goes on a wide one', () => {
    expect(fitColumns(intervals(10), TEXT_WIDTH)).toBeNull();
    expect(fitColumns(intervals(10), WIDE_TEXT_WIDTH)).not.toBeNull();
  });
});

test('numbers break only before their brackets, and never inside them', () => {
  expect(cellLines('−0.46 [−0.71, −0.21]', 0)).toEqual(['−0.46 [−0.71,\u00a0−0.21]']);
  expect(cellLines('−0.46 [−0.71, −0.21]', 1)).toEqual(['−0.46', '[−0.71,\u00a0−0.21]']);
  expect(cellLines('5.20 (0.88)', 1)).toEqual(['5.20 (0.88)']);
  expect(cellLines('5.20 (0.88)', 2)).toEqual(['5.20', '(0.88)']);
});
