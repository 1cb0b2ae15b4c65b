import { notComputable } from './read-input.ts';

export interface KsTwoSample {
  n: [number, number];
  /** The largest distance between the two distributions. */
  D: number;
  /** Given the tied values; null where the samples are too large for it. */
  p_exact: number | null;
  p_asymptotic: number;
}

/** Steps of the exact distribution: the product of the sample sizes. */
const MOST_STEPS = 4_000_000;

/**
 * Smirnov's test of two samples (N. Smirnov, Annals of Mathematical Statistics 19, 1948), two-sided: exact
 * by counting paths through all orders of the pooled values (Schröer & Trenkler, Computational Statistics
 * & Data Analysis 20, 1995), and by Kolmogorov's limit.
 * @throws Refusal `not-computable` when a sample is empty
 */
export function ksTwoSample(x: readonly number[], y: readonly number[]): KsTwoSample {
  const [m, n] = [x.length, y.length];
  if (m === 0 || n === 0) {
    throw notComputable('Kolmogorov–Smirnov', `two samples are required, of ${m} and ${n} values.`);
  }
  const pooled = [
    ...x.map((value) => ({ value, step: n })),
    ...y.map((value) => ({ value, step: -m })),
  ].sort((a, b) => a.value - b.value);
  let [height, most] = [0, 0];
  const ends = pooled.map(({ value, step }, i) => {
    height += step;
    const last = value !== pooled[i + 1]?.value;
    if (last) most = Math.max(most, Math.abs(height));
    return last;
  });
  const D = most / (m * n);
  return {
    n: [m, n],
    D,
    p_exact: m * n <= MOST_STEPS ? exact(most, m, n, ends) : null,
    p_asymptotic: kolmogorovTail(D * Math.sqrt((m * n) / (m + n))),
  };
}

/**
 * The probability that a random order of m and n values reaches |n i − m j| ≥ most at the end of a tie:
 * what arrives there is counted and goes no further, so small p keep their digits.
 */
function exact(most: number, m: number, n: number, ends: readonly boolean[]): number {
  if (most === 0) return 1;
  let row = new Float64Array(n + 1);
  let p = 0;
  for (let i = 0; i <= m; i++) {
    const next = new Float64Array(n + 1);
    for (let j = 0; j <= n; j++) {
      const left = m + n - i - j + 1;
      const fromAbove = i > 0 ? ((row[j] ?? 0) * (m - i + 1)) / left : 0;
      const fromLeft = j > 0 ? ((next[j - 1] ?? 0) * (n - j + 1)) / left : 0;
      const here = i + j === 0 ? 1 : fromAbove + fromLeft;
      const reached = i + j > 0 && ends[i + j - 1] === true && Math.abs(n * i - m * j) >= most;
      if (reached) p += here;
      else next[j] = here;
    }
    row = next;
  }
  return Math.min(1, p);
}

/** 2 Σ (−1)^(k−1) exp(−2 k² z²), below z = 1 by its theta-function twin (Marsaglia et al. 2003). */
function kolmogorovTail(z: number): number {
  if (z <= 0) return 1;
  if (z < 1) {
    let below = 0;
    for (let k = 1; k < 40; k += 2) below += Math.exp((-k * k * Math.PI * Math.PI) / (8 * z * z));
    return 1 - (Math.sqrt(2 * Math.PI) / z) * below;
  }
  let above = 0;
  for (let k = 1; k < 40; k++) above += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * z * z);
  return Math.min(1, above);
}
