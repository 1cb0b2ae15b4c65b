import { chiSquareUpperTail } from '../numeric/chi-square.ts';
import { mean, standardDeviation } from '../numeric/moments.ts';
import { normalQuantile, normalTwoSided } from '../numeric/normal.ts';
import { concordance } from './concordance.ts';
import { coxFit } from './cox-fit.ts';
import { linearPredictor, partialLikelihood } from './cox-likelihood.ts';
import { designOf } from './design.ts';
import type { Term } from './model-input.ts';
import { notComputable } from './read-input.ts';
import type { Survival } from './survival-input.ts';

/** Lists have one entry for each predictor. */
export interface Cox {
  n: number;
  events: number;
  terms: string[];
  /** Log hazard ratios, ties as Efron. */
  coef_efron: number[];
  se_efron: number[];
  z_efron: number[];
  p_efron: number[];
  hazard_ratio: number[];
  hazard_ratio_ci: [number, number][];
  /** Ties as Breslow. */
  coef_breslow: number[];
  /** Partial log likelihood (Efron) without and with the predictors. */
  loglik: [number, number];
  lr_chisq: number;
  lr_df: number;
  lr_p: number;
  concordance: number | null;
}

const NAME = 'Cox regression';

/**
 * Cox's proportional hazards regression with Wald intervals, the likelihood ratio test and Harrell's C.
 * @param predictors in the order of the input; `survival.order` leads there
 * @throws Refusal `not-computable` without predictors or events, for dependent predictors, and when a
 * hazard ratio would be infinite
 */
export function cox(survival: Survival, predictors: readonly Term[], level = 0.95): Cox {
  const n = survival.time.length;
  const events = survival.event.reduce((a, b) => a + b, 0);
  if (predictors.length === 0) throw notComputable(NAME, 'at least one predictor is required.');
  if (events === 0) throw notComputable(NAME, `none of the ${n} rows has an event.`);
  designOf(NAME, predictors, n);
  const scales = predictors.map(({ values }) => standardDeviation([...values]) ?? 1);
  const columns = predictors.map(({ values }, j) => {
    const centre = mean([...values]);
    return Float64Array.from(survival.order, (i) => ((values[i] ?? 0) - centre) / (scales[j] ?? 1));
  });
  const fit = coxFit(survival, columns, 'efron');
  const breslow = coxFit(survival, columns, 'breslow');
  const unscaled = (values: readonly number[]) =>
    values.map((value, j) => value / (scales[j] ?? 1));
  const [coef, se] = [unscaled(fit.coefficients), unscaled(fit.se)];
  const wald = coef.map((b, j) => b / (se[j] ?? 0));
  const z = normalQuantile(0.5 + level / 2);
  const nothing = partialLikelihood(survival, [], [], 'efron').loglik;
  const chisq = Math.max(0, 2 * (fit.loglik - nothing));
  return {
    n,
    events,
    terms: predictors.map(({ name }) => name),
    coef_efron: coef,
    se_efron: se,
    z_efron: wald,
    p_efron: wald.map(normalTwoSided),
    hazard_ratio: coef.map(Math.exp),
    hazard_ratio_ci: coef.map((b, j) => [
      Math.exp(b - z * (se[j] ?? 0)),
      Math.exp(b + z * (se[j] ?? 0)),
    ]),
    coef_breslow: unscaled(breslow.coefficients),
    loglik: [nothing, fit.loglik],
    lr_chisq: chisq,
    lr_df: coef.length,
    lr_p: chiSquareUpperTail(chisq, coef.length),
    concordance: concordance(survival, linearPredictor(columns, fit.coefficients, n)),
  };
}
