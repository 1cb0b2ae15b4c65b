import { formatP } from '../../model/format.ts';
import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { modelData } from '../models/model-data.ts';
import { PREDICTORS } from '../models/model-options.ts';
import { ratioForest } from '../models/ratio-terms.ts';
import { referenceNotes, termLabel, termsOf } from '../models/terms.ts';
import { apaList, apaTest, apaValue } from '../parts/apa.ts';
import { attempt } from '../parts/attempt.ts';
import { batchFinding } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { shareWords } from '../parts/percent.ts';
import { type QuantityLine, quantity } from '../parts/quantity.ts';
import { variableChosen, variablesChosen } from '../parts/read-options.ts';
import { CONFIDENCE, levelOf } from '../parts/standard-options.ts';
import { count, percentLevel } from '../parts/words.ts';
import { type Cox, cox } from '../statistics/cox.ts';
import { survivalOf } from '../statistics/survival-input.ts';
import { SURVIVAL_OPTIONS } from '../survival/survival-options.ts';

export const coxRegression: Analysis = {
  id: 'cox-regression',
  title: 'Cox regression',
  question: 'time',
  answers: 'What goes with an earlier event?',
  words: ['proportional hazards', 'hazard ratio', 'survival', 'time to event', 'predictors'],
  options: [...SURVIVAL_OPTIONS, PREDICTORS, CONFIDENCE],
  guide: {
    formula: [
      'The hazard is *h*~0~(*t*) exp(*xb*); *b* maximises the partial likelihood, ties after Efron. Hazard ratio = exp(*b*) with Wald’s interval.',
      'Likelihood ratio χ² against no predictors; concordance: the share of comparable pairs in which the one with the higher prediction has the event first.',
    ],
    sources: [CITE.cox, CITE.efron],
    refuses: [
      'No events, a negative time, an event that is not 0 or 1, predictors that determine each other.',
      'A hazard ratio that would be infinite.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const data = modelData(
    view,
    { time: variableChosen(options, 'time'), event: variableChosen(options, 'event') },
    variablesChosen(options, 'predictors'),
  );
  const { time = new Float64Array(), event = new Float64Array() } = data.input.responses;
  const { value, refused } = attempt(() => cox(survivalOf(time, event), data.input.terms, level));
  const lines = value ? termLines(value) : [];
  const label = data.labels.event ?? 'Event';
  const why = { refused };
  const terms = termsOf(
    {
      title: `Terms of ${label}`,
      level,
      notes: ['*HR*: hazard ratio, Wald’s interval; above 1: earlier.'],
    },
    lines,
  );
  const line = {
    label,
    reasons: data.reasons,
    n: data.input.rows.length,
    p: value?.lr_p ?? null,
    refused,
    quantities: [
      quantity('n', 'n', '*n*', data.input.rows.length, 'count'),
      quantity('events', 'events', 'Events', value?.events, 'count', why),
      quantity('chi-square', 'likelihood ratio χ²', 'χ²', value?.lr_chisq, 'statistic', why),
      quantity('df', 'degrees of freedom', '*df*', value?.lr_df, 'count', why),
      quantity('p', 'p', '*p*', value?.lr_p, 'p', why),
      quantity('concordance', 'concordance', '*C*', value?.concordance, 'correlation', why),
    ],
    apa: value
      ? apaList(
          apaTest('χ²', [value.lr_df], value.lr_chisq, value.lr_p),
          ...value.terms.map(
            (term, j) =>
              `${escapeRich(term)} ${apaValue('*HR*', value.hazard_ratio[j] ?? null, 'statistic', value.hazard_ratio_ci[j] ?? null, level)}`,
          ),
        )
      : '',
    plain: value
      ? `${escapeRich(label)} was seen for ${shareWords(value.events, value.n, escapeRich(view.unit))}; ${escapeRich(data.predictors.join(', '))} together: ${formatP(value.lr_p)}.`
      : '',
    notes: [],
  };
  return batchFinding(view, [line], {
    method: {
      name: 'Cox regression',
      variant: `${data.predictors.join(', ')}; ties after Efron; Wald’s ${percentLevel(level)} intervals`,
      citations: [CITE.cox, CITE.efron],
    },
    level,
    table: { title: `Model of ${label}` },
    tables: value ? [terms.table] : [],
    estimates: terms.estimates,
    figures: value
      ? [
          ratioForest(
            {
              title: `Hazard ratios of ${label}`,
              subtitle: `n = ${count(value.n)} ${view.unit}, ${count(value.events)} events`,
              value: 'Hazard ratio',
              symbol: '*HR*',
              key: 'hr',
              level,
              sides: { low: 'Later', high: 'Earlier' },
            },
            lines,
          ),
        ]
      : [],
    notes: [
      ...referenceNotes(data.references),
      {
        kind: 'assumption',
        text: 'Hazards are taken to be proportional: a ratio that holds at all times. Curves by Kaplan–Meier that cross speak against it.',
      },
    ],
  });
}

function termLines(value: Cox): QuantityLine[] {
  return value.terms.map((term, j) => ({
    label: termLabel(term),
    quantities: [
      quantity('b', 'log hazard ratio', '*b*', value.coef_efron[j], 'mean'),
      quantity('se', 'standard error', 'SE', value.se_efron[j], 'mean'),
      quantity('z', 'Wald z', '*z*', value.z_efron[j], 'statistic'),
      quantity('p', 'p', '*p*', value.p_efron[j], 'p'),
      quantity('hr', 'hazard ratio', '*HR*', value.hazard_ratio[j], 'statistic', {
        ci: value.hazard_ratio_ci[j] ?? null,
        by: 'Wald',
      }),
    ],
  }));
}
