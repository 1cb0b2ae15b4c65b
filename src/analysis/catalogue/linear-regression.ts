import type { Finding } from '../../model/result.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { linearFitLine } from '../models/linear-fit-line.ts';
import { ERRORS, ERRORS_SHORT, type Errors, linearTerms } from '../models/linear-terms.ts';
import { modelData } from '../models/model-data.ts';
import { PREDICTORS } from '../models/model-options.ts';
import { modelNotes, regressionFigures } from '../models/regression-checks.ts';
import { referenceNotes, termsOf } from '../models/terms.ts';
import { attempt } from '../parts/attempt.ts';
import { batchFinding } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { choiceOf, variableChosen, variablesChosen } from '../parts/read-options.ts';
import { CONFIDENCE, choice, levelOf, NUMBERS, variable } from '../parts/standard-options.ts';
import { percentLevel } from '../parts/words.ts';
import { linearRegression as leastSquares } from '../statistics/linear-regression.ts';

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
      'Which standard errors, intervals and p are shown first; chosen in advance and recorded.',
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
  const lines = value ? linearTerms(value, errors) : [];
  const terms = termsOf(
    {
      title: `Terms of ${label}`,
      level,
      notes: [
        `*b*: ${ERRORS_SHORT[errors]} standard errors. β: standardised coefficient. VIF: variance inflation factor.`,
      ],
    },
    lines,
  );
  return batchFinding(view, [linearFitLine(data, label, { value, refused }, level)], {
    method: {
      name: 'Linear regression',
      variant: `${data.predictors.join(', ')}; ${ERRORS_SHORT[errors]} standard errors; ${percentLevel(level)} intervals`,
      citations: [CITE.golub, ...(errors === 'hc3' ? [CITE.hc3, CITE.longErvin] : [])],
    },
    level,
    table: { title: `Model of ${label}` },
    tables: value ? [terms.table] : [],
    estimates: terms.estimates,
    figures: value ? regressionFigures(value, lines, data, { label, unit: view.unit, level }) : [],
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
