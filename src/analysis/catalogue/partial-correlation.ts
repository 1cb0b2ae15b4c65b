import { formatNumber, formatP } from '../../model/format.ts';
import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { modelData } from '../models/model-data.ts';
import { PREDICTORS } from '../models/model-options.ts';
import { apaInterval, apaList } from '../parts/apa.ts';
import { attempt } from '../parts/attempt.ts';
import { batchFinding } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { quantity } from '../parts/quantity.ts';
import { variableChosen, variablesChosen } from '../parts/read-options.ts';
import { CONFIDENCE, levelOf, NUMBERS, variable, variables } from '../parts/standard-options.ts';
import { count, percentLevel } from '../parts/words.ts';
import { correlation } from '../statistics/correlation.ts';
import { partialCorrelation as test } from '../statistics/partial-correlation.ts';

export const partialCorrelation: Analysis = {
  id: 'partial-correlation',
  title: 'Partial correlation',
  question: 'related',
  answers: 'Do two variables go together when others are held constant?',
  words: ['controlling for', 'adjusted correlation', 'confounder', 'covariate'],
  options: [
    variable('x', 'First variable', 'A variable with numbers.', NUMBERS),
    variable('y', 'Second variable', 'A variable with numbers.', NUMBERS),
    variables(
      'controls',
      'Held constant',
      'Variables whose share is taken out of both; categories count as one each.',
      PREDICTORS.kinds,
      { min: 1, max: 20 },
    ),
    CONFIDENCE,
  ],
  guide: {
    formula: [
      '*r* of what is left of the two variables after each has been regressed on those held constant, with *n* − 2 − *k* degrees of freedom.',
      'Interval by Fisher’s *z* with standard error 1 / √(*n* − *k* − 3).',
    ],
    sources: [CITE.partial, CITE.fisherZ],
    refuses: [
      'Too few complete rows, a variable that does not vary or that those held constant determine.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const [x, y] = [variableChosen(options, 'x'), variableChosen(options, 'y')];
  const data = modelData(view, { x, y }, variablesChosen(options, 'controls'));
  const { value, refused } = attempt(() => test(data.input, level));
  const [a = [], b = []] = ['x', 'y'].map((key) => Array.from(data.input.responses[key] ?? []));
  const plain = attempt(() => correlation(a, b, level).pearson.r);
  const [first = '', second = ''] = ['x', 'y'].map((key) => data.labels[key] ?? key);
  const why = { refused };
  const n = data.input.rows.length;
  const held = data.predictors.join(', ');
  const line = {
    label: `${first} × ${second}`,
    reasons: data.reasons,
    n,
    p: value?.p ?? null,
    refused,
    quantities: [
      quantity('n', 'n', '*n*', n, 'count'),
      quantity('r', 'partial correlation', '*r*~partial~', value?.r, 'correlation', {
        ci: value?.ci ?? null,
        by: 'Fisher’s z',
        ...why,
      }),
      quantity('t', 't', '*t*', value?.t, 'statistic', why),
      quantity('df', 'degrees of freedom', '*df*', value?.df, 'count', why),
      quantity('p', 'p', '*p*', value?.p, 'p', why),
      quantity(
        'plain-r',
        'correlation with nothing held constant',
        '*r*',
        plain.value,
        'correlation',
        {
          refused: plain.refused,
        },
      ),
    ],
    apa: value
      ? apaList(
          `*r*~partial~(${value.df}) = ${formatNumber(value.r, 'correlation')}`,
          formatP(value.p),
          apaInterval(value.ci, 'correlation', level),
          `*n* = ${count(n)}`,
        )
      : '',
    plain: `With ${escapeRich(held)} held constant, ${escapeRich(first)} and ${escapeRich(second)} correlate ${formatNumber(value?.r ?? null, 'correlation')} (*n* = ${count(n)}); with nothing held constant ${formatNumber(plain.value, 'correlation')}.`,
    notes: [],
  };
  return batchFinding(view, [line], {
    method: {
      name: 'Partial correlation',
      variant: `held constant: ${held}; ${percentLevel(level)} interval by Fisher’s *z*`,
      citations: [CITE.partial, CITE.fisherZ],
    },
    level,
    table: { title: `Correlation with ${held} held constant`, first: 'Pair' },
  });
}
