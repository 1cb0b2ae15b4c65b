import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { NO_COMPARISON } from '../paired/change-notes.ts';
import { apaList, apaTest } from '../parts/apa.ts';
import { attempt, because } from '../parts/attempt.ts';
import { batchFinding } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { interval } from '../parts/estimate.ts';
import { percentFormat, percentOf, shareWords } from '../parts/percent.ts';
import { quantity } from '../parts/quantity.ts';
import { CONFIDENCE, levelOf } from '../parts/standard-options.ts';
import { count, percentLevel } from '../parts/words.ts';
import { measurementOptions, measurementsOf, valuesAt } from '../repeated/measurements.ts';
import { cochranQ as test } from '../statistics/cochran-q.ts';
import { wilsonInterval } from '../statistics/proportion-ci.ts';

export const cochranQ: Analysis = {
  id: 'cochran-q',
  title: 'Cochran’s Q test',
  question: 'change',
  answers: 'Did the share of “yes” change over several times?',
  words: [
    'Cochran',
    'repeated yes/no',
    'dichotomous',
    'several time points',
    'proportions over time',
  ],
  options: [...measurementOptions(2, ['yesno']), CONFIDENCE],
  guide: {
    formula: [
      '*Q* = (*k* − 1)(*k*Σ*C*~j~² − *T*²) / (*kT* − Σ*R*~i~²), *C* the numbers of “yes” at each time, *R* those of each person, *T* all; χ² with *k* − 1 degrees of freedom.',
      'Shares with Wilson’s intervals.',
    ],
    sources: [CITE.cochranQ, CITE.wilson],
    refuses: ['No people with every answer, and people who answered the same throughout.'],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const data = measurementsOf(view, options);
  const n = data.rows.length;
  const { value, refused } = attempt(() => test(data));
  const why = { refused: refused || 'everybody answered the same throughout' };
  const shares = data.times.map((time, j) => {
    const yes = valuesAt(data, j).filter((answer) => answer === 1).length;
    const bounds = n > 0 ? wilsonInterval(yes, n, level) : null;
    const ci = bounds ? ([100 * bounds[0], 100 * bounds[1]] as const) : null;
    return { time, yes, percent: percentOf(yes, n), ci };
  });
  const line = {
    label: data.label,
    reasons: data.reasons,
    n,
    p: value?.p ?? null,
    refused: value?.p === null ? why.refused : refused,
    quantities: [
      quantity('n', 'n', '*n*', n, 'count'),
      quantity('Q', 'Cochran’s Q', '*Q*', value?.Q, 'statistic', why),
      quantity('df', 'degrees of freedom', '*df*', value?.df, 'count', why),
      quantity('p', 'p', '*p*', value?.p, 'p', why),
      ...shares.map(({ time, percent, ci }) =>
        quantity(`share[${time}]`, `share of yes, ${time}`, '%', percent, percentFormat(n), {
          ci,
          by: 'Wilson',
          header: escapeRich(time),
          refused: because('nobody has every answer'),
        }),
      ),
    ],
    apa: apaList(
      apaTest('*Q*', [value?.df ?? null], value?.Q ?? null, value?.p ?? null),
      `*n* = ${count(n)}`,
    ),
    plain: `${escapeRich(data.label)}, “yes”: ${shares.map(({ time, yes }) => `${escapeRich(time)} ${shareWords(yes, n, '')}`).join(', ')}.`,
    notes: [],
  };
  return batchFinding(view, [line], {
    method: {
      name: 'Cochran’s Q test',
      variant: `${data.times.length} times; Wilson intervals`,
      citations: [CITE.cochranQ, CITE.wilson],
    },
    level,
    table: { title: `${data.label}: shares over time`, first: 'Measure' },
    figures:
      n === 0
        ? []
        : [
            {
              kind: 'interval',
              title: `${data.label}: share of “yes” over time`,
              subtitle: `n = ${count(n)} ${view.unit} with every answer`,
              x: { title: 'Time' },
              y: { title: `% (${percentLevel(level)} CI)`, format: percentFormat(n), zero: true },
              series: [
                {
                  name: '%',
                  points: shares.map(({ time, percent, ci }) => {
                    const bounds = interval(level, ci, 'Wilson');
                    return {
                      label: time,
                      value: percent,
                      ...(bounds ? { low: bounds.low, high: bounds.high } : {}),
                    };
                  }),
                },
              ],
              notes: [],
              alt: `Shares of “yes”: ${shares.map(({ time, yes }) => `${time} ${shareWords(yes, n, view.unit)}`).join('; ')}.`,
            },
          ],
    notes: [NO_COMPARISON],
  });
}
