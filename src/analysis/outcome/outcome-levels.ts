import type { Figure } from '../../model/figure.ts';
import { formatNumber, formatP } from '../../model/format.ts';
import type { Estimate, Finding, Note, ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { changeOf } from '../paired/change.ts';
import { rankNotes } from '../paired/change-notes.ts';
import { type LevelChange, levelChange } from '../paired/level-change.ts';
import { levelFigures } from '../paired/level-figures.ts';
import { apaLevels, plainLevels } from '../paired/level-sentences.ts';
import { levelsTable, rankTable, transitionTable } from '../paired/level-tables.ts';
import { type Transition, transitionOf } from '../paired/transition.ts';
import { estimate } from '../parts/estimate.ts';
import { percentFormat, percentOf } from '../parts/percent.ts';
import { numberOf, variableOrNone } from '../parts/read-options.ts';
import { NUMBERS, variable } from '../parts/standard-options.ts';
import { count } from '../parts/words.ts';
import { levelGrid, levelShares } from './level-pictures.ts';
import { type LevelTest, levelTests } from './level-tests.ts';
import { outcomeScores } from './outcome-scores.ts';

export const outcomeLevels: Analysis = {
  id: 'outcome-levels',
  title: 'Change of levels',
  question: 'change',
  answers: 'Who moved up or down on an ordered scale such as the LOAF?',
  words: ['LOAF', 'ordinal', 'transition table', 'Stuart–Maxwell', 'Bowker', 'McNemar', 'levels'],
  options: [
    variable(
      'score',
      'Level',
      'The level before; that after is found by itself. Left empty, the first ordered score of the table.',
      NUMBERS,
      false,
    ),
    {
      key: 'concern',
      label: 'Levels of concern from',
      help: 'Splits the levels in two for McNemar’s test: this level and those above it. 0 leaves it out.',
      type: 'number',
      min: 0,
      max: 100,
      step: 1,
      default: 0,
    },
  ],
  guide: {
    formula: [
      'Stuart and Maxwell: d′ S⁻¹ d of the differences of the margins, without levels that nobody left or entered.',
      'Bowker: Σ (*n*~ij~ − *n*~ji~)² / (*n*~ij~ + *n*~ji~) over pairs of cells that are not both empty, which are its degrees of freedom.',
      'Ordinal trend: *Z* = Σ change / √Σ change², levels numbered 1, 2, 3 … (the linear test of marginal homogeneity).',
    ],
    sources: [
      'Stuart, A. (1955). Biometrika, 42, 412–416.',
      'Maxwell, A. E. (1970). British Journal of Psychiatry, 116, 651–655.',
      'Bowker, A. H. (1948). Journal of the American Statistical Association, 43, 572–574.',
      'McNemar, Q. (1947). Psychometrika, 12, 153–157.',
    ],
    refuses: [
      'A t-test of levels: they are ordered and not evenly spaced.',
      'The tests when nobody changed.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const wanted = variableOrNone(options, 'score');
  const all = outcomeScores(view, { scores: wanted === null ? [] : [wanted] });
  const score = all.find(({ isOrdinal }) => isOrdinal) ?? all[0];
  if (score === undefined) throw new Error('outcomeScores gave none');
  const { scores } = score;
  const change = changeOf(scores, { level: 0.95, effect: 'd_av', hedges: false });
  const transition = transitionOf(scores, score.before);
  const levels = levelChange(change, transition);
  const tests = transition === null ? [] : levelTests(transition, numberOf(options, 'concern'));
  const { n } = change;
  return {
    method: {
      name: 'Change of levels',
      variant: 'transition table; Stuart–Maxwell, Bowker, ordinal trend and Wilcoxon',
      citations: ['Stuart, A. (1955). Biometrika, 42, 412–416.'],
    },
    n: { total: view.rows.length, used: n, missing: scores.missing },
    estimates: estimatesOf(levels, tests),
    tables: [
      ...(transition
        ? [
            levelsTable(transition, levels, view.unit),
            transitionTable(transition, levels, view.unit),
          ]
        : []),
      rankTable(levels, view.unit),
      ...(tests.length > 0 ? [testsTable(tests, scores.label)] : []),
    ],
    figures: n > 0 ? picturesOf(levels, transition, view.unit) : [],
    sentences: {
      apa: [
        apaLevels(levels),
        ...tests.filter(({ key }) => key !== 'stuart-maxwell').flatMap(testSentence),
      ].join(' '),
      plain: plainLevels(levels, view.unit),
    },
    notes: [...rankNotes(change, view.unit), ...scaleNote(score.isOrdinal, scores.label)],
  };
}

function picturesOf(levels: LevelChange, transition: Transition | null, unit: string): Figure[] {
  const drawn = levelFigures(levels, unit).slice(-1);
  if (transition === null) return drawn;
  return [levelShares(levels, transition, unit), levelGrid(levels, transition, unit), ...drawn];
}

function estimatesOf({ change, outcomes }: LevelChange, tests: readonly LevelTest[]): Estimate[] {
  const { n, scores } = change;
  const none = { refused: 'no pairs' };
  return [
    estimate('n', 'pairs', '*n*', n, 'count'),
    estimate('eligible', 'eligible', '*n*', scores.eligible, 'count'),
    ...outcomes.flatMap(({ key, label, n: of }) => [
      estimate(key, label, '*n*', of, 'count'),
      estimate(`${key}-percent`, `${label}, %`, '%', percentOf(of, n), percentFormat(n), none),
    ]),
    estimate('wilcoxon-p', `p (${change.wilcoxonMethod})`, '*p*', change.wilcoxonP, 'p', {
      refused: n === 0 ? 'no pairs' : 'nobody changed',
    }),
    ...tests.flatMap(({ key, name, symbol, value, df, p, refused }) => [
      estimate(key, name, symbol, value, 'statistic', { refused }),
      ...(df === null ? [] : [estimate(`${key}-df`, `${name}: df`, '*df*', df, 'count')]),
      estimate(`${key}-p`, `${name}: p`, '*p*', p, 'p', { refused }),
    ]),
  ];
}

function testsTable(tests: readonly LevelTest[], label: string): ResultTable {
  return {
    id: 'tests',
    title: `Tests of the change of ${label}`,
    columns: [
      { key: 'test', header: 'Test', align: 'left', format: 'text' },
      { key: 'statistic', header: 'Statistic', align: 'right', format: 'text' },
      { key: 'p', header: '*p*', align: 'right', format: 'p' },
    ],
    rows: tests.map((test) => ({
      cells: [
        { value: test.name },
        { value: test.value, text: test.value === null ? '–' : statisticOf(test) },
        { value: test.p },
      ],
    })),
    notes: tests.flatMap(({ name, refused, p }) =>
      p === null ? [`${name}: not computed, ${refused}.`] : [],
    ),
  };
}

/** "χ²(3) = 14.60" */
function statisticOf({ symbol, df, value }: LevelTest): string {
  const brackets = df === null ? '' : `(${count(df)})`;
  return `${symbol}${brackets} = ${formatNumber(value, 'statistic')}`;
}

function testSentence(test: LevelTest): string[] {
  if (test.value === null || test.p === null) return [];
  return [`${test.name} ${statisticOf(test)}, ${formatP(test.p)}.`];
}

function scaleNote(isOrdinal: boolean, label: string): Note[] {
  if (isOrdinal) return [];
  return [
    {
      kind: 'note',
      text: `${escapeRich(label)} is a scale, not ordered levels: “Change in outcome measures” says more about it.`,
    },
  ];
}
