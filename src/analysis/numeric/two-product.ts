const SPLITTER = 2 ** 27 + 1;

/**
 * Σ aᵢ bᵢ as if computed with twice the precision and rounded once: every product and every addition
 * carries its rounding error along (T. Ogita, S. M. Rump & S. Oishi, SIAM Journal on Scientific
 * Computing 26, 2005, algorithm 5.3; the exact product is Dekker's, Numerische Mathematik 18, 1971).
 */
export function preciseDot(a: Float64Array, b: Float64Array): number {
  const total = new PreciseSum();
  for (let i = 0; i < a.length; i++) total.addProduct(a[i] ?? 0, b[i] ?? 0);
  return total.value();
}

/** A running sum of numbers and products that keeps the rounding error of every step. */
export class PreciseSum {
  private high = 0;
  private low = 0;

  add(value: number): void {
    const sum = this.high + value;
    const part = sum - this.high;
    this.low += this.high - (sum - part) + (value - part);
    this.high = sum;
  }

  addProduct(a: number, b: number): void {
    const product = a * b;
    const [a1, b1] = [upperHalf(a), upperHalf(b)];
    const [a2, b2] = [a - a1, b - b1];
    this.low += a2 * b2 - (product - a1 * b1 - a2 * b1 - a1 * b2);
    this.add(product);
  }

  value(): number {
    return this.high + this.low;
  }
}

/** Veltkamp's split: the upper 26 bits of a number. */
function upperHalf(value: number): number {
  const scaled = SPLITTER * value;
  return scaled - (scaled - value);
}
