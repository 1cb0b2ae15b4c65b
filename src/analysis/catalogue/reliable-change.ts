import type { ScatterFigure, StackedBarFigure } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import type { Finding, ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { MOST_POINTS, thin } from '../../model/thin.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { standardDeviation } from '../numeric/moments.ts';
import { NO_COMPARISON } from '../paired/change-notes.ts';
import { BETTER_OPTION, checkDifferent } from '../paired/pair-options.ts';
import { type PairedScores, pairedScores } from '../paired/paired-scores.ts';
import { apaList } from '../parts/apa.ts';
import { attempt } from '../parts/attempt.ts';
import { batchFinding } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { countPercentCell, shareWords } from '../parts/percent.ts';
import { quantity } from '../parts/quantity.ts';
import { choiceOf, numberOf, textOf, variableChosen } from '../parts/read-options.ts';
import { CONFIDENCE, choice, levelOf, NUMBERS, variable } from '../parts/standard-options.ts';
import { count, percentLevel } from '../parts/words.ts';
import { notComputable } from '../statistics/read-input.ts';
import { reliableChange as computed, type ReliableChange } from '../statistics/reliable-change.ts';

const CUTOFF = {
  none: 'None',
  given: 'A given score',
  c: 'Criterion c, from the norms of both groups',
};

export const reliableChange: Analysis = {
  id: 'reliable-change',
  title: 'Reliable change',
  question: 'change',
  answers: 'How many changed by more than the measure’s error?',
  words: [
    'RCI',
    'Jacobson',
    'Truax',
    'clinically significant change',
    'recovered',
    'improved',
    'deteriorated',
    'cut-off',
  ],
  options: [
    variable('before', 'Before', 'The score before.', NUMBERS),
    variable('after', 'After', 'The score after.', NUMBERS),
    {
      key: 'label',
      label: 'Name',
      help: 'Name of the measure; left empty, from the label of the variable.',
      type: 'text',
      default: '',
    },
    BETTER_OPTION,
    {
      key: 'reliability',
      label: 'Reliability',
      help: 'Of the measure, from its manual or a study: Cronbach’s α or test–retest.',
      type: 'number',
      min: 0.01,
      max: 1,
      step: 0.01,
      default: 0.8,
    },
    {
      key: 'sd',
      label: 'Standard deviation',
      help: 'Of the scores before, from a norm group; 0 = that of the pairs here.',
      type: 'number',
      min: 0,
      max: 1e9,
      step: 0.1,
      default: 0,
    },
    choice(
      'cutoff',
      'Cut-off',
      'For clinically significant change: who crossed it reliably.',
      CUTOFF,
    ),
    number(
      'cutoff-score',
      'Cut-off score',
      'The score between the clinical and the general range.',
      'given',
    ),
    number('clinical-mean', 'Clinical mean', 'Mean of a clinical group.', 'c'),
    number('clinical-sd', 'Clinical SD', 'Standard deviation of the clinical group.', 'c'),
    number('general-mean', 'General mean', 'Mean of the general population.', 'c'),
    number('general-sd', 'General SD', 'Standard deviation of the general population.', 'c'),
    CONFIDENCE,
  ],
  guide: {
    formula: [
      'Standard error of measurement: *SD* √(1 − reliability); of a difference: √2 times that. RCI = change / SE of the difference; reliable where |RCI| is above the normal quantile (1.96 at 95 %).',
      'Criterion c: (*s*~general~*M*~clinical~ + *s*~clinical~*M*~general~) / (*s*~clinical~ + *s*~general~), as far from both means in their standard deviations.',
      'Clinically significant: reliable, and from the clinical to the other side of the cut-off.',
    ],
    sources: [CITE.jacobsonTruax],
    refuses: [
      'No pairs, a standard deviation of 0, and a direction that is not known: say which is better.',
    ],
  },
  run,
};

function number(key: string, label: string, help: string, is: string) {
  return {
    key,
    label,
    help,
    type: 'number' as const,
    min: -1e9,
    max: 1e9,
    step: 0.1,
    default: 0,
    when: { option: 'cutoff', is: [is] },
  };
}

interface Outcome {
  key: string;
  label: string;
  n: number;
}

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const [before, after] = [variableChosen(options, 'before'), variableChosen(options, 'after')];
  checkDifferent([before], [after]);
  const better = choiceOf(options, 'better', ['as-labelled', 'higher', 'lower']);
  const label = textOf(options, 'label').trim();
  const scores = pairedScores(view, { before, after, better, ...(label === '' ? {} : { label }) });
  const given = numberOf(options, 'sd');
  const sd = given > 0 ? given : (standardDeviation(scores.before) ?? 0);
  const reliability = numberOf(options, 'reliability');
  const { value, refused } = attempt(() => changeOf(scores, sd, reliability, options, level));
  const cutoff = value ? cutoffOf(value, options) : null;
  const outcomes = value ? outcomesOf(value, scores, cutoff) : [];
  const n = scores.before.length;
  const improved = outcomes.find(({ key }) => key === 'improved')?.n ?? 0;
  const why = { refused };
  const line = {
    label: scores.label,
    reasons: scores.reasons,
    n,
    p: null,
    refused,
    quantities: [
      quantity('n', 'pairs', '*n*', n, 'count'),
      quantity('sd', 'standard deviation used', '*SD*', sd > 0 ? sd : null, 'mean', {
        refused: 'fewer than 2 pairs, or no variation',
      }),
      quantity('sem', 'standard error of measurement', '*SEM*', value?.sem, 'mean', why),
      quantity('s-diff', 'standard error of a difference', '*S*~diff~', value?.s_diff, 'mean', why),
      quantity(
        'critical',
        'reliable from a change of',
        'Reliable from',
        value?.critical_change_exact_z,
        'mean',
        why,
      ),
      quantity('cutoff', 'cut-off', 'Cut-off', cutoff, 'mean', {
        refused: refused || 'no cut-off was asked for',
      }),
      ...outcomes.map(({ key, label: words, n: own }) =>
        quantity(key, words, '*n*', own, 'count', {
          header: `${words} *n* (%)`,
          text: countPercentCell(own, n).text ?? '',
        }),
      ),
    ],
    apa: apaList(
      `reliable change of at least ${formatNumber(value?.critical_change_exact_z ?? null, 'mean')} points (reliability ${formatNumber(reliability, 'correlation')}, *SD* = ${formatNumber(sd, 'mean')})`,
      ...outcomes.map(
        ({ label: words, n: own }) => `${words.toLowerCase()} ${shareWords(own, n, '')}`,
      ),
    ),
    plain: `${escapeRich(scores.label)}: ${shareWords(improved, n, escapeRich(view.unit))} with both scores improved reliably, by at least ${formatNumber(value?.critical_change_exact_z ?? null, 'number')} points.`,
    notes: [],
  };
  return batchFinding(view, [line], {
    method: {
      name: 'Reliable change',
      variant: `Jacobson and Truax, ${percentLevel(level)}; SD ${given > 0 ? 'given' : 'of the pairs'}; cut-off: ${CUTOFF[choiceOf(options, 'cutoff', ['none', 'given', 'c'])].toLowerCase()}`,
      citations: [CITE.jacobsonTruax],
    },
    level,
    table: { title: `${scores.label}: reliable change`, first: 'Measure' },
    tables: outcomes.length > 0 ? [outcomeTable(outcomes, n)] : [],
    figures: value
      ? [
          jacobsonPlot(scores, value, cutoff, view.unit),
          outcomeBars(outcomes, scores.label, n, view.unit),
        ]
      : [],
    notes: [
      NO_COMPARISON,
      {
        kind: 'assumption',
        text: 'The index takes the error of measurement to be the same at every score; a reliable change can still be regression to the mean.',
      },
    ],
  });
}

function changeOf(
  scores: PairedScores,
  sd: number,
  reliability: number,
  options: Options,
  level: number,
): ReliableChange {
  const { before, after, better } = scores;
  if (before.length === 0) throw notComputable('Reliable change', 'there are no pairs.');
  if (better !== 'higher' && better !== 'lower')
    throw notComputable('Reliable change', 'it is not known whether higher or lower is better.');
  if (!(sd > 0)) throw notComputable('Reliable change', 'the scores before do not vary.');
  const norm = (group: string) => ({
    mean: numberOf(options, `${group}-mean`),
    sd: numberOf(options, `${group}-sd`),
  });
  const byNorms = options.cutoff === 'c';
  return computed(
    before,
    after,
    {
      sdPre: sd,
      reliability,
      higherIsWorse: better === 'lower',
      ...(byNorms ? { clinical: norm('clinical'), normal: norm('general') } : {}),
    },
    level,
  );
}

function cutoffOf(value: ReliableChange, options: Options): number | null {
  if (options.cutoff === 'given') return numberOf(options, 'cutoff-score');
  return options.cutoff === 'c' ? (value.cutoff_c ?? null) : null;
}

function outcomesOf(
  { direction }: ReliableChange,
  { before, after, better }: PairedScores,
  cutoff: number | null,
): Outcome[] {
  const of = (wanted: string) => direction.filter((each) => each === wanted).length;
  const well = (score: number) =>
    cutoff !== null && (better === 'higher' ? score >= cutoff : score <= cutoff);
  const recovered = direction.filter(
    (each, i) => each === 'improved' && !well(before[i] ?? 0) && well(after[i] ?? 0),
  ).length;
  return [
    ...(cutoff === null
      ? []
      : [{ key: 'recovered', label: 'Clinically significant', n: recovered }]),
    { key: 'improved', label: 'Improved reliably', n: of('improved') },
    { key: 'none', label: 'No reliable change', n: of('none') },
    { key: 'deteriorated', label: 'Worse reliably', n: of('deteriorated') },
  ];
}

function outcomeTable(outcomes: readonly Outcome[], n: number): ResultTable {
  return {
    id: 'outcomes',
    title: 'What became of them',
    columns: [
      { key: 'outcome', header: 'Outcome', align: 'left', format: 'text' },
      { key: 'n', header: '*n* (%)', align: 'right', format: 'text' },
    ],
    rows: outcomes.map(({ label, n: own }) => ({
      cells: [{ value: label }, countPercentCell(own, n)],
    })),
    notes: [
      `Of the ${count(n)} with both scores.${outcomes.some(({ key }) => key === 'recovered') ? ' Clinically significant ones are among those who improved reliably.' : ''}`,
    ],
  };
}

function jacobsonPlot(
  { before, after, label, times }: PairedScores,
  value: ReliableChange,
  cutoff: number | null,
  unit: string,
): ScatterFigure {
  const points = before.map((x, i) => ({ x, y: after[i] ?? 0 }));
  const reach = value.critical_change_exact_z;
  return {
    kind: 'scatter',
    title: `${label}: before and after`,
    subtitle: `n = ${count(points.length)} ${unit} with both scores`,
    x: { title: times.before, format: 'number', zero: false },
    y: { title: times.after, format: 'number', zero: false },
    square: true,
    series: [{ name: label, points: thin(points, MOST_POINTS, ({ x }) => x) }],
    n: points.length,
    lines: [
      { along: 'diagonal', at: 0, label: 'No change' },
      ...(cutoff === null
        ? []
        : [
            { along: 'x' as const, at: cutoff, label: 'Cut-off' },
            { along: 'y' as const, at: cutoff, label: 'Cut-off' },
          ]),
    ],
    bands: [{ along: 'diagonal', low: -reach, high: reach, label: 'No reliable change' }],
    notes: [],
    alt: `Scores after against scores before, ${count(points.length)} ${unit}; a change below ${formatNumber(reach, 'mean')} points is not reliable.`,
  };
}

function outcomeBars(
  outcomes: readonly Outcome[],
  label: string,
  n: number,
  unit: string,
): StackedBarFigure {
  const shown = outcomes.filter(({ key }) => key !== 'recovered').toReversed();
  return {
    kind: 'stacked-bar',
    title: `${label}: reliable change`,
    subtitle: `n = ${count(n)} ${unit} with both scores`,
    x: { title: '' },
    y: { title: `Share of ${unit}` },
    levels: shown.map((each) => each.label),
    ordered: true,
    middle: 1,
    bars: [{ label, counts: shown.map((each) => each.n) }],
    notes: [],
    alt: `Of ${count(n)} ${unit}: ${shown.map((each) => `${each.label.toLowerCase()} ${count(each.n)}`).join(', ')}.`,
  };
}
