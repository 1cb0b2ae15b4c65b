import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { medianIqr } from '../groups/group-columns.ts';
import { NO_COMPARISON } from '../paired/change-notes.ts';
import { apaList, apaTest, apaValue } from '../parts/apa.ts';
import { attempt } from '../parts/attempt.ts';
import { batchFinding } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { quantity } from '../parts/quantity.ts';
import { CONFIDENCE, levelOf, PAIR_ADJUST, pairAdjustmentOf } from '../parts/standard-options.ts';
import { count } from '../parts/words.ts';
import { measurementOptions, measurementsOf, valuesAt } from '../repeated/measurements.ts';
import { pairedPairs } from '../repeated/paired-pairs.ts';
import { repeatedFigures } from '../repeated/repeated-figures.ts';
import { timesTable } from '../repeated/times-table.ts';
import { friedman as byRanks } from '../statistics/friedman.ts';

export const friedman: Analysis = {
  id: 'friedman',
  title: 'Friedman test',
  question: 'change',
  answers: 'Did ranks change over three or more times?',
  words: [
    'non-parametric repeated measures',
    'Kendall’s W',
    'ordinal',
    'several time points',
    'ranks',
  ],
  options: [...measurementOptions(2, ['integer', 'decimal', 'category']), PAIR_ADJUST, CONFIDENCE],
  guide: {
    formula: [
      'The values of each person are ranked, ties by their mean rank. χ² = (*k* − 1) Σ(*R*~j~ − *n*(*k* + 1)/2)² / (Σ*r*² − *nk*(*k* + 1)²/4), with *k* − 1 degrees of freedom.',
      'Kendall’s *W* = χ² / (*n*(*k* − 1)), from 0 (no agreement) to 1.',
      'Every two times are compared with Wilcoxon’s test.',
    ],
    sources: [CITE.friedman, CITE.kendallSmith, CITE.imanDavenport],
    refuses: [
      'No people with every measurement, and people who gave the same value throughout.',
      'A category whose values are not all listed in order.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const data = measurementsOf(view, options);
  const { value, refused } = attempt(() => byRanks(data));
  const why = { refused: refused || 'nobody’s values changed' };
  const pairs = pairedPairs(data, 'wilcoxon', pairAdjustmentOf(options), level);
  const medians = data.times.map((label, j) => {
    const values = valuesAt(data, j);
    return values.length === 0 ? label : `${escapeRich(label)} ${medianIqr({ label, values })}`;
  });
  const line = {
    label: data.label,
    reasons: data.reasons,
    n: data.rows.length,
    p: value?.p ?? null,
    refused: value?.p === null ? why.refused : refused,
    quantities: [
      quantity('n', 'n', '*n*', data.rows.length, 'count'),
      quantity('chi-square', 'Friedman’s χ²', 'χ²', value?.chisq, 'statistic', why),
      quantity('df', 'degrees of freedom', '*df*', value?.df, 'count', why),
      quantity('p', 'p', '*p*', value?.p, 'p', why),
      quantity('kendalls-w', 'Kendall’s W', '*W*', value?.kendalls_W, 'correlation', why),
      quantity(
        'iman-davenport',
        'F of Iman and Davenport',
        '*F*',
        value?.iman_davenport_F,
        'statistic',
        {
          only: 'estimate',
          ...why,
        },
      ),
    ],
    apa: apaList(
      apaTest('χ²', [value?.df ?? null], value?.chisq ?? null, value?.p ?? null),
      `*n* = ${count(data.rows.length)}`,
      apaValue('*W*', value?.kendalls_W ?? null, 'correlation'),
    ),
    plain: `${escapeRich(data.label)}, medians (IQR): ${medians.join('; ')} (*n* = ${count(data.rows.length)} with every measurement).`,
    notes: [],
  } as const;
  return batchFinding(view, [line], {
    method: {
      name: 'Friedman test',
      variant: `${data.times.length} measurements; ties corrected`,
      citations: [CITE.friedman, CITE.kendallSmith],
    },
    level,
    table: { title: `${data.label}: change over time`, first: 'Measure' },
    tables: [timesTable(data, view.unit, level, value?.mean_ranks ?? null), pairs.table],
    estimates: pairs.estimates,
    figures: repeatedFigures(data, view.unit, level),
    notes: [NO_COMPARISON],
  });
}
