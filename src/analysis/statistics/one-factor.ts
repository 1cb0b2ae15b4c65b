import { solve } from '../numeric/solve.ts';

type Matrix = readonly (readonly number[])[];

const MOST_ROUNDS = 50_000;
const MOST_STEPS = 100;
/** Rounds of the EM algorithm that lead near, and that must do alone. */
const [QUICK, THOROUGH] = [3_000, 20_000];
/** A unique variance below this counts as none. */
const SMALLEST = 1e-9;

/**
 * Loadings of the one factor that leaves the smallest squares outside the diagonal (minimum residuals,
 * Harman & Jones, Psychometrika 31, 1966), one loading after the other until none moves.
 * @returns null when it does not settle with loadings below 1; the sum is positive
 */
export function minimumResidualFactor(correlations: Matrix): number[] | null {
  const loadings = correlations.map(() => 0.5);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let moved = 0;
    for (let i = 0; i < loadings.length; i++) {
      let [products, squares] = [0, 0];
      for (let j = 0; j < loadings.length; j++) {
        if (j === i) continue;
        const other = loadings[j] ?? 0;
        products += (correlations[i]?.[j] ?? 0) * other;
        squares += other * other;
      }
      const next = products / squares;
      moved = Math.max(moved, Math.abs(next - (loadings[i] ?? 0)));
      loadings[i] = next;
    }
    if (!(moved > 1e-14)) break;
  }
  return proper(loadings);
}

/** Loadings with the unique variances that belong to them. */
interface Factor {
  loadings: number[];
  unique: number[];
}

/**
 * Loadings of one factor by maximum likelihood (Lawley & Maxwell, Factor Analysis as a Statistical
 * Method, 1971), the best of several starts: it minimises ln |Σ| + tr(R Σ⁻¹) with Σ = λλᵀ + Ψ.
 * @returns null when a unique variance would not be positive; the sum is positive
 */
export function likelihoodFactor(correlations: Matrix): number[] | null {
  const even = correlations.map(() => 0.6);
  const first = settled(correlations, [minimumResidualFactor(correlations) ?? even, even]);
  // A second minimum has been seen only beside one with next to no unique variance.
  if (first && Math.min(...first.unique) > 0.1) return proper(first.loadings);
  const onOne = correlations.map((_, j) => correlations.map((_, i) => (i === j ? 0.9 : 0.3)));
  const more = settled(correlations, onOne);
  const misfit = (factor: Factor | null) =>
    factor ? discrepancy(correlations, factor.loadings, factor.unique) : Number.POSITIVE_INFINITY;
  const best = misfit(more) < misfit(first) ? more : first;
  return best ? proper(best.loadings) : null;
}

/** The best of several starts; null where none settles. */
function settled(correlations: Matrix, starts: readonly (readonly number[])[]): Factor | null {
  const near = starts.flatMap((start) => {
    const loadings = start.map((value) => Math.max(-0.95, Math.min(0.95, value)));
    const unique = loadings.map((value) => 1 - value * value);
    return expected(correlations, { loadings, unique }, 1e-6, QUICK) ?? [];
  });
  const found = near.flatMap((start) => scored(correlations, start) ?? []);
  if (found.length === 0) {
    found.push(
      ...near.slice(0, 2).flatMap((start) => expected(correlations, start, 1e-13, THOROUGH) ?? []),
    );
  }
  const fits = found.map(({ loadings, unique }) => discrepancy(correlations, loadings, unique));
  return found[fits.indexOf(Math.min(...fits))] ?? null;
}

/**
 * The EM algorithm (D. B. Rubin & D. T. Thayer, Psychometrika 47, 1982): slow and sure, until no loading
 * moves by more than `near`; after the quick rounds as far as it came. Null where a unique variance goes to 0 (Heywood's case).
 */
function expected(
  correlations: Matrix,
  start: Factor,
  near: number,
  rounds: number,
): Factor | null {
  let { loadings, unique } = start;
  for (let round = 0; round < rounds; round++) {
    const scaled = loadings.map((value, i) => value / (unique[i] ?? 1));
    const one = 1 + dot(loadings, scaled);
    const weight = scaled.map((value) => value / one);
    const withFactor = correlations.map((row) => dot(row, weight));
    const ofFactor = 1 - dot(weight, loadings) + dot(weight, withFactor);
    const next = withFactor.map((value) => value / ofFactor);
    unique = next.map((value, i) => (correlations[i]?.[i] ?? 1) - value * (withFactor[i] ?? 0));
    if (unique.some((value) => !(value > SMALLEST))) return null;
    const moved = next.some((value, i) => Math.abs(value - (loadings[i] ?? 0)) > near);
    loadings = next;
    if (!moved) return { loadings, unique };
  }
  return rounds === QUICK ? { loadings, unique } : null;
}

/** Fisher scoring on loadings and unique variances: quick, near the minimum. Null where it does not settle. */
function scored(correlations: Matrix, start: Factor): Factor | null {
  const k = correlations.length;
  let { loadings, unique } = start;
  let fit = discrepancy(correlations, loadings, unique);
  for (let round = 0; round < MOST_STEPS; round++) {
    const step = scoringStep(correlations, loadings, unique);
    if (!step) return null;
    let scale = 1;
    let [nextLoadings, nextUnique, nextFit] = [loadings, unique, fit];
    for (; scale > 1e-12; scale /= 2) {
      const share = scale;
      nextLoadings = loadings.map((value, i) => value + share * (step[i] ?? 0));
      nextUnique = unique.map((value, i) => value + share * (step[k + i] ?? 0));
      if (nextUnique.some((value) => !(value > SMALLEST))) continue;
      nextFit = discrepancy(correlations, nextLoadings, nextUnique);
      if (nextFit <= fit + 1e-13) break;
    }
    if (scale <= 1e-12) return null;
    [loadings, unique, fit] = [nextLoadings, nextUnique, nextFit];
    if (step.every((value) => Math.abs(value) < 1e-10)) return { loadings, unique };
  }
  return null;
}

/** ln |Σ| + tr(R Σ⁻¹), the determinant and the inverse of λλᵀ + Ψ in closed form (Sherman & Morrison). */
function discrepancy(correlations: Matrix, loadings: number[], unique: number[]): number {
  const scaled = loadings.map((value, i) => value / (unique[i] ?? 1));
  const one = 1 + loadings.reduce((total, value, i) => total + value * (scaled[i] ?? 0), 0);
  const quadratic = correlations.reduce(
    (total, row, i) =>
      total + (scaled[i] ?? 0) * row.reduce((sum, value, j) => sum + value * (scaled[j] ?? 0), 0),
    0,
  );
  const diagonal = unique.reduce(
    (total, value, i) => total + Math.log(value) + (correlations[i]?.[i] ?? 1) / value,
    0,
  );
  return diagonal + Math.log(one) - quadratic / one;
}

/** Expected information⁻¹ × gradient, loadings first. */
function scoringStep(
  correlations: Matrix,
  loadings: readonly number[],
  unique: readonly number[],
): number[] | null {
  const k = loadings.length;
  const scaled = loadings.map((value, i) => value / (unique[i] ?? 1));
  const one = 1 + loadings.reduce((total, value, i) => total + value * (scaled[i] ?? 0), 0);
  const inverse = scaled.map((a, i) =>
    scaled.map((b, j) => (i === j ? 1 / (unique[i] ?? 1) : 0) - (a * b) / one),
  );
  const excess = loadings.map((a, i) =>
    loadings.map((b, j) => a * b + (i === j ? (unique[i] ?? 0) : 0) - (correlations[i]?.[j] ?? 0)),
  );
  const gradient = product(product(inverse, excess), inverse);
  const weight = inverse.map((row) => dot(row, loadings));
  const strength = dot(weight, loadings);
  const cell = (i: number, j: number) => inverse[i]?.[j] ?? 0;
  const w = (i: number) => weight[i] ?? 0;
  const information = Array.from({ length: 2 * k }, (_, a) =>
    Array.from({ length: 2 * k }, (_, b) => {
      if (a < k && b < k) return 2 * (strength * cell(a, b) + w(a) * w(b));
      if (a < k) return 2 * cell(a, b - k) * w(b - k);
      if (b < k) return 2 * cell(b, a - k) * w(a - k);
      return cell(a - k, b - k) ** 2;
    }),
  );
  const downhill = Array.from({ length: 2 * k }, (_, a) =>
    a < k ? -2 * dot(gradient[a] ?? [], loadings) : -(gradient[a - k]?.[a - k] ?? 0),
  );
  return solve(information, downhill);
}

function product(a: Matrix, b: Matrix): number[][] {
  return a.map((row) =>
    (b[0] ?? []).map((_, j) => row.reduce((sum, value, i) => sum + value * (b[i]?.[j] ?? 0), 0)),
  );
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

function proper(loadings: readonly number[]): number[] | null {
  if (!loadings.every((value) => Math.abs(value) < 1)) return null;
  const total = loadings.reduce((a, b) => a + b, 0);
  return loadings.map((value) => (total < 0 ? -value : value));
}
