/**
 * A root of a smooth function between two points at which its signs differ, in about ten evaluations:
 * for functions too dear for bisection. The bracket at least halves in every step
 * (C. J. F. Ridders, IEEE Transactions on Circuits and Systems 26, 1979, 979–980).
 */
export function riddersRoot(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  let [atA, atB] = [f(a), f(b)];
  let guess = Number.NaN;
  for (let round = 0; round < 60; round++) {
    if (atA === 0) return a;
    if (atB === 0) return b;
    const middle = a + (b - a) / 2;
    const atMiddle = f(middle);
    const spread = Math.sqrt(atMiddle * atMiddle - atA * atB);
    if (spread === 0) return middle;
    const next = middle + ((middle - a) * Math.sign(atA - atB) * atMiddle) / spread;
    if (Math.abs(next - guess) <= 4 * Number.EPSILON * Math.abs(next)) return next;
    guess = next;
    const atNext = f(next);
    if (atNext === 0) return next;
    if (Math.sign(atMiddle) !== Math.sign(atNext)) {
      [a, atA, b, atB] = [middle, atMiddle, next, atNext];
    } else if (Math.sign(atA) !== Math.sign(atNext)) [b, atB] = [next, atNext];
    else [a, atA] = [next, atNext];
  }
  return guess;
}
