import type { Estimate, Finding, Note } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { changeEstimates } from '../paired/change-estimates.ts';
import { changeNotes } from '../paired/change-notes.ts';
import { apaChange, plainChanges } from '../paired/change-sentences.ts';
import { EFFECT_SIZE } from '../paired/effect-size.ts';
import { EFFECT_SIZE_OPTIONS, effectSizeChosen } from '../paired/effect-size-options.ts';
import { sharedTimes } from '../paired/pair-times.ts';
import { unusedRows } from '../paired/unused-rows.ts';
import { estimate } from '../parts/estimate.ts';
import { missingTotal } from '../parts/missing-counts.ts';
import { percentOf } from '../parts/percent.ts';
import { numberOf } from '../parts/read-options.ts';
import {
  ADJUST,
  ADJUSTMENT,
  adjustmentOf,
  CONFIDENCE,
  levelOf,
} from '../parts/standard-options.ts';
import { percentLevel } from '../parts/words.ts';
import { daysBetween } from './days-between.ts';
import { accountOf, missingPairsTable } from './missing-pairs-table.ts';
import { outcomeFigures } from './outcome-figures.ts';
import { type OutcomeLine, outcomeLines } from './outcome-line.ts';
import { outcomeScores, SCORES } from './outcome-scores.ts';
import { outcomeTable } from './outcome-table.ts';
import { RELIABILITY } from './reliability-option.ts';

export const outcomeChange: Analysis = {
  id: 'outcome-change',
  title: 'Change in outcome measures',
  question: 'change',
  answers: 'Who changed from before to after, by how much, and can we believe it?',
  words: [
    'outcome measures',
    'pre post',
    'paired t-test',
    'reliable change',
    'cut-off',
    'effect size',
    'questionnaire',
  ],
  options: [
    SCORES,
    CONFIDENCE,
    ...EFFECT_SIZE_OPTIONS,
    { ...ADJUST, default: 'holm' },
    RELIABILITY,
  ],
  guide: {
    formula: [
      'Everything is computed on the pairs: people with a score at both times. Change = after − before.',
      '*t* = mean change / (SD of the change / √*n*); *d*~av~ = mean change / √((*s*~1~² + *s*~2~²) / 2).',
      'Reliable: a change of at least the points that the measure states, or with a reliability *r* given z · √2 · SD before · √(1 − *r*).',
      'Crossed cut-off: of those on the side of concern before, those who no longer are.',
    ],
    sources: [
      'Cumming, G. (2012). Understanding the new statistics. Routledge.',
      'Jacobson, N. S., & Truax, P. (1991). Journal of Consulting and Clinical Psychology, 59, 12–19.',
      'Wilcoxon, F. (1945). Biometrics Bulletin, 1, 80–83.',
    ],
    refuses: [
      'A table without scores before and after.',
      'The t-test below five pairs; below twenty it comes with a caution.',
      'Means and t of ordered levels: their ranks are compared.',
      'Better and worse where nothing verified or accepted says which end is better.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const settings = {
    level,
    ...effectSizeChosen(options),
    reliability: numberOf(options, 'reliability'),
    adjustment: adjustmentOf(options),
  };
  const scores = outcomeScores(view, options);
  const lines = outcomeLines(scores, settings);
  const days = daysBetween(view);
  const missing = unusedRows(scores.map((score) => score.scores.reasons));
  const words = {
    level,
    primary: 't' as const,
    adjustment: settings.adjustment === null ? '' : ADJUSTMENT[settings.adjustment],
    unit: view.unit,
  };
  const scale = lines.filter(({ score }) => !score.isOrdinal);
  const changes = scale.map(({ change }) => change);
  return {
    method: {
      name: 'Change in outcome measures',
      variant: [
        'paired t-test and Wilcoxon signed-rank test',
        `${EFFECT_SIZE[settings.effect].label}${settings.hedges ? ', with Hedges’ correction' : ''}`,
        `${percentLevel(level)} intervals`,
        ...(settings.adjustment === null ? [] : [`p adjusted: ${ADJUSTMENT[settings.adjustment]}`]),
      ].join('; '),
      citations: [
        EFFECT_SIZE[settings.effect].citation,
        'Jacobson, N. S., & Truax, P. (1991). Journal of Consulting and Clinical Psychology, 59, 12–19.',
      ],
    },
    n: { total: view.rows.length, used: view.rows.length - missingTotal(missing), missing },
    estimates: lines.flatMap((line) => estimatesOf(line, lines.length > 1, level)),
    tables: [
      outcomeTable(lines, settings, view.unit),
      missingPairsTable(
        scores.map((score) => accountOf(score, days)),
        sharedTimes(scores.map((score) => score.scores)),
        view.unit,
      ),
    ],
    figures: outcomeFigures(lines, level, view.unit),
    sentences: {
      apa: changes.map((change) => apaChange(change, words)).join(' '),
      plain: [plainChanges(changes, words), ...lines.flatMap(ordinalWords)]
        .filter((sentence) => sentence !== '')
        .join(' '),
    },
    notes: [...changeNotes(changes, view.unit), ...lines.flatMap(ordinalNote)],
  };
}

function estimatesOf(
  { score, change, reliable }: OutcomeLine,
  several: boolean,
  level: number,
): Estimate[] {
  const { label } = score.scores;
  const prefix = several ? `${label}: ` : '';
  const n = reliable.classes.length;
  const why = { refused: reliable.basis };
  const share = (key: string, words: string, of: number) => [
    estimate(`${prefix}${key}`, `${label}: ${words}`, '*n*', n > 0 ? of : null, 'count', why),
    estimate(
      `${prefix}${key}-percent`,
      `${label}: ${words}, %`,
      '%',
      percentOf(of, n),
      'percent0',
      why,
    ),
  ];
  const { cutoff } = reliable;
  return [
    ...changeEstimates(change, several, level),
    estimate(
      `${prefix}reliable-points`,
      `${label}: points of reliable change`,
      '',
      reliable.points,
      'number',
      why,
    ),
    ...share('improved', 'reliably improved', reliable.improved),
    ...share('no-change', 'no reliable change', reliable.same),
    ...share('deteriorated', 'reliably deteriorated', reliable.worse),
    ...(cutoff === null
      ? []
      : [
          estimate(
            `${prefix}concern-before`,
            `${label}: beyond the cut-off before`,
            '*n*',
            cutoff.concernBefore,
            'count',
          ),
          estimate(
            `${prefix}crossed`,
            `${label}: crossed the cut-off`,
            '*n*',
            cutoff.crossedOut,
            'count',
          ),
          estimate(
            `${prefix}crossed-back`,
            `${label}: crossed it the other way`,
            '*n*',
            cutoff.crossedIn,
            'count',
          ),
        ]),
  ];
}

function ordinalWords({ score, change }: OutcomeLine): string[] {
  if (!score.isOrdinal) return [];
  return [
    `${escapeRich(score.scores.label)} is a rating on ordered levels: of ${change.n} pairs ${change.up} went up, ${change.same} stayed and ${change.down} went down.`,
  ];
}

function ordinalNote({ score }: OutcomeLine): Note[] {
  if (!score.isOrdinal) return [];
  return [
    {
      kind: 'refused',
      text: `${escapeRich(score.scores.label)}: no means and no *t*-test, because levels are ordered and not evenly spaced. “Change of levels” compares them.`,
    },
  ];
}
