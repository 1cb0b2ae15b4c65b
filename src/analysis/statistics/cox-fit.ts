import { solve } from '../numeric/solve.ts';
import { linearPredictor, partialLikelihood, type Ties } from './cox-likelihood.ts';
import { notComputable } from './read-input.ts';
import { momentsOf, type Survival } from './survival-input.ts';

export interface CoxFit {
  coefficients: number[];
  se: number[];
  loglik: number;
}

const MOST_ROUNDS = 40;
/** What is this small beside the largest counts as rounding. */
const ROUNDING = 1e-8;

/**
 * Cox's regression by Newton's method, steps halved while the likelihood falls.
 * @param columns centred and scaled, independent, in the order of the survival times
 * @throws Refusal `not-computable` when the likelihood has no maximum
 */
export function coxFit(survival: Survival, columns: readonly Float64Array[], ties: Ties): CoxFit {
  let coefficients = columns.map(() => 0);
  let here = partialLikelihood(survival, columns, coefficients, ties);
  let moved: Float64Array = new Float64Array();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const step = solve(here.information, here.score);
    if (!step) break;
    let scale = 1;
    let next = coefficients;
    let there = here;
    for (let halving = 0; halving < 30; halving++) {
      next = coefficients.map((value, j) => value + scale * (step[j] ?? 0));
      there = partialLikelihood(survival, columns, next, ties);
      if (there.loglik >= here.loglik - 1e-9 * Math.abs(here.loglik)) break;
      scale /= 2;
    }
    moved = linearPredictor(columns, step, survival.time.length);
    [coefficients, here] = [next, there];
    if (scale === 1 && step.every((value) => Math.abs(value) < 1e-9)) {
      const se = standardErrors(here.information);
      if (se) return { coefficients, se, loglik: here.loglik };
    }
  }
  const reason = monotone(survival, moved)
    ? 'whoever had an event always had the highest prediction of those at risk, so a hazard ratio would be infinite.'
    : 'the likelihood has no maximum that can be found.';
  throw notComputable(
    'Cox regression',
    reason,
    'Leave out or group the predictor that does so, or compare the groups with the log-rank test.',
  );
}

/** Null where the information is singular. */
function standardErrors(information: readonly (readonly number[])[]): number[] | null {
  const variances = information.map((_, j) => {
    const unit = information.map((_, i) => (i === j ? 1 : 0));
    return solve(information, unit)?.[j] ?? 0;
  });
  return variances.every((value) => value > 0) ? variances.map(Math.sqrt) : null;
}

/** Whether every event has the largest change of all at risk (Bryson & Johnson, Technometrics 23, 1981). */
function monotone(survival: Survival, moved: Float64Array): boolean {
  const most = moved.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  if (!(most > 0)) return false;
  let highest = Number.NEGATIVE_INFINITY;
  return momentsOf(survival)
    .reverse()
    .every(({ start, end }) => {
      for (let i = start; i < end; i++) highest = Math.max(highest, moved[i] ?? 0);
      for (let i = start; i < end; i++) {
        if (survival.event[i] === 1 && (moved[i] ?? 0) < highest - ROUNDING * most) return false;
      }
      return true;
    });
}
