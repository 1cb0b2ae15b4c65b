import { type Qr, rotate, rotateBack, solveLower, solveUpper } from './qr.ts';
import { sum } from './sum.ts';
import { PreciseSum, preciseDot } from './two-product.ts';

export interface LeastSquares {
  /** One for each used column of the factorisation. */
  coefficients: Float64Array;
  residuals: Float64Array;
  /** Sum of squared residuals. */
  rss: number;
}

const MOST_ROUNDS = 8;

/** The b that makes |y − X b| smallest, refined until only the rounding of X and y is left. */
export function leastSquares(qr: Qr, y: Float64Array): LeastSquares {
  const { b, r } = solveAugmented(qr, y, new Float64Array(qr.used.length));
  return { coefficients: b, residuals: r, rss: sum(r.map((value) => value * value)) };
}

/** (XᵀX)⁻¹ of the used columns, refined likewise. */
export function inverseCrossProduct(qr: Qr): Float64Array[] {
  const n = qr.columns[0]?.length ?? 0;
  return qr.used.map((_, j) => {
    const unit = new Float64Array(qr.used.length);
    unit[j] = -1;
    return solveAugmented(qr, new Float64Array(n), unit).b;
  });
}

/**
 * Solves r + X b = y, Xᵀ r = c with iterative refinement: residuals in twice the precision, corrections
 * from the factorisation (Å. Björck, BIT 7, 1967, 257–278; Golub & Van Loan, Matrix Computations, 5.3.8).
 */
function solveAugmented(
  qr: Qr,
  y: Float64Array,
  c: Float64Array,
): { b: Float64Array; r: Float64Array } {
  const b = new Float64Array(qr.used.length);
  const r = new Float64Array(y.length);
  let before = Number.POSITIVE_INFINITY;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const f = y.map((value, i) => {
      const rest = new PreciseSum();
      rest.add(value);
      rest.add(-(r[i] ?? 0));
      qr.columns.forEach((column, j) => {
        rest.addProduct(-(column[i] ?? 0), b[j] ?? 0);
      });
      return rest.value();
    });
    const g = c.map((value, j) => value - preciseDot(qr.columns[j] ?? r, r));
    const h = solveLower(qr, g);
    const rotated = rotate(qr, f);
    const step = solveUpper(
      qr,
      h.map((value, j) => (rotated[j] ?? 0) - value),
    );
    rotated.set(h);
    const change = rotateBack(qr, rotated);
    const size = relativeSize(step, b);
    if (round > 1 && size > before / 2) break;
    for (let j = 0; j < b.length; j++) b[j] = (b[j] ?? 0) + (step[j] ?? 0);
    for (let i = 0; i < r.length; i++) r[i] = (r[i] ?? 0) + (change[i] ?? 0);
    if (size < Number.EPSILON / 2) break;
    before = size;
  }
  return { b, r };
}

function relativeSize(step: Float64Array, b: Float64Array): number {
  let largest = 0;
  step.forEach((value, j) => {
    if (value !== 0) largest = Math.max(largest, Math.abs(value / (b[j] || value)));
  });
  return largest;
}
