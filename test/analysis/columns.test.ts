import { expect, test } from 'vitest';
import { countCodes } from '../../src/analysis/numeric/count-codes.ts';
import { tPaired, tPairedColumns } from '../../src/analysis/statistics/t-paired.ts';

const N = 20_003;

/** Numbers that repeat from run to run, with some missing, about a common part. */
function column(seed: number, common = 0): Float64Array {
  return Float64Array.from({ length: N }, (_, i) => {
    const value = Math.sin(seed * 1000 + i * i) * 10;
    return (i * seed) % 17 === 0 ? Number.NaN : common + value + (i % 7) ** 2;
  });
}

/** Every third row, as a cohort picks them. */
const THIRD = Uint32Array.from({ length: Math.floor(N / 3) }, (_, i) => 3 * i + 1);

test.each([
  ['all rows', 0, null],
  ['a cohort', 0, THIRD],
  ['a common part of a million', 1e6, null],
] as const)('the paired t of columns is that of pairs: %s', (_what, common, rows) => {
  const [x, y] = [column(1, common), column(2, common)];
  const kept = [...(rows ?? x.keys())].filter((i) => Number.isFinite((x[i] ?? 0) - (y[i] ?? 0)));
  const whole = tPaired(
    kept.map((i) => x[i] ?? 0),
    kept.map((i) => y[i] ?? 0),
  );
  const streamed = tPairedColumns(x, y, 0.95, rows);
  expect(streamed.n_pairs).toBe(kept.length);
  for (const [key, value] of Object.entries(whole)) {
    const got = streamed[key as keyof typeof whole];
    const [a, b] = [[got].flat(), [value].flat()];
    a.forEach((number, i) => {
      expect(Math.abs((number ?? 0) - (b[i] ?? 0)), key).toBeLessThan(1e-10 * size(b[i]));
    });
  }
});

test.each([3, 250])('codes are counted, and the reasons why they are missing: %i codes', (size) => {
  const missing = Uint8Array.from({ length: N }, (_, i) => (i % 11 === 0 ? 1 + (i % 3) : 0));
  const codes = Uint32Array.from(missing, (reason, i) => (reason ? 0 : (i * i) % size));
  for (const rows of [null, THIRD]) {
    for (const offset of [0, 1]) {
      const all = countCodes(codes.subarray(offset), missing.subarray(offset), size, rows);
      const counts = new Array<number>(size).fill(0);
      const reasons = [0, 0, 0];
      for (const row of rows ?? codes.subarray(offset).keys()) {
        const reason = missing[row + offset] ?? 0;
        const [list, at] =
          reason === 0 ? [counts, codes[row + offset] ?? 0] : [reasons, reason - 1];
        list[at] = (list[at] ?? 0) + 1;
      }
      expect([...all.counts]).toEqual(counts);
      expect([...all.missing.subarray(0, 3)]).toEqual(reasons);
    }
  }
});

test('columns without a value', () => {
  const nothing = new Float64Array(5).fill(Number.NaN);
  expect(() => tPairedColumns(nothing, nothing)).toThrow(/at least 2 pairs/);
});

function size(value: number | null | undefined): number {
  return Math.max(1e-3, Math.abs(value ?? 0));
}
