import { chiSquareUpperTail } from '../numeric/chi-square.ts';
import { inverseCrossProduct } from '../numeric/least-squares.ts';
import { normalQuantile, normalTwoSided } from '../numeric/normal.ts';
import { midRanks } from '../numeric/ranks.ts';
import { sum } from '../numeric/sum.ts';
import { designOf } from './design.ts';
import { type LogisticFit, logisticFit } from './logistic-fit.ts';
import type { ModelInput } from './model-input.ts';
import { profileIntervals } from './profile-interval.ts';
import { notComputable } from './read-input.ts';
import { separation } from './separation.ts';

type Bounds = [number | null, number | null];

/** Lists have one entry for each term, the intercept first. */
export interface LogisticRegression {
  n: number;
  /** How many have the outcome 1. */
  events: number;
  terms: string[];
  coef: number[];
  se: number[];
  wald_z: number[];
  p: number[];
  or: number[];
  or_ci_wald: [number, number][];
  /** As R's `confint` interpolates it; null for a bound that is not reached. */
  or_ci_profile: Bounds[];
  /** The same interval, solved. */
  or_ci_profile_exact: Bounds[];
  null_deviance: number;
  deviance: number;
  lr_chisq: number;
  lr_df: number;
  /** Null without predictors. */
  lr_p: number | null;
  aic: number;
  bic: number;
  cox_snell: number;
  nagelkerke: number;
  mcfadden: number;
  /** Area under the receiver operating characteristic. */
  auc: number;
  'accuracy_at_0.5': number;
}

const NAME = 'Logistic regression';

/**
 * Logistic regression of an outcome of 0 and 1 by maximum likelihood, with Wald and profile likelihood
 * intervals of the odds ratios, and R² after Cox and Snell (1989), Nagelkerke (Biometrika 78, 1991) and
 * McFadden (1974).
 * @throws Refusal `not-computable` for other outcomes, too few rows, dependent predictors and separation
 */
export function logisticRegression(
  input: ModelInput,
  response: string,
  level = 0.95,
): LogisticRegression {
  const y = input.responses[response] ?? new Float64Array();
  const n = y.length;
  if (y.some((value) => value !== 0 && value !== 1)) {
    throw notComputable(NAME, 'the outcome must be 0 or 1 in every row.');
  }
  const events = sum(y);
  if (events === 0 || events === n) {
    throw notComputable(NAME, `both outcomes must occur, and all ${n} are the same.`);
  }
  const { terms } = designOf(NAME, input.terms, n);
  const columns = terms.map(({ values }) => values);
  const fit = logisticFit(columns, y);
  if (!fit.converged) throw withoutMaximum(fit, y);

  const coef = [...fit.coefficients];
  const inverse = inverseCrossProduct(fit.weighted);
  const se = coef.map((_, j) => Math.sqrt(inverse[j]?.[j] ?? 0));
  const wald = coef.map((b, j) => b / (se[j] ?? 0));
  const z = normalQuantile(0.5 + level / 2);
  const nothing = logisticFit(columns.slice(0, 1), y).deviance;
  const chisq = Math.max(0, nothing - fit.deviance);
  const df = terms.length - 1;
  const profiles = coef.map((_, j) => profileIntervals(columns, y, fit, j, se[j] ?? 0, level));
  const coxSnell = -Math.expm1(-chisq / n);
  return {
    n,
    events,
    terms: terms.map(({ name }) => name),
    coef,
    se,
    wald_z: wald,
    p: wald.map(normalTwoSided),
    or: coef.map(Math.exp),
    or_ci_wald: coef.map((b, j) => [
      Math.exp(b - z * (se[j] ?? 0)),
      Math.exp(b + z * (se[j] ?? 0)),
    ]),
    or_ci_profile: profiles.map(({ interpolated }) => exponentials(interpolated)),
    or_ci_profile_exact: profiles.map(({ exact }) => exponentials(exact)),
    null_deviance: nothing,
    deviance: fit.deviance,
    lr_chisq: chisq,
    lr_df: df,
    lr_p: df === 0 ? null : chiSquareUpperTail(chisq, df),
    aic: fit.deviance + 2 * terms.length,
    bic: fit.deviance + Math.log(n) * terms.length,
    cox_snell: coxSnell,
    nagelkerke: coxSnell / -Math.expm1(-nothing / n),
    mcfadden: chisq / nothing,
    auc: areaUnderCurve(fit.eta, y, events),
    'accuracy_at_0.5':
      sum(y.map((value, i) => ((fit.eta[i] ?? 0) > 0 === (value === 1) ? 1 : 0))) / n,
  };
}

function exponentials([low, high]: Bounds): Bounds {
  return [low === null ? null : Math.exp(low), high === null ? null : Math.exp(high)];
}

/** P(a case with outcome 1 has the higher prediction), ties counted half (Mann–Whitney). */
function areaUnderCurve(eta: Float64Array, y: Float64Array, events: number): number {
  const { ranks } = midRanks([...eta], 1e-12);
  const total = sum(ranks.map((rank, i) => ((y[i] ?? 0) === 1 ? rank : 0)));
  return (total - (events * (events + 1)) / 2) / (events * (y.length - events));
}

function withoutMaximum(fit: LogisticFit, y: Float64Array) {
  const kind = separation(fit.direction, y);
  if (kind === 'none') {
    return notComputable(NAME, 'the likelihood has no maximum that can be found.');
  }
  const how =
    kind === 'complete'
      ? 'the predictors tell the two outcomes apart without error (complete separation)'
      : 'some combination of the predictors occurs with one outcome only (quasi-complete separation)';
  return notComputable(
    NAME,
    `${how}, so an odds ratio would be infinite.`,
    'Leave out or group the predictor that does so, or report it as a cross-tabulation.',
  );
}
