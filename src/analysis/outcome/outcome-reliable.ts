import type { ScatterFigure } from '../../model/figure.ts';
import type { Estimate, Finding, Note } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { directionWords } from '../paired/score-facts.ts';
import { unusedRows } from '../paired/unused-rows.ts';
import { estimate } from '../parts/estimate.ts';
import { missingTotal } from '../parts/missing-counts.ts';
import { percentOf, shareWords } from '../parts/percent.ts';
import { numberOf } from '../parts/read-options.ts';
import { CONFIDENCE, levelOf } from '../parts/standard-options.ts';
import { count } from '../parts/words.ts';
import { jacobsonPlot } from './jacobson-plot.ts';
import { outcomeScores, SCORES } from './outcome-scores.ts';
import { RELIABILITY } from './reliability-option.ts';
import { reliableOf } from './reliable.ts';
import { classTable, cutoffTable, type Judged, pointsWords } from './reliable-tables.ts';

export const outcomeReliable: Analysis = {
  id: 'outcome-reliable',
  title: 'Reliable and clinically significant change',
  question: 'change',
  answers:
    'How many changed by more than the measure’s own error, and how many crossed its cut-off?',
  words: ['Jacobson–Truax', 'RCI', 'reliable improvement', 'recovery', 'caseness', 'deterioration'],
  options: [SCORES, RELIABILITY, CONFIDENCE],
  guide: {
    formula: [
      'For scores that Attune scored and paired: points and cut-offs are those of the measure. For two columns of any table, with norms that you give, there is “Reliable change”.',
      'Reliable: |change| at least the points that the measure states, or with a reliability *r* given z · √2 · SD before · √(1 − *r*).',
      'Recovered: reliably improved, on the side of concern before and no longer after. Improved: reliably improved otherwise.',
      'Any score (NHS England): improved when one score improved and none deteriorated; deteriorated when any did.',
    ],
    sources: [
      'Jacobson, N. S., & Truax, P. (1991). Journal of Consulting and Clinical Psychology, 59, 12–19.',
      'NHS England, mental health services outcomes code (2025).',
    ],
    refuses: [
      'Scores without reliable change that may be used, unless you give a reliability.',
      'Scores of which nothing verified or accepted says which end is better.',
    ],
  },
  run,
};

const NONE = 'No score has pairs and reliable change that may be used.';

function run(view: View, options: Options): Finding {
  const settings = { reliability: numberOf(options, 'reliability'), level: levelOf(options) };
  const judged = outcomeScores(view, options).map(
    (score): Judged => ({ score, reliable: reliableOf(score, settings) }),
  );
  const missing = unusedRows(judged.map(({ score }) => score.scores.reasons));
  const several = judged.length > 1;
  const can = judged.filter(({ reliable }) => reliable.classes.length > 0);
  const words = can.map((each) => sentence(each, view.unit));
  return {
    method: {
      name: 'Reliable and clinically significant change',
      variant: can
        .map(({ score, reliable }) => `${score.scores.label}: ${pointsWords(reliable)}`)
        .join('; '),
      citations: [
        'Jacobson, N. S., & Truax, P. (1991). Journal of Consulting and Clinical Psychology, 59, 12–19.',
      ],
    },
    n: { total: view.rows.length, used: view.rows.length - missingTotal(missing), missing },
    estimates: judged.flatMap((each) => estimatesOf(each, several)),
    tables: [classTable(judged, view), cutoffTable(judged, view.unit)].filter(
      (table) => table.rows.length > 0,
    ),
    figures: can.map(
      ({ score, reliable }): ScatterFigure => jacobsonPlot(score, reliable, view.unit),
    ),
    sentences: {
      apa: words.join(' ') || NONE,
      plain: words.join(' ') || NONE,
    },
    notes: judged.flatMap(notesOf),
  };
}

function estimatesOf({ score, reliable }: Judged, several: boolean): Estimate[] {
  const { label } = score.scores;
  const prefix = several ? `${label}: ` : '';
  const n = reliable.classes.length;
  const why = { refused: reliable.basis };
  const share = (key: string, words: string, of: number | null) => [
    estimate(`${prefix}${key}`, `${label}: ${words}`, '*n*', n > 0 ? of : null, 'count', why),
    estimate(
      `${prefix}${key}-percent`,
      `${label}: ${words}, %`,
      '%',
      of === null ? null : percentOf(of, n),
      'percent0',
      why,
    ),
  ];
  return [
    estimate(`${prefix}n`, `${label}: pairs`, '*n*', score.scores.before.length, 'count'),
    estimate(
      `${prefix}points`,
      `${label}: points of reliable change`,
      '',
      reliable.points,
      'number',
      why,
    ),
    ...share('recovered', 'recovered', reliable.recovered),
    ...share('improved', 'reliably improved', reliable.improved),
    ...share('no-change', 'no reliable change', reliable.same),
    ...share('deteriorated', 'reliably deteriorated', reliable.worse),
  ];
}

function sentence({ score, reliable }: Judged, unit: string): string {
  const n = reliable.classes.length;
  const share = (of: number) => shareWords(of, n, '');
  const recovered =
    reliable.recovered === null
      ? ''
      : `; ${count(reliable.recovered)} of them also crossed the cut-off`;
  return `${escapeRich(score.scores.label)} (${directionWords(score.scores.better)}): ${shareWords(reliable.improved, n, unit)} improved reliably${recovered}, ${share(reliable.same)} did not change reliably, ${share(reliable.worse)} deteriorated reliably.`;
}

function notesOf({ score, reliable }: Judged): Note[] {
  if (reliable.classes.length > 0 || score.scores.before.length === 0) return [];
  return [
    {
      kind: 'refused',
      text: `${escapeRich(score.scores.label)}: ${escapeRich(pointsWords(reliable))}.`,
    },
  ];
}
