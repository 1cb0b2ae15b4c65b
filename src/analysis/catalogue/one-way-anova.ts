import type { Finding } from '../../model/result.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { boxFigures } from '../groups/box-figures.ts';
import { grouped, groupingOf } from '../groups/grouped.ts';
import { groupsTable } from '../groups/groups-table.ts';
import { OMNIBUS, type Omnibus, type OmnibusLine, omnibusLine } from '../groups/omnibus-line.ts';
import { comparePairs, keyPrefix, labelledPairs } from '../groups/pairs-table.ts';
import { batchFinding } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { outcomesOf } from '../parts/outcomes.ts';
import { quantity } from '../parts/quantity.ts';
import { choiceOf, variableChosen, variablesChosen } from '../parts/read-options.ts';
import {
  ADJUST,
  adjustmentOf,
  CONFIDENCE,
  choice,
  GROUP,
  levelOf,
  OUTCOMES,
} from '../parts/standard-options.ts';
import { percentLevel } from '../parts/words.ts';

const PAIRS = { 'games-howell': 'Games–Howell', tukey: 'Tukey–Kramer', none: 'None' };

type Pairs = keyof typeof PAIRS;

export const oneWayAnova: Analysis = {
  id: 'one-way-anova',
  title: 'One-way analysis of variance',
  question: 'groups',
  answers: 'Do several groups differ on average?',
  words: [
    'ANOVA',
    'F test',
    'Welch ANOVA',
    'Brown–Forsythe',
    'post hoc',
    'Tukey',
    'Games–Howell',
    'eta squared',
    'compare means',
  ],
  options: [
    OUTCOMES,
    GROUP,
    choice(
      'primary',
      'Primary test',
      'Chosen in advance and recorded; all are shown. Welch’s does not need equal variances.',
      OMNIBUS,
    ),
    choice(
      'pairs',
      'Compare pairs of groups',
      'All pairs, adjusted for their number. Games–Howell does not need equal variances.',
      PAIRS,
    ),
    CONFIDENCE,
    ADJUST,
  ],
  guide: {
    formula: [
      'Classic: *F* = (SS~between~ / (*k* − 1)) / (SS~within~ / (*N* − *k*)). Welch weighs each mean by *n* / *s*²; Brown and Forsythe’s *F*\\* = SS~between~ / Σ(1 − *n*/*N*)*s*².',
      'η² = SS~between~ / SS~total~; ω² = (SS~between~ − (*k* − 1)MS~within~) / (SS~total~ + MS~within~).',
      'Tukey–Kramer and Games–Howell: intervals and *p* from the studentised range, the latter with Welch’s degrees of freedom for each pair.',
    ],
    sources: [
      CITE.fisherAnova,
      CITE.welchAnova,
      CITE.brownForsytheMeans,
      CITE.tukey,
      CITE.kramer,
      CITE.gamesHowell,
      CITE.olejnik,
    ],
    refuses: [
      'Fewer than two groups with values, and no value more than there are groups.',
      'Welch’s test when a group has fewer than two values or does not vary.',
      'Tests of values that do not vary.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const primary = choiceOf(options, 'primary', Object.keys(OMNIBUS) as Omnibus[]);
  const pairs = choiceOf(options, 'pairs', Object.keys(PAIRS) as Pairs[]);
  const levels = groupingOf(view, variableChosen(options, 'group'));
  const lines = outcomesOf(view, variablesChosen(options, 'outcomes')).map((outcome) =>
    omnibusLine(grouped(outcome, levels), { level, primary }),
  );
  const data = lines.map((line) => line.grouped);
  const several = lines.length > 1;
  const compared =
    pairs === 'none' ? [] : lines.flatMap((line) => pairsOf(line, pairs, level, several));
  return batchFinding(view, lines, {
    method: {
      name: 'One-way analysis of variance',
      variant: `primary: ${OMNIBUS[primary]}; pairs: ${PAIRS[pairs]}; ${percentLevel(level)} intervals`,
      citations: [CITE.welchAnova, ...(pairs === 'tukey' ? [CITE.tukey] : [CITE.gamesHowell])],
    },
    level,
    adjust: adjustmentOf(options),
    test: OMNIBUS[primary],
    table: {
      title: `Differences between groups of ${data[0]?.by ?? ''}`,
      notes: [`Primary test: ${OMNIBUS[primary]}. η² and ω² are shares of the variance.`],
    },
    tables: [groupsTable(data, level), ...compared.map(({ table }) => table)],
    estimates: compared.flatMap(({ estimates }) => estimates),
    figures: boxFigures(data, view.unit, level),
  });
}

function pairsOf(
  { test, grouped: { groups, outcome } }: OmnibusLine,
  method: 'tukey' | 'games-howell',
  level: number,
  several: boolean,
) {
  if (!test) return [];
  const pairs = labelledPairs(groups.map(({ label }) => label));
  const lines = pairs.map(({ label, at }) => {
    const found = test.pairs[at];
    const [p, ci] =
      method === 'tukey'
        ? [found?.tukey_p, found?.tukey_ci]
        : [found?.games_howell_p, found?.games_howell_ci];
    const none = { refused: 'a group has one value, or neither varies' };
    return {
      label,
      quantities: [
        quantity('difference', 'difference', 'Difference', found?.diff_j_minus_i, 'mean', {
          ci: ci ?? null,
          by: PAIRS[method],
        }),
        quantity('p', 'p', '*p*', p, 'p', none),
      ],
    };
  });
  const { label, variable } = outcome;
  const notes = [
    `${PAIRS[method]}: *p* and intervals hold for all ${lines.length} pairs together.`,
  ];
  return [
    comparePairs(
      {
        id: `pairs-${variable.name}`,
        title: `${label}: pairs of groups`,
        level,
        notes,
        prefix: keyPrefix(label, several),
      },
      lines,
    ),
  ];
}
