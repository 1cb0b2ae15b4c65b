import type { ScatterFigure } from '../../model/figure.ts';
import { formatNumber, formatP } from '../../model/format.ts';
import type { Finding, Note } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { MOST_POINTS, thin } from '../../model/thin.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { forestFigure } from '../figures/forest-figure.ts';
import { type ModelData, modelData } from '../models/model-data.ts';
import { PREDICTORS } from '../models/model-options.ts';
import { referenceNotes, termLabel, termsOf } from '../models/terms.ts';
import { apaList, apaTest, apaValue } from '../parts/apa.ts';
import { normalityNote } from '../parts/assumption-notes.ts';
import { attempt, because, partOf } from '../parts/attempt.ts';
import { batchFinding } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { type QuantityLine, quantity } from '../parts/quantity.ts';
import { choiceOf, variableChosen, variablesChosen } from '../parts/read-options.ts';
import { CONFIDENCE, choice, levelOf, NUMBERS, variable } from '../parts/standard-options.ts';
import { count, percentLevel } from '../parts/words.ts';
import {
  type LinearRegression,
  linearRegression as leastSquares,
} from '../statistics/linear-regression.ts';

const ERRORS = { classic: 'Classic: equal variances', hc3: 'HC3: holds where variances differ' };

type Errors = keyof typeof ERRORS;

/** Above this a predictor is largely given by the others; a convention. */
const HIGH_VIF = 5;

export const linearRegression: Analysis = {
  id: 'linear-regression',
  title: 'Linear regression',
  question: 'related',
  answers: 'How does a number depend on several others?',
  words: [
    'multiple regression',
    'OLS',
    'predictors',
    'R squared',
    'VIF',
    'robust standard errors',
    'HC3',
    'covariates',
    'ANCOVA',
  ],
  options: [
    variable('outcome', 'Outcome', 'The variable that is explained.', NUMBERS),
    PREDICTORS,
    choice(
      'errors',
      'Standard errors',
      'Which standard errors, intervals and *p* are shown first; chosen in advance and recorded.',
      ERRORS,
    ),
    CONFIDENCE,
  ],
  guide: {
    formula: [
      '*b* minimises Σ(*y* − *Xb*)², by refined Householder QR. *t* = *b* / SE with *n* − *k* degrees of freedom.',
      'β = *b* · SD(*x*) / SD(*y*). VIF of a predictor: 1 / (1 − *R*²) of it on the others.',
      'HC3: (*X*′*X*)⁻¹ *X*′diag(*e*² / (1 − *h*)²)*X* (*X*′*X*)⁻¹.',
      'Rows with Cook’s distance above 4 / *n* are counted; Shapiro–Wilk and Durbin–Watson of the residuals are shown.',
    ],
    sources: [CITE.golub, CITE.marquardt, CITE.cook, CITE.hc3, CITE.longErvin],
    refuses: [
      'Fewer complete rows than terms and one more, predictors that determine each other, an outcome that does not vary.',
      '*t* and *F* of a perfect fit; HC3 where a row determines its own value.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const errors = choiceOf(options, 'errors', Object.keys(ERRORS) as Errors[]);
  const data = modelData(
    view,
    { y: variableChosen(options, 'outcome') },
    variablesChosen(options, 'predictors'),
  );
  const { value, refused } = attempt(() => leastSquares(data.input, 'y', { level }));
  const label = data.labels.y ?? 'Outcome';
  const lines = value ? termLines(value, errors) : [];
  const terms = termsOf(
    {
      title: `Terms of ${label}`,
      level,
      notes: [
        `*b*: ${ERRORS[errors].split(':')[0]} standard errors. β: standardised coefficient. VIF: variance inflation factor.`,
      ],
    },
    lines,
  );
  return batchFinding(view, [lineOf(data, label, { value, refused }, level)], {
    method: {
      name: 'Linear regression',
      variant: `${data.predictors.join(', ')}; ${ERRORS[errors].split(':')[0]} standard errors; ${percentLevel(level)} intervals`,
      citations: [CITE.golub, ...(errors === 'hc3' ? [CITE.hc3, CITE.longErvin] : [])],
    },
    level,
    table: { title: `Model of ${label}` },
    tables: value ? [terms.table] : [],
    estimates: terms.estimates,
    figures: value ? figuresOf(value, lines, data, { label, unit: view.unit, level }) : [],
    notes: [
      ...referenceNotes(data.references),
      ...(value ? modelNotes(value, data, label) : []),
      {
        kind: 'note',
        text: 'A coefficient says how the outcome differs with a predictor, the others being the same; it does not say what caused it.',
      },
    ],
  });
}

function lineOf(
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

function termLines(value: LinearRegression, errors: Errors): QuantityLine[] {
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

function modelNotes(value: LinearRegression, data: ModelData, label: string): Note[] {
  const { fitted, residuals } = residualsOf(value, data);
  const inflated = value.vif?.filter((vif) => vif > HIGH_VIF).length ?? 0;
  const far = value.influential.length;
  const notes: Note[] = [
    normalityNote(label, [{ label, values: residuals }], 'normality of the residuals'),
  ];
  if (far > 0) {
    notes.push({
      kind: 'caution',
      text: `${count(far)} of ${count(fitted.length)} rows have a Cook’s distance above 4 / *n* (largest ${formatNumber(value.max_cooks, 'statistic')}): the result leans on them.`,
      citation: 'Cook (1977)',
    });
  }
  if (inflated > 0) {
    notes.push({
      kind: 'caution',
      text: `${count(inflated)} of ${count(value.vif?.length ?? 0)} terms have a VIF above ${HIGH_VIF}: they can hardly be told apart from the others.`,
      citation: 'Marquardt (1970)',
    });
  }
  return notes;
}

function residualsOf(value: LinearRegression, { input }: ModelData) {
  const y = Array.from(input.responses.y ?? []);
  const byName = new Map(input.terms.map((term) => [term.name, term.values]));
  const fitted = y.map((_, i) =>
    value.terms.reduce((total, term, j) => {
      const x = term === '(Intercept)' ? 1 : (byName.get(term)?.[i] ?? 0);
      return total + x * (value.coef[j] ?? 0);
    }, 0),
  );
  return { fitted, residuals: y.map((each, i) => each - (fitted[i] ?? 0)) };
}

function figuresOf(
  value: LinearRegression,
  lines: readonly QuantityLine[],
  data: ModelData,
  { label, unit, level }: { label: string; unit: string; level: number },
) {
  const { fitted, residuals } = residualsOf(value, data);
  const points = fitted.map((x, i) => ({ x, y: residuals[i] ?? 0 }));
  const scatter: ScatterFigure = {
    kind: 'scatter',
    title: `${label}: residuals`,
    subtitle: `n = ${count(value.n)} ${unit}`,
    x: { title: 'Fitted value', format: 'number', zero: false },
    y: { title: 'Residual', format: 'number', zero: true },
    series: [{ name: 'Residuals', points: thin(points, MOST_POINTS, ({ x }) => x) }],
    n: value.n,
    lines: [{ along: 'y', at: 0, label: 'As fitted' }],
    notes: ['A funnel or a curve speaks against the model.'],
    alt: `Residuals against fitted values of ${label}, ${count(value.n)} ${unit}.`,
  };
  const forest = forestFigure(
    {
      title: `Coefficients of ${label}`,
      subtitle: `n = ${count(value.n)} ${unit}`,
      label: 'Term',
      value: `Difference in ${label}`,
      symbol: '*b*',
      format: 'mean',
      level,
      reference: { at: 0, label: 'No difference' },
    },
    lines.slice(1).map((line) => {
      const b = line.quantities.find(({ key }) => key === 'b');
      return { label: line.label, value: b?.value ?? null, ci: b?.ci ?? null };
    }),
  );
  return [forest, scatter];
}
