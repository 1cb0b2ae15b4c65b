import { formatNumber, formatP } from '../../model/format.ts';
import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { type ModelData, modelData } from '../models/model-data.ts';
import { PREDICTORS } from '../models/model-options.ts';
import { ratioForest } from '../models/ratio-terms.ts';
import { referenceNotes, termLabel, termsOf } from '../models/terms.ts';
import { apaList, apaTest, apaValue } from '../parts/apa.ts';
import { type Attempt, attempt } from '../parts/attempt.ts';
import { batchFinding, type OutcomeLine } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { shareWords } from '../parts/percent.ts';
import { type QuantityLine, quantity } from '../parts/quantity.ts';
import { choiceOf, variableChosen, variablesChosen } from '../parts/read-options.ts';
import { CONFIDENCE, choice, levelOf, variable } from '../parts/standard-options.ts';
import { count, percentLevel } from '../parts/words.ts';
import {
  type LogisticRegression,
  logisticRegression as maximumLikelihood,
} from '../statistics/logistic-regression.ts';

const INTERVALS = { profile: 'Profile likelihood', wald: 'Wald' };

type Intervals = keyof typeof INTERVALS;

/** Fewer events than this for each term, and estimates lean to extremes; a convention (Peduzzi 1996). */
const EVENTS_PER_TERM = 10;

export const logisticRegression: Analysis = {
  id: 'logistic-regression',
  title: 'Logistic regression',
  question: 'related',
  answers: 'What goes with a yes?',
  words: ['odds ratio', 'binary outcome', 'logit', 'predictors', 'separation', 'AUC', 'covariates'],
  options: [
    variable('outcome', 'Outcome', 'A yes/no variable; yes is modelled.', ['yesno', 'integer']),
    PREDICTORS,
    choice('intervals', 'Intervals', 'How the intervals of the odds ratios are made.', INTERVALS),
    CONFIDENCE,
  ],
  guide: {
    formula: [
      'ln(*p* / (1 − *p*)) = *Xb*, by maximum likelihood; odds ratio = exp(*b*).',
      'Profile intervals: the values of *b* at which the deviance rises by the χ² quantile with one degree of freedom, the other coefficients refitted.',
      'Likelihood ratio χ² against the model without predictors; *R*² after Nagelkerke; AUC: the share of pairs in which the one with “yes” has the higher prediction.',
    ],
    sources: [CITE.logistic, CITE.venzonMoolgavkar, CITE.albertAnderson, CITE.nagelkerke],
    refuses: [
      'An outcome that is not 0 or 1, or that is the same in every row.',
      'Separation: predictors that tell the outcomes apart, so that an odds ratio would be infinite. It says which kind.',
      'Predictors that determine each other.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const intervals = choiceOf(options, 'intervals', Object.keys(INTERVALS) as Intervals[]);
  const data = modelData(
    view,
    { y: variableChosen(options, 'outcome') },
    variablesChosen(options, 'predictors'),
  );
  const model = attempt(() => maximumLikelihood(data.input, 'y', level));
  const { value } = model;
  const label = data.labels.y ?? 'Outcome';
  const lines = value ? termLines(value, intervals) : [];
  const terms = termsOf(
    {
      title: `Terms of ${label}`,
      level,
      notes: [`*OR*: odds ratio, ${INTERVALS[intervals].toLowerCase()} intervals. *p*: Wald.`],
    },
    lines,
  );
  const scarce =
    value !== null &&
    Math.min(value.events, value.n - value.events) < EVENTS_PER_TERM * value.lr_df;
  return batchFinding(view, [lineOf(data, label, model, { level, unit: view.unit, intervals })], {
    method: {
      name: 'Logistic regression',
      variant: `${data.predictors.join(', ')}; ${INTERVALS[intervals].toLowerCase()} ${percentLevel(level)} intervals`,
      citations: [CITE.logistic, CITE.venzonMoolgavkar, CITE.nagelkerke],
    },
    level,
    table: { title: `Model of ${label}` },
    tables: value ? [terms.table] : [],
    estimates: terms.estimates,
    figures: value
      ? [
          ratioForest(
            {
              title: `Odds ratios of ${label}`,
              subtitle: `n = ${count(value.n)} ${view.unit}, ${count(value.events)} yes`,
              value: 'Odds ratio',
              symbol: '*OR*',
              key: 'or',
              level,
              sides: { low: 'Less often yes', high: 'More often yes' },
            },
            lines.slice(1),
          ),
        ]
      : [],
    notes: [
      ...referenceNotes(data.references),
      ...(scarce
        ? [
            {
              kind: 'caution' as const,
              text: `Fewer than ${EVENTS_PER_TERM} rows with the rarer outcome for each of the ${value.lr_df} terms: odds ratios lean away from 1.`,
            },
          ]
        : []),
    ],
  });
}

function lineOf(
  data: ModelData,
  label: string,
  { value, refused }: Attempt<LogisticRegression>,
  { level, unit, intervals }: { level: number; unit: string; intervals: Intervals },
): OutcomeLine {
  const why = { refused };
  const n = data.input.rows.length;
  return {
    label,
    reasons: data.reasons,
    n,
    p: value?.lr_p ?? null,
    refused,
    quantities: [
      quantity('n', 'n', '*n*', n, 'count'),
      quantity('events', 'yes', 'Yes', value?.events, 'count', why),
      quantity('chi-square', 'likelihood ratio χ²', 'χ²', value?.lr_chisq, 'statistic', why),
      quantity('df', 'degrees of freedom', '*df*', value?.lr_df, 'count', why),
      quantity('p', 'p', '*p*', value?.lr_p, 'p', why),
      quantity('nagelkerke', 'Nagelkerke’s R²', '*R*²~N~', value?.nagelkerke, 'correlation', why),
      quantity('auc', 'area under the curve', 'AUC', value?.auc, 'correlation', why),
      quantity('mcfadden', 'McFadden’s R²', '*R*²~McF~', value?.mcfadden, 'correlation', {
        only: 'estimate',
        ...why,
      }),
      quantity('aic', 'AIC', 'AIC', value?.aic, 'number', { only: 'estimate', ...why }),
      quantity('bic', 'BIC', 'BIC', value?.bic, 'number', { only: 'estimate', ...why }),
    ],
    apa: value
      ? apaList(
          apaTest('χ²', [value.lr_df], value.lr_chisq, value.lr_p),
          apaValue('*R*²~N~', value.nagelkerke, 'correlation'),
          ...value.terms.map((term, j) =>
            term === '(Intercept)'
              ? null
              : `${escapeRich(term)} ${apaValue('*OR*', value.or[j] ?? null, 'statistic', boundsOf(value, intervals, j), level)}`,
          ),
        )
      : '',
    plain: value
      ? `${escapeRich(label)}: yes for ${shareWords(value.events, value.n, escapeRich(unit))}; the model tells them apart with an AUC of ${formatNumber(value.auc, 'correlation')}${value.lr_p === null ? '' : ` (${formatP(value.lr_p)})`}.`
      : '',
    notes: [],
  };
}

function boundsOf(value: LogisticRegression, intervals: Intervals, j: number) {
  return (intervals === 'wald' ? value.or_ci_wald[j] : value.or_ci_profile_exact[j]) ?? null;
}

function termLines(value: LogisticRegression, intervals: Intervals): QuantityLine[] {
  return value.terms.map((term, j) => ({
    label: termLabel(term),
    quantities: [
      quantity('b', 'coefficient', '*b*', value.coef[j], 'mean'),
      quantity('se', 'standard error', 'SE', value.se[j], 'mean'),
      quantity('z', 'Wald z', '*z*', value.wald_z[j], 'statistic'),
      quantity('p', 'p', '*p*', value.p[j], 'p'),
      quantity('or', 'odds ratio', '*OR*', value.or[j], 'statistic', {
        ci: boundsOf(value, intervals, j),
        by: INTERVALS[intervals],
      }),
    ],
  }));
}
