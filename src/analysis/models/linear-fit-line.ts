import { formatNumber, formatP } from '../../model/format.ts';
import { escapeRich } from '../../model/rich.ts';
import type { ModelData } from '../models/model-data.ts';
import { apaList, apaTest, apaValue } from '../parts/apa.ts';
import { because, partOf } from '../parts/attempt.ts';
import { quantity } from '../parts/quantity.ts';
import { count } from '../parts/words.ts';
import type { LinearRegression } from '../statistics/linear-regression.ts';

export function linearFitLine(
  data: ModelData,
  label: string,
  { value, refused }: { value: LinearRegression | null; refused: string },
  level: number,
) {
  const F = value ? partOf(value.F) : null;
  const why = { refused: F?.refused || refused };
  const n = data.input.rows.length;
  return {
    label,
    reasons: data.reasons,
    n,
    p: F?.value?.p ?? null,
    refused,
    quantities: [
      quantity('n', 'n', '*n*', n, 'count'),
      quantity('r2', 'R²', '*R*²', value?.r2, 'correlation', { refused }),
      quantity('adjusted-r2', 'adjusted R²', 'Adjusted *R*²', value?.adj_r2, 'correlation', {
        refused,
      }),
      quantity('F', 'F', '*F*', F?.value?.F, 'statistic', why),
      quantity('df1', 'degrees of freedom of the model', '*df*~1~', F?.value?.df1, 'count', why),
      quantity('df2', 'degrees of freedom of the rest', '*df*~2~', F?.value?.df2, 'count', why),
      quantity('p', 'p', '*p*', F?.value?.p, 'p', why),
      quantity('sigma', 'standard deviation of the residuals', 'σ', value?.sigma, 'mean', {
        refused,
      }),
      quantity('aic', 'AIC', 'AIC', value?.aic, 'number', { only: 'estimate', ...why }),
      quantity('bic', 'BIC', 'BIC', value?.bic, 'number', { only: 'estimate', ...why }),
      quantity('durbin-watson', 'Durbin–Watson d', '*d*', value?.durbin_watson, 'statistic', {
        only: 'estimate',
        ...why,
      }),
    ],
    apa: value
      ? apaList(
          apaValue('*R*²', value.r2, 'correlation'),
          F?.value
            ? apaTest('*F*', [F.value.df1, F.value.df2], F.value.F, F.value.p)
            : because(why.refused),
          ...value.terms.map((term, j) =>
            term === '(Intercept)'
              ? null
              : `${escapeRich(term)} ${apaValue('*b*', value.coef[j] ?? null, 'mean', value.ci[j] ?? null, level)}`,
          ),
        )
      : '',
    plain: value
      ? `${escapeRich(data.predictors.join(', '))} together explain ${formatNumber(100 * value.r2, 'percent0')} of the variance of ${escapeRich(label)} (*n* = ${count(n)})${F?.value ? `, ${formatP(F.value.p)}` : ''}.`
      : '',
    notes: [],
  };
}
