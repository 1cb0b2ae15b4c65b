type Rule = readonly (readonly [node: number, weight: number])[];

/** The 16-point Gauss–Legendre rule on [−1, 1]. */
export const NODES: Rule = gaussLegendre(16);

/**
 * Nodes and weights of the n-point Gauss–Legendre rule on [−1, 1], from Newton's method on the
 * Legendre polynomial (weights 2 / ((1 − x²) P′(x)²), Abramowitz & Stegun 25.4.29).
 */
export function gaussLegendre(n: number): Rule {
  return Array.from({ length: n }, (_, i) => {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let round = 0; round < 20; round++) {
      const [value, derivative] = legendre(n, x);
      slope = derivative;
      x -= value / derivative;
    }
    return [x, 2 / ((1 - x * x) * slope * slope)];
  });
}

function legendre(n: number, x: number): [value: number, derivative: number] {
  let [before, value] = [1, x];
  for (let k = 2; k <= n; k++) {
    [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
  }
  return [value, (n * (x * value - before)) / (x * x - 1)];
}
