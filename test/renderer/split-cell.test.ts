import { expect, test } from 'vitest';
import { splitCell } from '../../renderer/split-cell.ts';

test.each([
  ['2.58 [1.04, 4.13]', '2.58', '[1.04, 4.13]'],
  ['−0.07 [−0.18, 0.04]', '−0.07', '[−0.18, 0.04]'],
  ['85 (74.6)', '85', '(74.6)'],
  ['−1.23(84)', '−1.23', '(84)'],
  ['*t*(*df*)', '*t*', '(*df*)'],
  ['*d*~av~ [95 % CI]', '*d*~av~', '[95 % CI]'],
  ['*n* paired (%)', '*n* paired', '(%)'],
])('%s is a number and its bracket', (text, lead, tail) => {
  expect(splitCell(text)).toEqual({ lead, tail });
});

test.each(['2.58', '(0.5)', '[1.04, 4.13]', '', '62 of 85', 'Adults (16+) and infants'])(
  '%s is one piece',
  (text) => {
    expect(splitCell(text)).toBeNull();
  },
);
