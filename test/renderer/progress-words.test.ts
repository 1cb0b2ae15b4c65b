import { expect, test } from 'vitest';
import { progressWords } from '../../renderer/progress-words.ts';

test('progress is told in bytes, columns or rows, whichever is counted', () => {
  const at = (done: number, total: number, label: string) => progressWords({ done, total, label });
  expect(at(24_000_000, 56_000_000, 'Reading a.csv')).toBe('Reading a.csv: 24 MB of 56 MB');
  expect(at(3, 10, 'Reading the values of a.csv')).toBe(
    'Reading the values of a.csv: column 3 of 10',
  );
  expect(at(400, 1_000, 'Writing rows')).toBe('Writing rows: 400 of 1,000');
  expect(at(0, 0, 'Reading')).toBe('Reading');
});
