import { factorise, type Qr } from '../numeric/qr.ts';
import type { Term } from './model-input.ts';
import { notComputable } from './read-input.ts';

export interface Design {
  terms: readonly Term[];
  qr: Qr;
}

const INTERCEPT = '(Intercept)';

/**
 * The columns of a regression, the intercept first, factorised.
 * @throws Refusal `not-computable` when a column follows from the others
 */
export function designOf(
  statistic: string,
  predictors: readonly Term[],
  n: number,
  intercept = true,
): Design {
  const constant = { name: INTERCEPT, values: new Float64Array(n).fill(1) };
  const terms = intercept ? [constant, ...predictors] : [...predictors];
  const flat = predictors.find(({ values }) => values.every((value) => value === values[0]));
  if (flat && n > 0) throw notComputable(statistic, `“${flat.name}” does not vary.`);
  if (n < terms.length) {
    throw notComputable(
      statistic,
      `${terms.length} coefficients need at least ${terms.length} complete rows, and there are ${n}.`,
    );
  }
  const qr = factorise(terms.map(({ values }) => values));
  const [dependent] = qr.dependent;
  if (dependent !== undefined) {
    throw notComputable(
      statistic,
      `“${terms[dependent]?.name}” follows exactly from the other predictors.`,
      'Leave out one of the predictors that determine each other.',
    );
  }
  return { terms, qr };
}
