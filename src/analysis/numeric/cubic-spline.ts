import { solve } from './solve.ts';

/**
 * The cubic spline through points with ascending x, at its ends with the third derivative of the cubic
 * through the four outermost points (Forsythe, Malcolm & Moler, Computer Methods for Mathematical
 * Computations, 1977, 4.4; R's `spline`).
 * @param x at least two values, all different
 */
export function cubicSpline(x: readonly number[], y: readonly number[]): (at: number) => number {
  const n = x.length;
  const h = (i: number) => (x[i + 1] ?? 0) - (x[i] ?? 0);
  const slope = (i: number) => ((y[i + 1] ?? 0) - (y[i] ?? 0)) / h(i);
  const bend = curvatures();
  return (at) => {
    const found = x.findLastIndex((value) => value <= at);
    const i = Math.max(0, Math.min(n - 2, found));
    const right = (at - (x[i] ?? 0)) / h(i);
    const left = 1 - right;
    return (
      left * (y[i] ?? 0) +
      right * (y[i + 1] ?? 0) +
      h(i) ** 2 * ((left ** 3 - left) * (bend[i] ?? 0) + (right ** 3 - right) * (bend[i + 1] ?? 0))
    );
  };

  /** A sixth of the second derivative at each point. */
  function curvatures(): number[] {
    if (n < 3) return x.map(() => 0);
    const matrix = x.map((_, i) => {
      const row = new Array<number>(n).fill(0);
      if (i === 0) [row[0], row[1]] = [-1, 1];
      else if (i === n - 1) [row[n - 2], row[n - 1]] = [-1, 1];
      else [row[i - 1], row[i], row[i + 1]] = [h(i - 1), 2 * (h(i - 1) + h(i)), h(i)];
      return row;
    });
    const right = x.map((_, i) => {
      if (i === 0) return h(0) * thirdDifference(0);
      if (i === n - 1) return h(n - 2) * thirdDifference(n - 4);
      return slope(i) - slope(i - 1);
    });
    return solve(matrix, right) ?? x.map(() => 0);
  }

  function thirdDifference(i: number): number {
    if (n < 4) return 0;
    const second = (j: number) => (slope(j + 1) - slope(j)) / ((x[j + 2] ?? 0) - (x[j] ?? 0));
    return (second(i + 1) - second(i)) / ((x[i + 3] ?? 0) - (x[i] ?? 0));
  }
}
