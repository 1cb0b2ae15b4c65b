import { chiSquareQuantile } from '../numeric/chi-square-quantile.ts';
import { notComputable } from './read-input.ts';

export interface PoissonRate {
  rate: number;
  lo: number;
  hi: number;
}

/**
 * A rate of events with its exact interval, from quantiles of χ² (Garwood, Biometrika 28, 1936).
 * @param x events, @param t time or people at risk, in any unit
 * @throws Refusal `not-computable` unless t is above 0
 */
export function poissonRateCi(x: number, t: number, level = 0.95): PoissonRate {
  if (!(t > 0)) throw notComputable('Rate', `the time at risk must be above 0, and is ${t}.`);
  const alpha = (1 - level) / 2;
  return {
    rate: x / t,
    lo: x === 0 ? 0 : chiSquareQuantile(alpha, 2 * x) / 2 / t,
    hi: chiSquareQuantile(1 - alpha, 2 * x + 2) / 2 / t,
  };
}
