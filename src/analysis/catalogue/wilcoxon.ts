import { variableNamed } from '../../model/frame.ts';
import type { Estimate, Finding } from '../../model/result.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { floats } from '../numeric/floats.ts';
import { type Change, changeOf } from '../paired/change.ts';
import { rankNotes } from '../paired/change-notes.ts';
import { pairsTable } from '../paired/change-table.ts';
import { type LevelChange, levelChange } from '../paired/level-change.ts';
import { levelFigures } from '../paired/level-figures.ts';
import { apaLevels, plainLevels } from '../paired/level-sentences.ts';
import { levelsTable, rankTable, transitionTable } from '../paired/level-tables.ts';
import { BETTER_OPTION, checkDifferent } from '../paired/pair-options.ts';
import { pairedScores } from '../paired/paired-scores.ts';
import { transitionOf } from '../paired/transition.ts';
import { CITE } from '../parts/citations.ts';
import { estimate, interval } from '../parts/estimate.ts';
import { percentFormat, percentOf } from '../parts/percent.ts';
import { choiceOf, textOf, variableChosen } from '../parts/read-options.ts';
import { hodgesLehmann } from '../statistics/hodges-lehmann.ts';
import { nonZero, tieTolerance } from '../statistics/wilcoxon-signed-rank.ts';

export const wilcoxon: Analysis = {
  id: 'wilcoxon',
  title: 'Wilcoxon signed-rank test',
  question: 'change',
  answers: 'Did ratings on an ordered scale change from before to after?',
  words: [
    'signed rank',
    'non-parametric paired test',
    'ordinal',
    'levels',
    'before and after',
    'Stuart–Maxwell',
    'marginal homogeneity',
    'rank-biserial',
  ],
  options: [
    {
      key: 'before',
      label: 'Before',
      help: 'The level or score before. The order of a category is that of its list.',
      type: 'variable',
      kinds: ['integer', 'decimal', 'category'],
      required: true,
    },
    {
      key: 'after',
      label: 'After',
      help: 'The level or score after.',
      type: 'variable',
      kinds: ['integer', 'decimal', 'category'],
      required: true,
    },
    {
      key: 'label',
      label: 'Name',
      help: 'Name of the measure; left empty, from the label of the variable.',
      type: 'text',
      default: '',
    },
    BETTER_OPTION,
  ],
  guide: {
    formula: [
      'The changes that are not zero are ranked by their size, ties by their mean rank; *W*~+~ is the sum of the ranks of the positive ones. Exact p where it can be counted, ties included, else the normal approximation with ties and continuity corrected.',
      'Hodges and Lehmann’s estimate is the median of the means of all pairs of changes that are not zero, with the interval that the test does not reject.',
      '*r*~rb~ = (*W*~+~ − *W*~−~) / (*W*~+~ + *W*~−~).',
      'Stuart and Maxwell’s χ² compares the numbers at each level before and after.',
    ],
    sources: [
      'Wilcoxon, F. (1945). Biometrics Bulletin, 1, 80–83.',
      CITE.hodgesLehmann,
      'Kerby, D. S. (2014). Comprehensive Psychology, 3, 11.IT.3.1.',
      'Stuart, A. (1955). Biometrika, 42, 412–416.',
      'Maxwell, A. E. (1970). British Journal of Psychiatry, 116, 651–655.',
    ],
    refuses: [
      'The test when nobody changed.',
      'A category whose values are not all listed in order.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const [before, after] = [variableChosen(options, 'before'), variableChosen(options, 'after')];
  checkDifferent([before], [after]);
  const label = textOf(options, 'label').trim();
  const better = choiceOf(options, 'better', ['as-labelled', 'higher', 'lower']);
  const scores = pairedScores(view, { before, after, better, ...(label === '' ? {} : { label }) });
  const change = changeOf(scores, { level: 0.95, effect: 'd_av', hedges: false });
  const middle = middleOf(change);
  const levels = levelChange(change, transitionOf(scores, variableNamed(view.frame, before)));
  const { transition } = levels;
  return {
    method: {
      name: 'Wilcoxon signed-rank test',
      variant: `${change.wilcoxonMethod} p; zeros left out; ties corrected`,
      citations: [
        'Wilcoxon, F. (1945). Biometrics Bulletin, 1, 80–83.',
        ...(levels.homogeneity ? ['Stuart, A. (1955). Biometrika, 42, 412–416.'] : []),
      ],
    },
    n: { total: view.rows.length, used: change.n, missing: scores.missing },
    estimates: [...estimatesOf(levels), middle],
    tables: [
      rankTable(levels, view.unit),
      ...(transition
        ? [
            levelsTable(transition, levels, view.unit),
            transitionTable(transition, levels, view.unit),
          ]
        : []),
      pairsTable([change], view.unit),
    ],
    figures: change.n > 0 ? levelFigures(levels, view.unit) : [],
    sentences: { apa: apaLevels(levels), plain: plainLevels(levels, view.unit) },
    notes: rankNotes(change, view.unit),
  };
}

/** Hodges and Lehmann's estimate of the changes that are not zero. */
function middleOf({ scores }: Change): Estimate {
  const [before, after] = [floats(scores.before), floats(scores.after)];
  const changes = after.map((value, i) => value - (before[i] as number));
  const tolerance = tieTolerance(before, after);
  const used = nonZero(changes, tolerance);
  const { estimate: value, interval: bounds } = hodgesLehmann(used, tolerance, 0.95, false);
  return estimate('shift', 'Hodges–Lehmann estimate of the change', 'Change', value, 'mean', {
    ci: interval(0.95, bounds, 'normal approximation with continuity correction'),
    refused: 'nobody changed',
  });
}

function estimatesOf({ change, outcomes, homogeneity }: LevelChange): Estimate[] {
  const { n, scores, ranks } = change;
  const nobody = { refused: n === 0 ? 'no pairs' : 'nobody changed' };
  const none = { refused: 'no pairs' };
  const base: Estimate[] = [
    estimate('n', 'pairs', '*n*', n, 'count'),
    estimate('eligible', 'eligible', '*n*', scores.eligible, 'count'),
    estimate('median-before', 'median before', '*Mdn*', change.before.median, 'number', none),
    estimate('median-after', 'median after', '*Mdn*', change.after.median, 'number', none),
    estimate('mean-before', 'mean before', '*M*', change.before.mean, 'mean', none),
    estimate('mean-after', 'mean after', '*M*', change.after.mean, 'mean', none),
    estimate('mean-change', 'mean change', '*M*~change~', change.change.mean, 'mean', none),
    estimate(
      'W',
      'sum of positive ranks',
      '*W*~+~',
      ranks.n_used > 0 ? ranks.W_plus : null,
      'number',
      nobody,
    ),
    estimate('z', 'z', '*z*', ranks.z_no_cc, 'statistic', nobody),
    estimate('p', `p (${change.wilcoxonMethod})`, '*p*', change.wilcoxonP, 'p', nobody),
    estimate(
      'rank-biserial',
      'matched rank-biserial correlation',
      '*r*~rb~',
      ranks.rank_biserial_matched,
      'correlation',
      nobody,
    ),
    ...outcomes.flatMap(({ key, label, n: count }) => [
      estimate(key, label, '*n*', count, 'count'),
      estimate(`${key}-percent`, `${label}, %`, '%', percentOf(count, n), percentFormat(n), none),
    ]),
  ];
  if (!homogeneity) return base;
  return [
    ...base,
    estimate('stuart-maxwell', 'Stuart–Maxwell χ²', 'χ²', homogeneity.chisq, 'statistic'),
    estimate('stuart-maxwell-df', 'Stuart–Maxwell df', '*df*', homogeneity.df, 'count'),
    estimate('stuart-maxwell-p', 'Stuart–Maxwell p', '*p*', homogeneity.p, 'p'),
  ];
}
