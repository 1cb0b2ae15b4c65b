import { formatNumber } from '../../model/format.ts';
import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { boxFigures } from '../groups/box-figures.ts';
import { type Grouped, grouped, groupingOf } from '../groups/grouped.ts';
import { groupsTable } from '../groups/groups-table.ts';
import { standardDeviation } from '../numeric/moments.ts';
import { apaList, apaTest } from '../parts/apa.ts';
import { type Attempt, attempt, partOf } from '../parts/attempt.ts';
import { batchFinding, type OutcomeLine } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { outcomesOf } from '../parts/outcomes.ts';
import { quantity } from '../parts/quantity.ts';
import { choiceOf, variableChosen, variablesChosen } from '../parts/read-options.ts';
import { ADJUST, adjustmentOf, choice, GROUP, OUTCOMES } from '../parts/standard-options.ts';
import { count } from '../parts/words.ts';
import { type Bartlett, bartlett } from '../statistics/bartlett.ts';
import type { FTest } from '../statistics/f-test.ts';
import { summarise } from '../statistics/group-summary.ts';
import { ksTwoSample } from '../statistics/ks-two-sample.ts';
import { levene } from '../statistics/levene.ts';

const TEST = {
  median: 'Levene’s test from the medians (Brown–Forsythe)',
  mean: 'Levene’s test from the means',
  bartlett: 'Bartlett’s test',
};

type Test = keyof typeof TEST;

export const variances: Analysis = {
  id: 'variances',
  title: 'Equality of variances and distributions',
  question: 'groups',
  answers: 'Do groups differ in how much they vary?',
  words: [
    'Levene',
    'Bartlett',
    'Brown–Forsythe',
    'homogeneity of variance',
    'homoscedasticity',
    'Kolmogorov–Smirnov',
    'assumptions',
  ],
  options: [
    OUTCOMES,
    GROUP,
    choice('primary', 'Primary test', 'Chosen in advance and recorded; all are shown.', TEST),
    ADJUST,
  ],
  guide: {
    formula: [
      'Levene: an analysis of variance of the distances |*x* − centre of the group|, the centre being the median or the mean.',
      'Bartlett: *K*² compares the logarithm of the pooled variance with those of the groups; it needs normal values.',
      'Of two groups also Kolmogorov and Smirnov’s test: *D* is the largest distance between their distributions.',
    ],
    sources: [CITE.levene, CITE.brownForsythe, CITE.bartlett, CITE.smirnov],
    refuses: [
      'Fewer than two groups with values, and groups without a second value.',
      'Bartlett’s test when a group does not vary.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const primary = choiceOf(options, 'primary', Object.keys(TEST) as Test[]);
  const levels = groupingOf(view, variableChosen(options, 'group'));
  const data = outcomesOf(view, variablesChosen(options, 'outcomes')).map((outcome) =>
    grouped(outcome, levels),
  );
  return batchFinding(
    view,
    data.map((each) => lineOf(each, primary)),
    {
      method: {
        name: 'Equality of variances',
        variant: `primary: ${TEST[primary]}`,
        citations: [CITE.levene, CITE.brownForsythe, CITE.bartlett],
      },
      level: 0.95,
      adjust: adjustmentOf(options),
      test: TEST[primary],
      table: {
        title: `Variances in the groups of ${data[0]?.by ?? ''}`,
        notes: [`Primary test: ${TEST[primary]}.`],
      },
      tables: [groupsTable(data, 0.95)],
      figures: boxFigures(data, view.unit, 0.95),
    },
  );
}

function lineOf(data: Grouped, primary: Test): OutcomeLine {
  const { label } = data.outcome;
  const lists = data.groups.map(({ values }) => values);
  const few = lists.length < 2 ? 'at least 2 groups with values are required' : '';
  const both = attempt(() => levene(lists));
  const median = testOf(both.value?.median_brown_forsythe, few || both.refused);
  const mean = testOf(both.value?.mean, few || both.refused);
  const chi = bartlettOf(lists, few);
  const [x, y] = lists;
  const ks = x && y && lists.length === 2 ? ksTwoSample(x, y) : null;
  const p = { median: median.value?.p, mean: mean.value?.p, bartlett: chi.value?.p }[primary];
  const refused = { median, mean, bartlett: chi }[primary].refused;
  const key = (test: Test) => (test === primary ? 'p' : `${test}-p`);
  const levenes = primary === 'mean' ? mean : median;
  const sds = data.groups.map(
    ({ label: name, values }) =>
      `${escapeRich(name)} *SD* = ${formatNumber(standardDeviation(values), 'mean')}, *n* = ${count(values.length)}`,
  );
  return {
    label,
    reasons: data.reasons,
    n: data.n,
    p: p ?? null,
    refused,
    quantities: [
      quantity('n', 'n', '*n*', data.n, 'count'),
      quantity('F', 'Levene’s F', '*F*', levenes.value?.F, 'statistic', {
        refused: levenes.refused,
      }),
      quantity('df1', 'degrees of freedom between', '*df*~1~', levenes.value?.df1, 'count', {
        refused: levenes.refused,
      }),
      quantity('df2', 'degrees of freedom within', '*df*~2~', levenes.value?.df2, 'count', {
        refused: levenes.refused,
      }),
      quantity(key('median'), 'p, from the medians', '*p*', median.value?.p, 'p', {
        header: 'Medians *p*',
        refused: median.refused,
      }),
      quantity(key('mean'), 'p, from the means', '*p*', mean.value?.p, 'p', {
        header: 'Means *p*',
        refused: mean.refused,
      }),
      quantity('K2', 'Bartlett’s K²', '*K*²', chi.value?.K2, 'statistic', { refused: chi.refused }),
      quantity(key('bartlett'), 'p of Bartlett’s test', '*p*', chi.value?.p, 'p', {
        header: 'Bartlett *p*',
        refused: chi.refused,
      }),
      quantity('ks-D', 'Kolmogorov–Smirnov D', '*D*', ks?.D, 'statistic', {
        only: 'estimate',
        refused: 'it compares two groups',
      }),
      quantity('ks-p', 'p of Kolmogorov–Smirnov', '*p*', ks?.p_exact ?? ks?.p_asymptotic, 'p', {
        header: 'Kolmogorov–Smirnov *p*',
        refused: 'it compares two groups',
      }),
    ],
    apa: apaList(
      primary === 'bartlett'
        ? apaTest('*K*²', [chi.value?.df ?? null], chi.value?.K2 ?? null, chi.value?.p ?? null)
        : apaTest(
            '*F*',
            [levenes.value?.df1 ?? null, levenes.value?.df2 ?? null],
            levenes.value?.F ?? null,
            levenes.value?.p ?? null,
          ),
      ks && `Kolmogorov–Smirnov ${apaTest('*D*', [], ks.D, ks.p_exact ?? ks.p_asymptotic)}`,
    ),
    plain: `${escapeRich(label)} in the ${count(lists.length)} groups of ${escapeRich(data.by)}: ${sds.join('; ')}.`,
    notes: [],
  };
}

function testOf(test: FTest | undefined, refused: string): Attempt<FTest> {
  if (!test || refused) return { value: null, refused: refused || 'it could not be computed' };
  return partOf<FTest>(test.refused ? { refused: test.refused } : test);
}

function bartlettOf(lists: readonly number[][], few: string): Attempt<Bartlett> {
  if (few) return { value: null, refused: few };
  const test = attempt(() => bartlett(summarise(lists)));
  if (!test.value) return test;
  if (test.value.refused) return partOf<Bartlett>({ refused: test.value.refused });
  return test.value.K2 === null
    ? { value: null, refused: 'the values of a group do not vary' }
    : test;
}
