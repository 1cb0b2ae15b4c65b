import { formatNumber } from '../../model/format.ts';
import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { standardDeviation } from '../numeric/moments.ts';
import { NO_COMPARISON } from '../paired/change-notes.ts';
import { BETTER_OPTION, checkDifferent } from '../paired/pair-options.ts';
import { pairedScores } from '../paired/paired-scores.ts';
import { apaList } from '../parts/apa.ts';
import { attempt } from '../parts/attempt.ts';
import { batchFinding } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { countPercentCell, shareWords } from '../parts/percent.ts';
import { quantity } from '../parts/quantity.ts';
import { choiceOf, numberOf, textOf, variableChosen } from '../parts/read-options.ts';
import { CONFIDENCE, choice, levelOf, NUMBERS, variable } from '../parts/standard-options.ts';
import { percentLevel } from '../parts/words.ts';
import { CUTOFF, cutoffOf, outcomesOf, reliableChangeOf } from '../reliable/change-of.ts';
import { outcomeTable } from '../reliable/outcome-table.ts';
import { jacobsonPlot, outcomeBars } from '../reliable/reliable-figures.ts';

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
      help: 'Of the measure, from its manual or a study: Cronbach’s α or test–retest. It has to be given.',
      type: 'number',
      min: 0,
      max: 1,
      step: 0.01,
      default: 0,
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
    normOption(
      'cutoff-score',
      'Cut-off score',
      'The score between the clinical and the general range.',
      'given',
    ),
    normOption('clinical-mean', 'Clinical mean', 'Mean of a clinical group.', 'c'),
    normOption('clinical-sd', 'Clinical SD', 'Standard deviation of the clinical group.', 'c'),
    normOption('general-mean', 'General mean', 'Mean of the general population.', 'c'),
    normOption('general-sd', 'General SD', 'Standard deviation of the general population.', 'c'),
    CONFIDENCE,
  ],
  guide: {
    formula: [
      'For any two columns, with a reliability and norms that you give. Scores of a measure of the library have theirs: “Reliable and clinically significant change” uses them.',
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

function normOption(key: string, label: string, help: string, is: string) {
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
  const { value, refused } = attempt(() =>
    reliableChangeOf(scores, sd, reliability, options, level),
  );
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
