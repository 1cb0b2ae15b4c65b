import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { boxFigures } from '../groups/box-figures.ts';
import { medianIqr } from '../groups/group-columns.ts';
import { type Grouped, grouped, groupingOf } from '../groups/grouped.ts';
import { groupsTable } from '../groups/groups-table.ts';
import { comparePairs, keyPrefix, labelledPairs } from '../groups/pairs-table.ts';
import { apaList, apaTest, apaValue } from '../parts/apa.ts';
import { type Attempt, attempt } from '../parts/attempt.ts';
import { batchFinding, type OutcomeLine } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { outcomesOf } from '../parts/outcomes.ts';
import { quantity } from '../parts/quantity.ts';
import { variableChosen, variablesChosen } from '../parts/read-options.ts';
import {
  ADJUST,
  ADJUSTMENT,
  adjustmentOf,
  CONFIDENCE,
  GROUP,
  levelOf,
  OUTCOMES,
  PAIR_ADJUST,
  pairAdjustmentOf,
} from '../parts/standard-options.ts';
import { count } from '../parts/words.ts';
import { kruskalWallis as byRanks, type KruskalWallis } from '../statistics/kruskal-wallis.ts';
import { pAdjust } from '../statistics/p-adjust.ts';
import { notComputable } from '../statistics/read-input.ts';

export const kruskalWallis: Analysis = {
  id: 'kruskal-wallis',
  title: 'Kruskal–Wallis test',
  question: 'groups',
  answers: 'Do several groups differ, by ranks?',
  words: ['non-parametric ANOVA', 'ranks', 'medians', 'Dunn', 'post hoc', 'epsilon squared'],
  options: [OUTCOMES, GROUP, PAIR_ADJUST, CONFIDENCE, ADJUST],
  guide: {
    formula: [
      '*H* = 12 / (*N*(*N* + 1)) Σ *R*~j~²/*n*~j~ − 3(*N* + 1), divided by 1 − Σ(*t*³ − *t*) / (*N*³ − *N*) for ties; *p* from χ² with *k* − 1 degrees of freedom.',
      'ε² = *H* / (*N* − 1).',
      'Dunn: *z* = difference of the mean ranks / √((*N*(*N* + 1)/12 − Σ(*t*³ − *t*)/(12(*N* − 1)))(1/*n*~i~ + 1/*n*~j~)).',
    ],
    sources: [CITE.kruskalWallis, CITE.dunn, CITE.tomczak],
    refuses: ['Fewer than two groups with values.', 'A test when all values are the same.'],
  },
  run,
};

interface RankLine extends OutcomeLine {
  data: Grouped;
  test: KruskalWallis | null;
}

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const pairs = pairAdjustmentOf(options);
  const levels = groupingOf(view, variableChosen(options, 'group'));
  const lines = outcomesOf(view, variablesChosen(options, 'outcomes')).map((outcome) =>
    lineOf(grouped(outcome, levels)),
  );
  const data = lines.map((line) => line.data);
  const words = pairs ? `adjusted by ${ADJUSTMENT[pairs]}` : 'not adjusted';
  const compared = lines.flatMap(({ data: { groups, outcome }, test }) => {
    if (!test) return [];
    const p = pairs ? pAdjust(test.dunn.p, pairs) : test.dunn.p;
    return [
      comparePairs(
        {
          id: `pairs-${outcome.variable.name}`,
          title: `${outcome.label}: Dunn’s test of pairs`,
          level,
          notes: [`*p* ${words} for the ${count(p.length)} pairs of this outcome.`],
          prefix: keyPrefix(outcome.label, lines.length > 1),
        },
        labelledPairs(groups.map(({ label }) => label)).map(({ label, at }) => ({
          label,
          quantities: [
            quantity('dunn-z', 'z', '*z*', test.dunn.z_j_minus_i[at], 'statistic'),
            quantity('dunn-p', `p (${words})`, '*p*', p[at], 'p'),
          ],
        })),
      ),
    ];
  });
  return batchFinding(view, lines, {
    method: {
      name: 'Kruskal–Wallis test',
      variant: `ties corrected; Dunn’s test of pairs ${words}`,
      citations: [CITE.kruskalWallis, CITE.dunn],
    },
    level,
    adjust: adjustmentOf(options),
    table: {
      title: `Differences between groups of ${data[0]?.by ?? ''}`,
      notes: ['ε²: *H* / (*N* − 1), from 0 to 1.'],
    },
    tables: [groupsTable(data, level), ...compared.map(({ table }) => table)],
    estimates: compared.flatMap(({ estimates }) => estimates),
    figures: boxFigures(data, view.unit, level),
  });
}

function lineOf(data: Grouped): RankLine {
  const { value, refused } = testOf(data);
  const why = { refused: refused || 'all values are the same' };
  const { label } = data.outcome;
  const medians = data.groups.map(
    (group) =>
      `${escapeRich(group.label)} ${medianIqr(group)}, *n* = ${count(group.values.length)}`,
  );
  return {
    data,
    test: value,
    label,
    reasons: data.reasons,
    n: data.n,
    p: value?.p ?? null,
    refused: value?.p === null ? why.refused : refused,
    quantities: [
      quantity('n', 'n', '*n*', data.n, 'count'),
      quantity('groups', 'groups', '*k*', data.groups.length, 'count'),
      quantity('H', 'H', '*H*', value?.H, 'statistic', why),
      quantity('df', 'degrees of freedom', '*df*', value?.df, 'count', why),
      quantity('p', 'p', '*p*', value?.p, 'p', why),
      quantity('epsilon2', 'ε²', 'ε²', value?.epsilon2, 'correlation', why),
    ],
    apa: apaList(
      apaTest('*H*', [value?.df ?? null], value?.H ?? null, value?.p ?? null),
      `*n* = ${count(data.n)}`,
      apaValue('ε²', value?.epsilon2 ?? null, 'correlation'),
    ),
    plain: `${escapeRich(label)}, medians (IQR) in the ${count(data.groups.length)} groups of ${escapeRich(data.by)}: ${medians.join('; ')}.`,
    notes: [],
  };
}

function testOf({ groups }: Grouped): Attempt<KruskalWallis> {
  return attempt(() => {
    if (groups.length >= 2) return byRanks(groups.map(({ values }) => values));
    throw notComputable('Kruskal–Wallis', 'at least 2 groups with values are required.');
  });
}
