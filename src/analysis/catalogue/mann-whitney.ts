import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { boxFigures } from '../groups/box-figures.ts';
import { mediansOf } from '../groups/group-columns.ts';
import { type Grouped, grouped } from '../groups/grouped.ts';
import { mannWhitneyP, mannWhitneyWords } from '../groups/rank-sum-line.ts';
import { twoGroups, WHICH_TWO } from '../groups/two-groups.ts';
import { attempt } from '../parts/attempt.ts';
import { batchFinding, type OutcomeLine } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { outcomesOf } from '../parts/outcomes.ts';
import { percentText } from '../parts/percent.ts';
import { quantity } from '../parts/quantity.ts';
import { variablesChosen } from '../parts/read-options.ts';
import {
  ADJUST,
  adjustmentOf,
  CONFIDENCE,
  GROUP,
  levelOf,
  OUTCOMES,
} from '../parts/standard-options.ts';
import { count, percentLevel } from '../parts/words.ts';
import { mannWhitney as rankSum } from '../statistics/mann-whitney.ts';

export const mannWhitney: Analysis = {
  id: 'mann-whitney',
  title: 'Mann–Whitney test',
  question: 'groups',
  answers: 'Does one group tend to have higher values than another?',
  words: [
    'Wilcoxon rank-sum',
    'U test',
    'non-parametric',
    'ranks',
    'medians',
    'Hodges–Lehmann',
    'rank-biserial',
    'probability of superiority',
  ],
  options: [OUTCOMES, GROUP, ...WHICH_TWO, CONFIDENCE, ADJUST],
  guide: {
    formula: [
      '*U* = the pairs in which the first group’s value is larger, and half of those that are equal. Exact *p* where it can be counted, ties included, else the normal approximation with ties and continuity corrected.',
      '*r*~rb~ = (*U*~1~ − *U*~2~) / (*n*~1~*n*~2~); the share of pairs in which the first is larger is *U*~1~ / (*n*~1~*n*~2~).',
      'Shift: the median of all differences between a value of the first and one of the second group (Hodges and Lehmann).',
    ],
    sources: [CITE.mannWhitney, CITE.hodgesLehmann, CITE.wendt],
    refuses: [
      'A group without values.',
      '*z* when all values are the same.',
      'A variable with more than two groups when two are not named.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const { levels, only } = twoGroups(view, options);
  const data = outcomesOf(view, variablesChosen(options, 'outcomes')).map((outcome) =>
    grouped(outcome, levels, only),
  );
  const [first = '', second = ''] = only.map((k) => levels.labels[k]);
  return batchFinding(
    view,
    data.map((each) => lineOf(each, level)),
    {
      method: {
        name: 'Mann–Whitney test',
        variant: `${first} − ${second}; mid-ranks for ties; Hodges–Lehmann shift with ${percentLevel(level)} interval`,
        citations: [CITE.mannWhitney, CITE.hodgesLehmann, CITE.wendt],
      },
      level,
      adjust: adjustmentOf(options),
      table: {
        title: `${first} and ${second}`,
        notes: [
          `Shift: Hodges–Lehmann estimate of ${escapeRich(first)} − ${escapeRich(second)}. *r*~rb~: rank-biserial correlation, positive where ${escapeRich(first)} is higher. IQR: type 7.`,
        ],
      },
      figures: boxFigures(data, view.unit, level),
    },
  );
}

function lineOf(data: Grouped, level: number): OutcomeLine {
  const { label } = data.outcome;
  const [x = [], y = []] = data.groups.map(({ values }) => values);
  const { value: test, refused } = attempt(() => rankSum(x, y, level));
  const p = mannWhitneyP(test);
  const same = { refused: refused || 'all values are the same' };
  return {
    label,
    reasons: data.reasons,
    n: data.n,
    p,
    refused: p === null ? same.refused : '',
    quantities: [
      ...mediansOf(data),
      quantity('U', 'U of the first group', '*U*', test?.U1, 'number', same),
      quantity('z', 'z', '*z*', test?.z_no_cc, 'statistic', same),
      quantity(
        'p',
        `p (${test?.p_exact === null ? 'normal approximation' : 'exact'})`,
        '*p*',
        p,
        'p',
        same,
      ),
      quantity('shift', 'Hodges–Lehmann shift', 'Shift', test?.hodges_lehmann_shift, 'mean', {
        ci: test?.hl_ci_exact ?? test?.hl_ci_asymptotic_cc ?? null,
        by: test?.hl_ci_exact ? 'exact' : 'normal approximation',
        ...same,
      }),
      quantity(
        'rank-biserial',
        'rank-biserial correlation',
        '*r*~rb~',
        test?.rank_biserial,
        'correlation',
        same,
      ),
      quantity(
        'superiority',
        'share of pairs in which the first is higher',
        '*A*',
        test?.auc_cles,
        'correlation',
        {
          only: 'estimate',
          ...same,
        },
      ),
    ],
    apa: mannWhitneyWords(test),
    plain: plainOf(data, test?.auc_cles ?? null),
    notes: [],
  };
}

function plainOf({ outcome, groups }: Grouped, superiority: number | null): string {
  const [x, y] = groups.map(
    (group) => `${escapeRich(group.label)} (*n* = ${count(group.values.length)})`,
  );
  const share = superiority === null ? '' : percentText(superiority, 1, 100);
  return `${escapeRich(outcome.label)}: someone from ${x} had the higher value than someone from ${y} in ${share} of all pairs (ties count half).`;
}
