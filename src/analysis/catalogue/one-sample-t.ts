import { formatNumber } from '../../model/format.ts';
import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { forestFigure } from '../figures/forest-figure.ts';
import { mean, standardDeviation } from '../numeric/moments.ts';
import { apaList, apaTest, apaValue } from '../parts/apa.ts';
import { normalityNote } from '../parts/assumption-notes.ts';
import { attempt } from '../parts/attempt.ts';
import { batchFinding, type OutcomeLine } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { differenceWords } from '../parts/difference-words.ts';
import { present } from '../parts/number-values.ts';
import { type Outcome, outcomesOf } from '../parts/outcomes.ts';
import { quantity } from '../parts/quantity.ts';
import { choiceOf, numberOf, variablesChosen } from '../parts/read-options.ts';
import {
  ADJUST,
  adjustmentOf,
  CONFIDENCE,
  choice,
  levelOf,
  OUTCOMES,
} from '../parts/standard-options.ts';
import { count, meanSd, percentLevel } from '../parts/words.ts';
import { tOneSample } from '../statistics/t-one-sample.ts';
import { tieTolerance, wilcoxonSignedRank } from '../statistics/wilcoxon-signed-rank.ts';

const TEST = { t: 'One-sample t-test', wilcoxon: 'Wilcoxon signed-rank test' };

interface Settings {
  level: number;
  value: number;
  primary: keyof typeof TEST;
}

export const oneSampleT: Analysis = {
  id: 'one-sample-t',
  title: 'One-sample t-test',
  question: 'groups',
  answers: 'Does the average differ from a given value?',
  words: ['t-test', 'single sample', 'benchmark', 'norm', 'test against a value', 'Wilcoxon'],
  options: [
    OUTCOMES,
    {
      key: 'value',
      label: 'Compared with',
      help: 'The value that the mean is compared with: a norm, a cut-off, the middle of a scale.',
      type: 'number',
      min: -1e9,
      max: 1e9,
      step: 0.1,
      default: 0,
    },
    choice('primary', 'Primary test', 'Chosen in advance and recorded; both are shown.', TEST),
    CONFIDENCE,
    ADJUST,
  ],
  guide: {
    formula: [
      '*t* = (*M* − value) / (*SD* / √*n*), with *n* − 1 degrees of freedom.',
      '*d* = (*M* − value) / *SD*, its interval from the noncentral *t* distribution.',
      'Beside it stand Wilcoxon’s signed-rank test of the differences from the value, and Shapiro–Wilk.',
    ],
    sources: [CITE.student, CITE.steiger, CITE.wilcoxon, CITE.royston],
    refuses: ['Fewer than two values, and values that do not vary.'],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const primary = choiceOf(options, 'primary', ['t', 'wilcoxon']);
  const value = numberOf(options, 'value');
  const lines = outcomesOf(view, variablesChosen(options, 'outcomes')).map((outcome) =>
    lineOf(outcome, { level, value, primary }),
  );
  const against = formatNumber(value, 'number');
  return batchFinding(view, lines, {
    method: {
      name: TEST[primary],
      variant: `against ${against}; ${percentLevel(level)} intervals`,
      citations: [CITE.student, CITE.steiger, CITE.wilcoxon],
    },
    level,
    adjust: adjustmentOf(options),
    test: TEST[primary],
    table: {
      title: `Means against ${against}`,
      notes: [
        `Difference: *M* − ${against}. *d*: difference divided by *SD*. Primary test: ${TEST[primary]}.`,
      ],
    },
    figures: [
      forestFigure(
        {
          title: `Means against ${against}`,
          subtitle: `${percentLevel(level)} CI; of ${count(view.rows.length)} ${view.unit}`,
          label: 'Outcome',
          value: 'Mean',
          symbol: '*M*',
          format: 'mean',
          level,
          reference: { at: value, label: against },
          columns: ['*n*'],
        },
        lines.map(({ label, n, quantities, refused }) => {
          const m = quantities.find(({ key }) => key === 'mean');
          return {
            label,
            value: m?.value ?? null,
            ci: m?.ci ?? null,
            cells: [count(n)],
            ...(refused ? { refused } : {}),
          };
        }),
      ),
    ],
  });
}

function lineOf(outcome: Outcome, { level, value, primary }: Settings): OutcomeLine {
  const { label, reasons } = outcome;
  const values = present(outcome);
  const n = values.length;
  const { value: test, refused } = attempt(() => tOneSample(values, value, level));
  const m = n > 0 ? mean(values) : null;
  const sd = standardDeviation(values);
  const ranks = wilcoxonSignedRank(
    values.map((each) => each - value),
    tieTolerance(values, [value]),
    level,
  );
  const rankP = ranks.p_exact ?? ranks.p_asymptotic_cc;
  const noRanks = { refused: n === 0 ? 'there are no values' : 'no value differs from it' };
  const byRanks = primary === 'wilcoxon';
  return {
    label,
    reasons,
    n,
    p: byRanks ? rankP : (test?.p ?? null),
    refused: byRanks ? (rankP === null ? noRanks.refused : '') : refused,
    quantities: [
      quantity('n', 'n', '*n*', n, 'count'),
      quantity('mean', 'mean', '*M*', m, 'mean', { ci: test?.ci ?? null, by: 't' }),
      quantity('sd', 'standard deviation', '*SD*', sd, 'mean', { refused: 'fewer than 2 values' }),
      quantity(
        'difference',
        'difference from the value',
        'Difference',
        m === null ? null : m - value,
        'mean',
        {
          ci: test ? [test.ci[0] - value, test.ci[1] - value] : null,
          by: 't',
        },
      ),
      quantity('t', 't', '*t*', test?.t, 'statistic', { refused }),
      quantity('df', 'degrees of freedom', '*df*', test?.df, 'count', { refused }),
      quantity(byRanks ? 'p-t' : 'p', 'p of the t-test', '*p*', test?.p, 'p', { refused }),
      quantity('d', 'standardised difference', '*d*', test?.cohens_d, 'statistic', {
        ci: test?.d_ci_noncentral_t ?? null,
        by: 'noncentral t',
        refused,
      }),
      quantity(
        'g',
        'standardised difference, corrected',
        '*g*',
        test?.hedges_g_exactJ,
        'statistic',
        {
          ci: test?.g_ci_exactJ ?? null,
          by: 'noncentral t, times Hedges’ J',
          only: 'estimate',
          refused,
        },
      ),
      quantity(byRanks ? 'p' : 'wilcoxon-p', 'p of Wilcoxon’s test', '*p*', rankP, 'p', {
        header: 'Wilcoxon *p*',
        ...noRanks,
      }),
    ],
    apa: apaList(
      meanSd({ mean: m, sd }),
      `*n* = ${count(n)}`,
      byRanks
        ? apaList(
            apaValue('Wilcoxon *W*~+~', ranks.W_plus, 'number'),
            rankP !== null && apaTest('*z*', [], ranks.z_no_cc, rankP),
          )
        : test && apaTest('*t*', [test.df], test.t, test.p),
      test && apaValue('*d*', test.cohens_d, 'statistic', test.d_ci_noncentral_t, level),
    ),
    plain: `${escapeRich(label)} (*n* = ${count(n)}) was on average ${differenceWords(
      (m ?? 0) - value,
      test ? [test.ci[0] - value, test.ci[1] - value] : [null, null],
      level,
      {
        than: `than ${formatNumber(value, 'number')}`,
        same: `as ${formatNumber(value, 'number')}`,
      },
    )}.`,
    notes: [normalityNote(label, [{ label, values }])],
  };
}
