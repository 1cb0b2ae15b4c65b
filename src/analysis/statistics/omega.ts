import type { RefusalRecord } from '../../model/refusal.ts';
import { pearsonR, sumOfSquares } from '../numeric/moments.ts';
import { sum } from '../numeric/sum.ts';
import { likelihoodFactor, minimumResidualFactor } from './one-factor.ts';
import { notComputable } from './read-input.ts';

type Refused = { refused: RefusalRecord };

export interface Omega {
  /** From the maximum likelihood factor of the covariances. */
  raw: number | Refused;
  /** Loadings in the units of the items, with SDs of denominator n. */
  loadings: number[] | Refused;
  /** From the same factor of the correlations. */
  standardised: number | Refused;
  /** From the minimum residual (least squares) factor of the correlations. */
  minres: number | Refused;
}

/**
 * McDonald's ω (Test Theory, 1999): (Σλ)² / ((Σλ)² + Σψ) of one common factor with loadings λ and
 * unique variances ψ.
 * @param items values by item, complete; refused below three items and for items that do not vary
 */
export function omegaOf(items: readonly (readonly number[])[]): Omega {
  if (items.length < 3) return allRefused('at least 3 items are required.');
  const n = items[0]?.length ?? 0;
  const sds = items.map((item) => Math.sqrt(sumOfSquares(item) / n));
  if (sds.some((sd) => !(sd > 0))) return allRefused('an item does not vary.');
  const correlations = items.map((a, i) =>
    items.map((b, j) => (i === j ? 1 : (pearsonR(a, b) ?? 0))),
  );
  const residual = minimumResidualFactor(correlations);
  const minres = residual
    ? omegaFrom(
        residual,
        residual.map((loading) => 1 - loading * loading),
      )
    : refused('no factor with positive unique variances fits the correlations.');
  const likely = likelihoodFactor(correlations);
  if (!likely) {
    const part = refused('no factor with positive unique variances fits the covariances.');
    return { raw: part, loadings: part, standardised: part, minres };
  }
  const unique = likely.map((loading) => 1 - loading * loading);
  const loadings = likely.map((loading, j) => loading * (sds[j] ?? 0));
  return {
    raw: omegaFrom(
      loadings,
      unique.map((value, j) => value * (sds[j] ?? 0) ** 2),
    ),
    loadings,
    standardised: omegaFrom(likely, unique),
    minres,
  };
}

function omegaFrom(loadings: readonly number[], unique: readonly number[]): number {
  const common = sum(loadings) ** 2;
  return common / (common + sum(unique));
}

function refused(reason: string): Refused {
  return { refused: notComputable('McDonald’s ω', reason).toRecord() };
}

function allRefused(reason: string): Omega {
  const part = refused(reason);
  return { raw: part, loadings: part, standardised: part, minres: part };
}
