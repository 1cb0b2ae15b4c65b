/**
 * The first whole number from `low` on for which a condition holds that holds for all larger ones, or
 * `end` when it never does before; by bisection.
 */
export function firstWhere(low: number, end: number, holds: (k: number) => boolean): number {
  let [a, b] = [low, end];
  while (a < b) {
    const middle = Math.floor((a + b) / 2);
    if (holds(middle)) b = middle;
    else a = middle + 1;
  }
  return a;
}
