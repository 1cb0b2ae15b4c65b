import { formatNumber } from '../../model/format.ts';
import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { forestFigure } from '../figures/forest-figure.ts';
import { apaDf, apaList, apaTest, apaValue } from '../parts/apa.ts';
import { attempt } from '../parts/attempt.ts';
import { batchFinding } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { completeRows } from '../parts/complete-rows.ts';
import { outcomesOf } from '../parts/outcomes.ts';
import { estimatesOf, linesTable, type QuantityLine, quantity } from '../parts/quantity.ts';
import { choiceOf, variablesChosen } from '../parts/read-options.ts';
import { CONFIDENCE, choice, levelOf, variables } from '../parts/standard-options.ts';
import { count, percentLevel } from '../parts/words.ts';
import { type Icc, icc as sixForms } from '../statistics/icc.ts';

const FORMS = {
  ICC2: 'ICC(2,1): raters drawn from many, one rating, absolute agreement',
  ICC3: 'ICC(3,1): these raters only, one rating, consistency',
  ICC1: 'ICC(1,1): other raters for each, one rating',
  ICC2k: 'ICC(2,k): raters drawn from many, mean of the ratings',
  ICC3k: 'ICC(3,k): these raters only, mean of the ratings',
  ICC1k: 'ICC(1,k): other raters for each, mean of the ratings',
};

type Form = keyof typeof FORMS;

export const icc: Analysis = {
  id: 'icc',
  title: 'Intraclass correlation',
  question: 'reliable',
  answers: 'Do raters, or repeated measurements, agree on numbers?',
  words: [
    'ICC',
    'inter-rater reliability',
    'test–retest',
    'agreement',
    'Shrout and Fleiss',
    'consistency',
  ],
  options: [
    variables(
      'raters',
      'Raters',
      'One variable of numbers for each rater or occasion.',
      undefined,
      {
        min: 2,
        max: 50,
      },
    ),
    choice('form', 'Primary form', 'Chosen in advance and recorded; all six are shown.', FORMS),
    CONFIDENCE,
  ],
  guide: {
    formula: [
      'From the mean squares between rows (*R*), between raters (*C*), within rows (*W*) and of the error (*E*), with *n* rows and *k* raters:',
      'ICC(1,1) = (*R* − *W*) / (*R* + (*k* − 1)*W*); ICC(2,1) = (*R* − *E*) / (*R* + (*k* − 1)*E* + *k*(*C* − *E*)/*n*); ICC(3,1) = (*R* − *E*) / (*R* + (*k* − 1)*E*).',
      'The forms (·,k) are those of the mean of *k* ratings. Intervals from the *F* distribution.',
    ],
    sources: [CITE.shroutFleiss, CITE.mcgrawWong],
    refuses: [
      'Fewer than two rows with every rating, and ratings that do not vary.',
      'A form whose denominator is zero.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const form = choiceOf(options, 'form', Object.keys(FORMS) as Form[]);
  const raters = outcomesOf(view, variablesChosen(options, 'raters'));
  const data = completeRows(raters);
  const { value, refused } = attempt(() => sixForms(data, level));
  const label = raters.map((rater) => rater.label).join('; ');
  const lines = value ? formLines(value) : [];
  const primary = value?.[form];
  const why = { refused: refused || 'its denominator is zero' };
  const ci = primary ? ([primary.lo, primary.hi] as const) : null;
  const [name = form] = FORMS[form].split(':');
  const line = {
    label,
    reasons: data.reasons,
    n: data.rows.length,
    p: primary?.p ?? null,
    refused: primary?.icc === null ? why.refused : refused,
    quantities: [
      quantity('n', 'n', '*n*', data.rows.length, 'count'),
      quantity('raters', 'raters', '*k*', raters.length, 'count'),
      quantity('icc', name, name, primary?.icc, 'correlation', { ci, by: 'F', ...why }),
      quantity('F', 'F', '*F*', primary?.F, 'statistic', why),
      quantity('p', 'p against 0', '*p*', primary?.p, 'p', why),
    ],
    apa: apaList(
      apaValue(name, primary?.icc ?? null, 'correlation', ci, level),
      primary?.F !== null &&
        apaTest(
          '*F*',
          [primary?.df1 ?? null, primary?.df2 ?? null],
          primary?.F ?? null,
          primary?.p ?? null,
        ),
      `*n* = ${count(data.rows.length)}`,
      `${raters.length} raters`,
    ),
    plain: `${escapeRich(label)} agree with ${name} = ${formatNumber(primary?.icc ?? null, 'correlation')} on ${count(data.rows.length)} of ${count(view.rows.length)} ${escapeRich(view.unit)} rated by all.`,
    notes: [],
  };
  return batchFinding(view, [line], {
    method: {
      name: 'Intraclass correlation',
      variant: `primary: ${FORMS[form]}; ${percentLevel(level)} intervals`,
      citations: [CITE.shroutFleiss, CITE.mcgrawWong],
    },
    level,
    table: { title: 'Agreement of raters', first: 'Raters' },
    tables:
      lines.length > 0
        ? [linesTable({ id: 'forms', title: 'The six forms', first: 'Form', level }, lines)]
        : [],
    estimates: lines.flatMap((each) =>
      estimatesOf(each, level, {
        keyOf: (key) => `${key}[${each.label.split(':')[0]}]`,
        refused: 'its denominator is zero',
      }),
    ),
    figures: value
      ? [
          forestFigure(
            {
              title: 'Intraclass correlations',
              subtitle: `n = ${count(data.rows.length)} ${view.unit}, ${raters.length} raters`,
              label: 'Form',
              value: 'Intraclass correlation',
              symbol: 'ICC',
              format: 'correlation',
              level,
              reference: { at: 0, label: 'No agreement' },
            },
            (Object.keys(FORMS) as Form[]).map((key) => ({
              label: FORMS[key].split(':')[0] ?? key,
              value: value[key].icc,
              ci: [value[key].lo, value[key].hi],
            })),
          ),
        ]
      : [],
  });
}

function formLines(value: Icc): QuantityLine[] {
  return (Object.keys(FORMS) as Form[]).map((key) => {
    const { icc: r, lo, hi, F, df1, df2, p } = value[key];
    return {
      label: FORMS[key],
      quantities: [
        quantity('form-icc', 'intraclass correlation', 'ICC', r, 'correlation', {
          ci: [lo, hi],
          by: 'F',
        }),
        quantity('form-F', 'F', '*F*', F, 'statistic', { only: 'column' }),
        quantity('form-df', 'degrees of freedom', '*df*', df1, 'count', {
          text: `${apaDf(df1)}, ${apaDf(df2)}`,
          only: 'column',
        }),
        quantity('form-p', 'p', '*p*', F === null ? null : p, 'p'),
      ],
    };
  });
}
