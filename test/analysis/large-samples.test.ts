/**
 * Methods that never list what they choose from, against the list: Hodges and Lehmann's estimates, ranks of
 * signed differences, normality of many values.
 */
import { expect, test } from 'vitest';
import { concordanceSurplus } from '../../src/analysis/numeric/concordance-surplus.ts';
import { ascending } from '../../src/analysis/numeric/floats.ts';
import { median } from '../../src/analysis/numeric/quantile.ts';
import { midRanks, tieTerm } from '../../src/analysis/numeric/ranks.ts';
import { runsOf } from '../../src/analysis/numeric/runs.ts';
import { signedRankSums } from '../../src/analysis/numeric/signed-rank-sums.ts';
import { differenceOfRank } from '../../src/analysis/numeric/sorted-pairs.ts';
import { walshMedian } from '../../src/analysis/numeric/walsh-averages.ts';
import { andersonDarling } from '../../src/analysis/statistics/anderson-darling.ts';
import { mannWhitney } from '../../src/analysis/statistics/mann-whitney.ts';
import { normalityTest } from '../../src/analysis/statistics/normality.ts';
import { wilcoxonSignedRank } from '../../src/analysis/statistics/wilcoxon-signed-rank.ts';

/** Numbers between 0 and 1, the same every time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const SAMPLES = [1, 2, 3, 7, 40, 151].flatMap((n) =>
  [1, 10, 1e6].map((grain) => {
    const next = random(n + grain);
    return Array.from({ length: n }, () => Math.round((next() - 0.4) * grain * 10) / grain);
  }),
);

test('the median of the Walsh averages is that of the list of them', () => {
  for (const sample of SAMPLES) {
    const list = sample.flatMap((a, i) => sample.slice(i).map((b) => (a + b) / 2));
    expect(walshMedian(runsOf(ascending(sample)))).toBe(median(list));
  }
});

test('a difference of a rank is that of the list of them', () => {
  for (const x of SAMPLES) {
    const y = x.map((value) => value / 2 + 0.5).slice(0, 60);
    const list = ascending(x.flatMap((a) => y.map((b) => a - b)));
    const [first, second] = [runsOf(ascending(x)), runsOf(ascending(y))];
    for (const rank of [1, Math.ceil(list.length / 3), Math.ceil(list.length / 2), list.length]) {
      expect(differenceOfRank(first, second, rank)).toBe(list[rank - 1]);
    }
  }
});

test('signed ranks from a walk outwards are those of the sorted distances', () => {
  for (const sample of SAMPLES) {
    for (const shift of [0, 0.5, sample[0] ?? 0]) {
      const moved = sample.map((value) => value - shift).filter((value) => value !== 0);
      const { ranks, ties } = midRanks(moved.map(Math.abs), 1e-12);
      const plus = moved.reduce((total, d, i) => total + (d > 0 ? (ranks[i] ?? 0) : 0), 0);
      expect(signedRankSums(runsOf(ascending(sample)), shift, 1e-12)).toEqual({
        n: moved.length,
        plus,
        above: moved.filter((d) => d > 0).length,
        tieTerm: tieTerm(ties),
      });
    }
  }
});

test('concordant less discordant pairs are those of all pairs', () => {
  for (const x of SAMPLES.filter(({ length }) => length > 2)) {
    const next = random(x.length);
    const y = x.map((value) => Math.round(3 * next() + value));
    let surplus = 0;
    x.forEach((a, i) => {
      for (let j = 0; j < i; j++) {
        surplus += Math.sign(a - (x[j] ?? 0)) * Math.sign((y[i] ?? 0) - (y[j] ?? 0));
      }
    });
    const [first, second] = [midRanks(x), midRanks(y)];
    const tied = (ties: readonly number[]) => ties.reduce((all, t) => all + (t * (t - 1)) / 2, 0);
    expect(concordanceSurplus(first.ranks, second.ranks, tied(first.ties), tied(second.ties))).toBe(
      surplus,
    );
  }
});

test('estimates and intervals are there for a hundred thousand values', () => {
  const next = random(7);
  const values = Float64Array.from({ length: 100_000 }, () => next() + next() + next() - 1.4);
  const { hodges_lehmann_walsh_median_of_nonzero: middle, hl_ci_asymptotic_cc: ci } =
    wilcoxonSignedRank(values, 0);
  expect(middle).toBeCloseTo(0.1, 2);
  expect((ci[1] ?? 0) - (ci[0] ?? 0)).toBeCloseTo((2 * 1.96 * 0.5) / Math.sqrt(1e5), 3);
  expect(ci[0]).toBeLessThan(middle ?? 0);
  const shifted = mannWhitney(
    values,
    values.map((value) => value - 0.25),
  );
  expect(shifted.hodges_lehmann_shift).toBeCloseTo(0.25, 12);
});

test('normality of more than 5,000 values is Anderson and Darling’s', () => {
  const next = random(3);
  const values = Float64Array.from({ length: 5001 }, () => next());
  expect(normalityTest(5000).name).toBe('Shapiro–Wilk');
  const tested = normalityTest(values.length);
  expect(tested.name).toBe('Anderson–Darling');
  const { A, p } = andersonDarling(values);
  expect(tested.of(values)).toEqual({ statistic: A, p });
});
