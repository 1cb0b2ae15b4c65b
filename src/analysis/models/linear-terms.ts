import { termLabel } from '../models/terms.ts';
import { partOf } from '../parts/attempt.ts';
import { type QuantityLine, quantity } from '../parts/quantity.ts';
import type { LinearRegression } from '../statistics/linear-regression.ts';

export const ERRORS = {
  classic: 'Classic: equal variances',
  hc3: 'HC3: holds where variances differ',
};

/** As in a sentence: "classic standard errors". */
export const ERRORS_SHORT = { classic: 'classic', hc3: 'HC3' };

export type Errors = keyof typeof ERRORS;

export function linearTerms(value: LinearRegression, errors: Errors): QuantityLine[] {
  const robust = partOf(value.hc3);
  const byHc3 = errors === 'hc3';
  return value.terms.map((term, j) => {
    const constant = term === '(Intercept)';
    const classic = { se: value.se[j], t: value.t[j], p: value.p[j], ci: value.ci[j] };
    const hc3 = robust.value && {
      se: robust.value.se[j],
      t: robust.value.t[j],
      p: robust.value.p[j],
      ci: robust.value.ci[j],
    };
    const shown = byHc3 ? hc3 : classic;
    const other = byHc3 ? classic : hc3;
    const why = { refused: (byHc3 && robust.refused) || 'the fit is perfect' };
    return {
      label: termLabel(term),
      quantities: [
        quantity('b', 'coefficient', '*b*', value.coef[j], 'mean', {
          ci: shown?.ci ?? null,
          by: byHc3 ? 't, HC3' : 't',
        }),
        quantity('se', 'standard error', 'SE', shown?.se, 'mean', why),
        quantity(
          'beta',
          'standardised coefficient',
          'β',
          constant ? null : value.beta_std[j],
          'statistic',
          {
            refused: 'the constant has none',
          },
        ),
        quantity('t', 't', '*t*', shown?.t, 'statistic', why),
        quantity('p', 'p', '*p*', shown?.p, 'p', why),
        quantity(
          byHc3 ? 'p-classic' : 'p-hc3',
          byHc3 ? 'p, classic' : 'p, HC3',
          '*p*',
          other?.p,
          'p',
          {
            header: byHc3 ? 'Classic *p*' : 'HC3 *p*',
            refused: robust.refused || 'the fit is perfect',
          },
        ),
        quantity(
          'vif',
          'variance inflation factor',
          'VIF',
          constant ? null : value.vif?.[j - 1],
          'statistic',
          {
            refused: constant ? 'the constant has none' : 'there is only one predictor',
          },
        ),
      ],
    };
  });
}
