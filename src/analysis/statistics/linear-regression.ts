import type { RefusalRecord } from '../../model/refusal.ts';
import { fUpperTail } from '../numeric/f-distribution.ts';
import { inverseCrossProduct, type LeastSquares, leastSquares } from '../numeric/least-squares.ts';
import { mean, sumOfSquares } from '../numeric/moments.ts';
import { tQuantile, tTwoSided } from '../numeric/student-t.ts';
import { sum } from '../numeric/sum.ts';
import { designOf } from './design.ts';
import { type InfluentialRow, influenceOf } from './influence.ts';
import type { ModelInput } from './model-input.ts';
import { notComputable } from './read-input.ts';
import { type RobustErrors, robustErrors } from './robust-errors.ts';

type Refused = { refused: RefusalRecord };

/** Lists have one entry for each term, the intercept first. */
export interface LinearRegression {
  n: number;
  terms: string[];
  coef: number[];
  se: number[];
  /** Null where the fit is perfect. */
  t: (number | null)[];
  p: (number | null)[];
  ci: [number, number][];
  /** b · SD(x) / SD(y); 0 for the intercept. */
  beta_std: number[];
  r2: number;
  adj_r2: number;
  /** Standard deviation of the residuals. */
  sigma: number;
  F: { F: number; df1: number; df2: number; p: number } | Refused;
  rss: number;
  loglik: number | null;
  aic: number | null;
  bic: number | null;
  durbin_watson: number | null;
  /** One for each predictor, where there are at least two. */
  vif: number[] | null;
  max_cooks: number | null;
  max_leverage: number;
  hc3: RobustErrors | Refused;
  /** Rows whose Cook's distance is above 4 / n. */
  influential: InfluentialRow[];
}

/** Residuals this small beside the outcome are the rounding of a perfect fit. */
const PERFECT_BELOW = 1e-14;

const NAME = 'Linear regression';

/**
 * Ordinary least squares by refined Householder QR: t tests, standardised coefficients, variance inflation
 * (Marquardt, Technometrics 12, 1970), Akaike's and Schwarz's criteria with σ² among the parameters, and
 * Durbin and Watson's d over the rows as they stand.
 * @param response the name of the outcome among `input.responses`
 * @throws Refusal `not-computable` for too few rows, predictors that determine each other, no variation
 */
export function linearRegression(
  input: ModelInput,
  response: string,
  { level = 0.95, intercept = true } = {},
): LinearRegression {
  const y = input.responses[response] ?? new Float64Array();
  const n = y.length;
  const { terms, qr } = designOf(NAME, input.terms, n, intercept);
  const df = n - terms.length;
  if (df < 1 || terms.length === 0) {
    throw notComputable(NAME, `${n} complete rows leave nothing over for ${terms.length} terms.`);
  }
  const spread = sumOfSquares([...y]);
  if (!(spread > 0)) throw notComputable(NAME, 'the outcome does not vary.');

  const fit = withoutRounding(leastSquares(qr, y), y);
  const perfect = fit.rss === 0;
  const inverse = inverseCrossProduct(qr);
  const coef = [...fit.coefficients];
  const sigma = Math.sqrt(fit.rss / df);
  const se = inverse.map((column, j) => sigma * Math.sqrt(column[j] ?? 0));
  const t = coef.map((b, j) => (perfect ? null : b / (se[j] ?? 0)));
  const margin = tQuantile(0.5 + level / 2, df);
  const squares = terms.map(({ values }) => sumOfSquares([...values]));
  const explained = explainedSquares(y, fit, intercept);
  const df1 = terms.length - (intercept ? 1 : 0);
  const r2 = explained / (explained + fit.rss);
  const loglik = perfect ? null : (-n / 2) * (Math.log(2 * Math.PI) + Math.log(fit.rss / n) + 1);
  const parameters = terms.length + 1;
  const influence = influenceOf(qr, fit, input.rows);
  return {
    n,
    terms: terms.map(({ name }) => name),
    coef,
    se,
    t,
    p: t.map((value) => (value === null ? null : tTwoSided(value, df))),
    ci: coef.map((b, j) => [b - margin * (se[j] ?? 0), b + margin * (se[j] ?? 0)]),
    beta_std: coef.map((b, j) => b * Math.sqrt((squares[j] ?? 0) / spread)),
    r2,
    adj_r2: 1 - ((1 - r2) * (df + df1)) / df,
    sigma,
    F: perfect || df1 === 0 ? noRatio(perfect) : ratio(explained, df1, fit.rss, df),
    rss: fit.rss,
    loglik,
    aic: loglik === null ? null : 2 * parameters - 2 * loglik,
    bic: loglik === null ? null : Math.log(n) * parameters - 2 * loglik,
    durbin_watson: perfect ? null : durbinWatson(fit),
    vif: df1 < 2 ? null : inflation(inverse, squares, intercept),
    max_cooks: perfect ? null : influence.maxCooks,
    max_leverage: influence.maxLeverage,
    hc3: robustErrors({ qr, fit, inverse, leverages: influence.leverages, df, level }),
    influential: perfect ? [] : influence.rows,
  };
}

function withoutRounding(fit: LeastSquares, y: Float64Array): LeastSquares {
  const size = Math.sqrt(sum(y.map((value) => value * value)));
  if (Math.sqrt(fit.rss) > PERFECT_BELOW * size) return fit;
  return { ...fit, residuals: new Float64Array(y.length), rss: 0 };
}

/** About the mean, or about 0 where there is no intercept. */
function explainedSquares(y: Float64Array, fit: LeastSquares, intercept: boolean): number {
  const fitted = [...y].map((value, i) => value - (fit.residuals[i] ?? 0));
  return intercept ? sumOfSquares(fitted, mean(fitted)) : sum(fitted.map((value) => value * value));
}

function ratio(explained: number, df1: number, rss: number, df2: number) {
  const F = explained / df1 / (rss / df2);
  return { F, df1, df2, p: fUpperTail(F, df1, df2) };
}

function noRatio(perfect: boolean): Refused {
  const reason = perfect ? 'the fit is perfect, nothing is left over.' : 'there is no predictor.';
  return { refused: notComputable('F-test', reason).toRecord() };
}

function durbinWatson({ residuals, rss }: LeastSquares): number {
  const steps = residuals.subarray(1).map((value, i) => (value - (residuals[i] ?? 0)) ** 2);
  return sum(steps) / rss;
}

function inflation(
  inverse: readonly Float64Array[],
  squares: readonly number[],
  intercept: boolean,
): number[] {
  const all = inverse.map((column, j) => (column[j] ?? 0) * (squares[j] ?? 0));
  return intercept ? all.slice(1) : all;
}
