/**
 * A root of a monotone function between two points at which its signs differ, by bisection to the
 * last bit: slow and sure, also for step functions (it then finds the jump).
 */
export function monotoneRoot(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  const rising = f(a) < 0;
  for (let i = 0; i < 200; i++) {
    const middle = a + (b - a) / 2;
    if (middle === a || middle === b) break;
    if (f(middle) < 0 === rising) a = middle;
    else b = middle;
  }
  return a + (b - a) / 2;
}
