const TINY = 1e-300;
const MOST_TERMS = 1_000_000;

/**
 * b₀ + a₁/(b₁ + a₂/(b₂ + …)) from the front, by Lentz's method as Thompson and Barnett changed it
 * (Journal of Computational Physics 64, 1986, 490–509), until a further term changes nothing.
 * @param term a and b of the k-th fraction, from k = 1
 */
export function continuedFraction(
  first: number,
  term: (k: number) => readonly [a: number, b: number],
): number {
  let value = first || TINY;
  let c = value;
  let d = 0;
  for (let k = 1; k < MOST_TERMS; k++) {
    const [a, b] = term(k);
    d = 1 / (b + a * d || TINY);
    c = b + a / c || TINY;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < Number.EPSILON) break;
  }
  return value;
}
