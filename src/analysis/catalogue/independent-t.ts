import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { forestFigure } from '../figures/forest-figure.ts';
import { boxFigures } from '../groups/box-figures.ts';
import { grouped } from '../groups/grouped.ts';
import { twoGroups, WHICH_TWO } from '../groups/two-groups.ts';
import { type TwoMeans, twoMeans } from '../groups/two-means.ts';
import { batchFinding } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { outcomesOf } from '../parts/outcomes.ts';
import { choiceOf, isOn, variablesChosen } from '../parts/read-options.ts';
import {
  ADJUST,
  adjustmentOf,
  CONFIDENCE,
  choice,
  GROUP,
  levelOf,
  OUTCOMES,
} from '../parts/standard-options.ts';
import { count, percentLevel } from '../parts/words.ts';

const TEST = {
  welch: 'Welch’s t-test',
  student: 'Student’s t-test',
  'mann-whitney': 'Mann–Whitney test',
};

export const independentT: Analysis = {
  id: 'independent-t',
  title: 'Independent t-test',
  question: 'groups',
  answers: 'Do two groups differ on average?',
  words: [
    't-test',
    'two-sample t-test',
    'unpaired t-test',
    'Welch',
    'Student',
    'compare means',
    'Cohen’s d',
    'Hedges’ g',
  ],
  options: [
    OUTCOMES,
    GROUP,
    ...WHICH_TWO,
    choice(
      'primary',
      'Primary test',
      'Chosen in advance and recorded; all three are shown. Welch’s does not need equal variances.',
      TEST,
    ),
    {
      key: 'hedges',
      label: 'Hedges’ correction',
      help: 'Corrects the standardised difference for small samples (g instead of d).',
      type: 'switch',
      default: true,
    },
    CONFIDENCE,
    ADJUST,
  ],
  guide: {
    formula: [
      'Welch: *t* = (*M*~1~ − *M*~2~) / √(*s*~1~²/*n*~1~ + *s*~2~²/*n*~2~), with the degrees of freedom of Welch and Satterthwaite.',
      'Student: the same difference over *s*~p~ √(1/*n*~1~ + 1/*n*~2~), *s*~p~ the pooled standard deviation, with *n*~1~ + *n*~2~ − 2 degrees of freedom.',
      '*d* = (*M*~1~ − *M*~2~) / *s*~p~, its interval from the noncentral *t* distribution; *g* = *d* times Hedges’ exact correction.',
      'Beside it stand the Mann–Whitney test, Shapiro–Wilk for each group and Levene’s test from the medians.',
    ],
    sources: [CITE.student, CITE.welch, CITE.hedges, CITE.steiger, CITE.mannWhitney],
    refuses: [
      'Fewer than three values in two groups, and values that do not vary within the groups.',
      'Welch’s test when a group has one value only.',
      'A variable with more than two groups when two are not named.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const primary = choiceOf(options, 'primary', ['welch', 'student', 'mann-whitney']);
  const hedges = isOn(options, 'hedges');
  const { levels, only } = twoGroups(view, options);
  const outcomes = outcomesOf(view, variablesChosen(options, 'outcomes'));
  const lines = outcomes.map((outcome) =>
    twoMeans(grouped(outcome, levels, only), { level, primary, hedges }),
  );
  const [first = '', second = ''] = only.map((k) => levels.labels[k]);
  return batchFinding(view, lines, {
    method: {
      name: primary === 'mann-whitney' ? 'Mann–Whitney test' : 'Independent t-test',
      variant: `primary: ${TEST[primary]}; ${first} − ${second}; ${hedges ? 'Hedges’ *g*' : 'Cohen’s *d*'} by the pooled SD; ${percentLevel(level)} intervals`,
      citations: [CITE.welch, CITE.hedges, CITE.mannWhitney],
    },
    level,
    adjust: adjustmentOf(options),
    test: TEST[primary],
    table: {
      title: `${first} and ${second}`,
      notes: [
        `Difference: ${escapeRich(first)} − ${escapeRich(second)}, the interval that of ${primary === 'student' ? 'Student’s' : 'Welch’s'} test. Primary test: ${TEST[primary]}.`,
      ],
    },
    figures: figuresOf(lines, view, level, { first, second }),
    notes: [
      {
        kind: 'note',
        text: 'A difference between groups does not say what caused it.',
      },
    ],
  });
}

function figuresOf(
  lines: readonly TwoMeans[],
  view: View,
  level: number,
  { first, second }: { first: string; second: string },
) {
  const boxes = boxFigures(
    lines.map(({ grouped: data }) => data),
    view.unit,
    level,
  );
  if (lines.length < 2) return boxes;
  const forest = forestFigure(
    {
      title: `Standardised differences, ${first} − ${second}`,
      subtitle: `${count(lines.length)} outcomes; ${view.unit}`,
      label: 'Outcome',
      value: 'Standardised difference',
      symbol: lines[0]?.effect.symbol ?? '*d*',
      format: 'statistic',
      level,
      reference: { at: 0, label: 'No difference' },
      sides: { low: `Higher in ${second}`, high: `Higher in ${first}` },
      columns: ['*n*'],
    },
    lines.map(({ label, n, effect, refused }) => ({
      label,
      value: effect.value,
      ci: effect.ci,
      cells: [count(n)],
      ...(refused ? { refused } : {}),
    })),
  );
  return [forest, ...boxes];
}
