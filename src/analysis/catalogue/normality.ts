import { formatNumber, formatP } from '../../model/format.ts';
import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { apaList, apaTest } from '../parts/apa.ts';
import { attempt } from '../parts/attempt.ts';
import { batchFinding, type OutcomeLine } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { present } from '../parts/number-values.ts';
import { type Outcome, outcomesOf } from '../parts/outcomes.ts';
import { quantity } from '../parts/quantity.ts';
import { variablesChosen } from '../parts/read-options.ts';
import { ADJUST, adjustmentOf, OUTCOMES } from '../parts/standard-options.ts';
import { count } from '../parts/words.ts';
import { histogramPoints } from '../spread/histogram-points.ts';
import { andersonDarling } from '../statistics/anderson-darling.ts';
import { lilliefors } from '../statistics/lilliefors.ts';
import { centralMoments, kurtosis, seKurtosis, seSkewness, skewness } from '../statistics/shape.ts';
import { shapiroWilk } from '../statistics/shapiro-wilk.ts';

/** Charts for the first so many. */
const MOST_HISTOGRAMS = 6;
/** Below this p a sentence says that values are not spread like the normal curve; a convention. */
const CLEAR = 0.05;

export const normality: Analysis = {
  id: 'normality',
  title: 'Tests of normality',
  question: 'look',
  answers: 'Are the values spread like the normal curve?',
  words: [
    'Shapiro–Wilk',
    'Kolmogorov–Smirnov',
    'Lilliefors',
    'Anderson–Darling',
    'normal distribution',
    'skewness',
    'kurtosis',
    'assumptions',
  ],
  options: [{ ...OUTCOMES, key: 'variables', label: 'Variables' }, ADJUST],
  guide: {
    formula: [
      'Shapiro–Wilk: *W* = (Σ*a*~i~*x*~(i)~)² / Σ(*x* − *M*)², coefficients and *p* after Royston.',
      'Lilliefors: the largest distance from the normal curve of the same mean and SD (Kolmogorov and Smirnov’s with estimated parameters).',
      'Anderson–Darling: *A*² weighs the tails more.',
      'Skewness *G*~1~ and excess kurtosis *G*~2~ with their standard errors under normality.',
    ],
    sources: [CITE.royston, CITE.lilliefors, CITE.dallalWilkinson, CITE.stephens, CITE.joanesGill],
    refuses: [
      'Shapiro–Wilk below 3 and above 5,000 values; Lilliefors below 5; Anderson–Darling below 8.',
      'Values that are all the same.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const outcomes = outcomesOf(view, variablesChosen(options, 'variables'));
  return batchFinding(view, outcomes.map(lineOf), {
    method: {
      name: 'Tests of normality',
      variant: 'Shapiro–Wilk (primary), Lilliefors, Anderson–Darling',
      citations: [CITE.royston, CITE.dallalWilkinson, CITE.stephens],
    },
    level: 0.95,
    adjust: adjustmentOf(options),
    test: 'Shapiro–Wilk',
    table: {
      title: 'Tests of normality',
      first: 'Variable',
      notes: [
        'Small samples pass these tests though they are not normal, and large ones fail them though it does not matter. Look at the chart as well.',
      ],
    },
    figures: outcomes.slice(0, MOST_HISTOGRAMS).map((outcome) => {
      const values = present(outcome);
      return {
        kind: 'histogram',
        title: outcome.label,
        subtitle: `n = ${count(values.length)} ${view.unit}`,
        x: { title: outcome.label },
        y: { title: `Number of ${view.unit}`, format: 'count', zero: true },
        series: [{ name: outcome.label, points: histogramPoints(values) }],
        notes: [],
        alt: `Histogram of ${outcome.label}, ${count(values.length)} ${view.unit}.`,
      };
    }),
  });
}

function lineOf(outcome: Outcome): OutcomeLine {
  const { label, reasons } = outcome;
  const values = present(outcome);
  const n = values.length;
  const moments = centralMoments(values);
  const shapiro = attempt(() => shapiroWilk(values));
  const distance = attempt(() => lilliefors(values));
  const tails = attempt(() => andersonDarling(values));
  const shape = {
    skewness: n > 0 ? skewness(moments).type2_G1_spss_excel : null,
    kurtosis: n > 0 ? kurtosis(moments).type2_G2_spss_excel : null,
  };
  const [W, p] = [shapiro.value?.W ?? null, shapiro.value?.p ?? null];
  const words = p !== null && p < CLEAR ? 'is not spread like' : 'does not clearly differ from';
  return {
    label,
    reasons,
    n,
    p,
    refused: shapiro.refused,
    quantities: [
      quantity('n', 'n', '*n*', n, 'count'),
      quantity('W', 'Shapiro–Wilk W', '*W*', W, 'statistic', { refused: shapiro.refused }),
      quantity('p', 'p of Shapiro–Wilk', '*p*', p, 'p', { refused: shapiro.refused }),
      quantity('lilliefors-D', 'Lilliefors D', '*D*', distance.value?.D, 'statistic', {
        refused: distance.refused,
      }),
      quantity('lilliefors-p', 'p of Lilliefors', '*p*', distance.value?.p, 'p', {
        refused: distance.refused,
        header: 'Lilliefors *p*',
      }),
      quantity('anderson-darling', 'Anderson–Darling A²', '*A*²', tails.value?.A, 'statistic', {
        refused: tails.refused,
      }),
      quantity('anderson-darling-p', 'p of Anderson–Darling', '*p*', tails.value?.p, 'p', {
        refused: tails.refused,
        header: 'Anderson–Darling *p*',
      }),
      quantity('skewness', 'skewness', 'Skewness', shape.skewness, 'statistic', {
        ...withError(shape.skewness, seSkewness(n)),
      }),
      quantity('kurtosis', 'excess kurtosis', 'Kurtosis', shape.kurtosis, 'statistic', {
        ...withError(shape.kurtosis, seKurtosis(n)),
      }),
    ],
    apa: apaList(
      `*n* = ${count(n)}`,
      apaTest('*W*', [], W, p),
      distance.value && `Lilliefors ${apaTest('*D*', [], distance.value.D, distance.value.p)}`,
      tails.value && `Anderson–Darling ${apaTest('*A*²', [], tails.value.A, tails.value.p)}`,
    ),
    plain: `${escapeRich(label)} (*n* = ${count(n)}) ${words} the normal curve${p === null ? '' : ` (Shapiro–Wilk ${formatP(p)})`}.`,
    notes: [],
  };
}

/** "0.31 (0.27)": the number with its standard error. */
function withError(value: number | null, se: number | null): { text?: string; refused: string } {
  const refused = 'too few values, or all the same';
  if (value === null || se === null) return { refused };
  return {
    text: `${formatNumber(value, 'statistic')} (${formatNumber(se, 'statistic')})`,
    refused,
  };
}
