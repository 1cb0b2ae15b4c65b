/**
 * X = Q R by Householder reflections, columns scaled to a length near 1 by powers of two (which rounds
 * nothing). Columns that are combinations of those before them are left out.
 */
export interface Qr {
  /** The columns of X that are used, as they were given. */
  columns: readonly Float64Array[];
  /** Where those columns stood. */
  used: readonly number[];
  /** Where the columns stood that depend on earlier ones. */
  dependent: readonly number[];
  /** What each used column was multiplied with. */
  scales: readonly number[];
  /** Unit vectors v of the reflections I − 2 v vᵀ; the k-th begins with k zeros. */
  reflectors: readonly Float64Array[];
  /** The columns of R (of the scaled X), the j-th with j + 1 entries. */
  triangle: readonly Float64Array[];
}

/** What is left of a column's length when it counts as a combination of those before it. */
const DEPENDENT_BELOW = 1e-11;

/**
 * Householder's QR factorisation (G. H. Golub, Numerische Mathematik 7, 1965; Golub & Van Loan, Matrix
 * Computations, 5.2).
 * @param columns of X, all of one length; a constant column for the intercept is the caller's
 */
export function factorise(columns: readonly Float64Array[]): Qr {
  const used: number[] = [];
  const dependent: number[] = [];
  const scales: number[] = [];
  const reflectors: Float64Array[] = [];
  const triangle: Float64Array[] = [];
  columns.forEach((column, position) => {
    const scale = nearestPower(length(column, 0));
    const rest = column.map((value) => value * scale);
    const whole = length(rest, 0);
    for (const reflector of reflectors) reflect(rest, reflector);
    const k = used.length;
    const left = k < rest.length ? length(rest, k) : 0;
    if (!(left > DEPENDENT_BELOW * whole)) {
      dependent.push(position);
      return;
    }
    const diagonal = (rest[k] ?? 0) > 0 ? -left : left;
    const reflector = rest.map((value, i) => (i < k ? 0 : i === k ? value - diagonal : value));
    const norm = length(reflector, k);
    for (let i = k; i < reflector.length; i++) reflector[i] = (reflector[i] ?? 0) / norm;
    reflectors.push(reflector);
    triangle.push(rest.slice(0, k + 1).fill(diagonal, k));
    used.push(position);
    scales.push(scale);
  });
  const kept = used.map((position) => columns[position] ?? new Float64Array());
  return { columns: kept, used, dependent, scales, reflectors, triangle };
}

/** Qᵀ y. */
export function rotate(qr: Qr, y: Float64Array): Float64Array {
  const rotated = y.slice();
  for (const reflector of qr.reflectors) reflect(rotated, reflector);
  return rotated;
}

/** Q z. */
export function rotateBack(qr: Qr, z: Float64Array): Float64Array {
  const rotated = z.slice();
  for (const reflector of [...qr.reflectors].reverse()) reflect(rotated, reflector);
  return rotated;
}

/** The b with R b = c, in the units of the unscaled columns. @param c its first entries count */
export function solveUpper(qr: Qr, c: ArrayLike<number>): Float64Array {
  const k = qr.triangle.length;
  const b = Float64Array.from({ length: k }, (_, i) => c[i] ?? 0);
  for (let j = k - 1; j >= 0; j--) {
    const column = qr.triangle[j] ?? new Float64Array();
    const value = (b[j] ?? 0) / (column[j] ?? 1);
    for (let i = 0; i < j; i++) b[i] = (b[i] ?? 0) - value * (column[i] ?? 0);
    b[j] = value;
  }
  return b.map((value, j) => value * (qr.scales[j] ?? 1));
}

/** The h with Rᵀ h = g, g in the units of the unscaled columns. */
export function solveLower(qr: Qr, g: ArrayLike<number>): Float64Array {
  const k = qr.triangle.length;
  const h = new Float64Array(k);
  for (let j = 0; j < k; j++) {
    const column = qr.triangle[j] ?? new Float64Array();
    let rest = (g[j] ?? 0) * (qr.scales[j] ?? 1);
    for (let i = 0; i < j; i++) rest -= (column[i] ?? 0) * (h[i] ?? 0);
    h[j] = rest / (column[j] ?? 1);
  }
  return h;
}

/** The diagonal of X (XᵀX)⁻¹ Xᵀ, from the rows of Q: between 0 and 1, their sum the rank. */
export function leverages(qr: Qr): Float64Array {
  const n = qr.reflectors[0]?.length ?? 0;
  const total = new Float64Array(n);
  for (let j = 0; j < qr.reflectors.length; j++) {
    const unit = new Float64Array(n);
    unit[j] = 1;
    const column = rotateBack(qr, unit);
    for (let i = 0; i < n; i++) total[i] = (total[i] ?? 0) + (column[i] ?? 0) ** 2;
  }
  return total;
}

/** y − 2 v (vᵀ y), in place. */
function reflect(y: Float64Array, v: Float64Array): void {
  let product = 0;
  for (let i = 0; i < y.length; i++) product += (v[i] ?? 0) * (y[i] ?? 0);
  const twice = 2 * product;
  for (let i = 0; i < y.length; i++) y[i] = (y[i] ?? 0) - twice * (v[i] ?? 0);
}

/** Euclidean length of the entries from `start` on, safe from overflow. */
function length(values: Float64Array, start: number): number {
  let largest = 0;
  for (let i = start; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i] ?? 0));
  if (largest === 0) return 0;
  let total = 0;
  for (let i = start; i < values.length; i++) total += ((values[i] ?? 0) / largest) ** 2;
  return largest * Math.sqrt(total);
}

function nearestPower(size: number): number {
  return size > 0 ? 2 ** -Math.round(Math.log2(size)) : 1;
}
