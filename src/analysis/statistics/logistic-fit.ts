import { factorise, type Qr, rotate, solveUpper } from '../numeric/qr.ts';
import { sum } from '../numeric/sum.ts';

export interface LogisticFit {
  coefficients: Float64Array;
  /** Linear predictor, the offset included. */
  eta: Float64Array;
  /** −2 log likelihood. */
  deviance: number;
  /** The design as the last step weighted it, with √(p (1 − p)): its XᵀX is the information. */
  weighted: Qr;
  /** What the last step added to the linear predictor: where nothing converges, the direction to infinity. */
  direction: Float64Array;
  converged: boolean;
}

interface Start {
  offset?: Float64Array;
  eta?: Float64Array;
}

/** Relative change of the deviance at which the last step was taken; R's `glm` with `epsilon = 1e-14`. */
const SETTLED = 1e-14;
/** A step this small on the scale of log odds is the last, whatever rounding does to the deviance. */
const SMALL_STEP = 1e-10;
/** A step this large is not: under separation the deviance settles at 0, and the steps stay near 1. */
const LARGE_STEP = 0.5;
/** Beyond a linear predictor of about 35, which separation reaches by then, rounding takes over. */
const MOST_ROUNDS = 35;

/**
 * Logistic regression by maximum likelihood: Fisher scoring as weighted least squares by QR (McCullagh &
 * Nelder, Generalized Linear Models, 2.5) with the start and the stopping rule of R's `glm`, so that
 * standard errors agree with it to the last digits. Steps are halved where the deviance would grow.
 * @param columns of the design, independent of each other, @param y 0 or 1
 */
export function logisticFit(
  columns: readonly Float64Array[],
  y: Float64Array,
  start: Start = {},
): LogisticFit {
  const offset = start.offset ?? new Float64Array(y.length);
  let eta = start.eta ?? y.map((value) => (value === 1 ? Math.log(3) : -Math.log(3)));
  let coefficients: Float64Array | null = null;
  let deviance = devianceOf(eta, y);
  let weighted = factorise([]);
  let direction = eta;
  let converged = false;
  for (let round = 0; round < MOST_ROUNDS && !converged; round++) {
    weighted = weightedDesign(columns, eta);
    const step = scoringStep(weighted, columns.length, y, eta, offset);
    const next: Float64Array =
      coefficients === null ? step : shortened(step, coefficients, deviance, columns, y, offset);
    const moved = predictor(columns, next, offset);
    const lower = devianceOf(moved, y);
    direction = moved.map((value, i) => value - (eta[i] ?? 0));
    const largest = direction.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const settled = Math.abs(lower - deviance) < SETTLED * (lower + 0.1);
    converged = largest < SMALL_STEP || (settled && largest < LARGE_STEP);
    [coefficients, eta, deviance] = [next, moved, lower];
  }
  return {
    coefficients: coefficients ?? new Float64Array(),
    eta,
    deviance,
    weighted,
    direction,
    converged,
  };
}

/** 1 / (1 + e^−η). */
export function probability(eta: number): number {
  return 1 / (1 + Math.exp(-eta));
}

function weightedDesign(columns: readonly Float64Array[], eta: Float64Array): Qr {
  const root = eta.map((value) => Math.sqrt(probability(value) * probability(-value)));
  return factorise(columns.map((column) => column.map((value, i) => value * (root[i] ?? 0))));
}

/** The coefficients of the weighted regression of the working response η − offset + (y − p) / (p q). */
function scoringStep(
  weighted: Qr,
  terms: number,
  y: Float64Array,
  eta: Float64Array,
  offset: Float64Array,
): Float64Array {
  const working = eta.map((value, i) => {
    const [p, q] = [probability(value), probability(-value)];
    const root = Math.sqrt(p * q);
    return (value - (offset[i] ?? 0)) * root + ((y[i] ?? 0) === 1 ? q : -p) / root;
  });
  const used = solveUpper(weighted, rotate(weighted, working));
  const coefficients = new Float64Array(terms);
  weighted.used.forEach((position, j) => {
    coefficients[position] = used[j] ?? 0;
  });
  return coefficients;
}

function shortened(
  step: Float64Array,
  from: Float64Array,
  deviance: number,
  columns: readonly Float64Array[],
  y: Float64Array,
  offset: Float64Array,
): Float64Array {
  let next = step;
  for (let halving = 0; halving < 30; halving++) {
    if (devianceOf(predictor(columns, next, offset), y) <= deviance * (1 + 1e-9)) return next;
    next = next.map((value, j) => (value + (from[j] ?? 0)) / 2);
  }
  return next;
}

function predictor(
  columns: readonly Float64Array[],
  coefficients: Float64Array,
  offset: Float64Array,
): Float64Array {
  return offset.map((value, i) => {
    let eta = value;
    for (let j = 0; j < columns.length; j++) eta += (coefficients[j] ?? 0) * (columns[j]?.[i] ?? 0);
    return eta;
  });
}

/** −2 Σ log P(yᵢ), each term without cancellation. */
function devianceOf(eta: Float64Array, y: Float64Array): number {
  const terms = eta.map((value, i) => {
    const against = (y[i] ?? 0) === 1 ? -value : value;
    return against > 0 ? against + Math.log1p(Math.exp(-against)) : Math.log1p(Math.exp(against));
  });
  return 2 * sum(terms);
}
