import type { RefusalRecord } from '../../model/refusal.ts';
import type { LeastSquares } from '../numeric/least-squares.ts';
import type { Qr } from '../numeric/qr.ts';
import { tQuantile, tTwoSided } from '../numeric/student-t.ts';
import { sum } from '../numeric/sum.ts';
import { notComputable } from './read-input.ts';

/** One entry for each coefficient. */
export interface RobustErrors {
  se: number[];
  t: number[];
  p: number[];
  ci: [number, number][];
}

/** A leverage this close to 1 leaves the residual of its row without meaning. */
const ALONE = 1 - 1e-10;

/**
 * Standard errors that hold where the residuals do not vary alike: HC3, the covariance
 * (XᵀX)⁻¹ Xᵀ diag(e² / (1 − h)²) X (XᵀX)⁻¹ (MacKinnon & White, Journal of Econometrics 29, 1985;
 * recommended below 250 rows by Long & Ervin, The American Statistician 54, 2000).
 */
export function robustErrors(model: {
  qr: Qr;
  fit: LeastSquares;
  inverse: readonly Float64Array[];
  leverages: Float64Array;
  df: number;
  level: number;
}): RobustErrors | { refused: RefusalRecord } {
  const { qr, fit, inverse, leverages, df, level } = model;
  if (fit.rss === 0) return refused('the fit is perfect, nothing is left over.');
  if (leverages.some((h) => h >= ALONE)) {
    return refused('one row alone determines a coefficient (its leverage is 1).');
  }
  const scaled = fit.residuals.map((residual, i) => residual / (1 - (leverages[i] ?? 0)));
  const se = inverse.map((column) => {
    const squares = scaled.map((residual, i) => {
      let weight = 0;
      for (let k = 0; k < column.length; k++)
        weight += (column[k] ?? 0) * (qr.columns[k]?.[i] ?? 0);
      return (weight * residual) ** 2;
    });
    return Math.sqrt(sum(squares));
  });
  const t = [...fit.coefficients].map((b, j) => b / (se[j] ?? 0));
  const margin = tQuantile(0.5 + level / 2, df);
  return {
    se,
    t,
    p: t.map((value) => tTwoSided(value, df)),
    ci: [...fit.coefficients].map((b, j) => [b - margin * (se[j] ?? 0), b + margin * (se[j] ?? 0)]),
  };
}

function refused(reason: string): { refused: RefusalRecord } {
  return { refused: notComputable('Robust standard errors (HC3)', reason).toRecord() };
}
