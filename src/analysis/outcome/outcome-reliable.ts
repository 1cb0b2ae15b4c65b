import type { ScatterFigure } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import type { Estimate, Finding, Note, ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { directionWords } from '../paired/score-facts.ts';
import { unusedRows } from '../paired/unused-rows.ts';
import { estimate } from '../parts/estimate.ts';
import { missingTotal } from '../parts/missing-counts.ts';
import { countPercentCell, percentOf, shareWords } from '../parts/percent.ts';
import { numberOf } from '../parts/read-options.ts';
import { CONFIDENCE, levelOf } from '../parts/standard-options.ts';
import { count } from '../parts/words.ts';
import { jacobsonPlot } from './jacobson-plot.ts';
import { type OutcomeScore, outcomeScores, SCORES } from './outcome-scores.ts';
import { overallClasses } from './overall-classes.ts';
import { RELIABILITY } from './reliability-option.ts';
import { cutoffWords, type Reliable, reliableOf } from './reliable.ts';

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

interface Judged {
  score: OutcomeScore;
  reliable: Reliable;
}

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

function classTable(judged: readonly Judged[], view: View): ResultTable {
  const overall = overallClasses(
    judged.map(({ score, reliable }) => ({ scores: score.scores, reliable })),
  );
  const line = (
    label: string,
    from: number | null,
    n: number,
    counts: readonly (number | null)[],
  ) => ({
    cells: [
      { value: label },
      { value: from },
      { value: n },
      ...counts.map((each) =>
        each === null ? { value: null, text: '–' } : countPercentCell(each, n),
      ),
    ],
  });
  return {
    id: 'reliable',
    title: 'Reliable change',
    columns: [
      { key: 'measure', header: 'Measure', align: 'left', format: 'text' },
      { key: 'points', header: 'Reliable from, points', align: 'right', format: 'number' },
      { key: 'n', header: 'Pairs', align: 'right', format: 'count' },
      ...(['Recovered', 'Improved', 'No change', 'Deteriorated'] as const).map((header, i) => ({
        key: ['recovered', 'improved', 'same', 'worse'][i] ?? '',
        header: `${header} *n* (%)`,
        align: 'right' as const,
        format: 'text' as const,
      })),
    ],
    rows: [
      ...judged.map(({ score, reliable }) => {
        const n = reliable.classes.length;
        const { recovered } = reliable;
        return line(
          score.scores.label,
          n > 0 ? reliable.points : null,
          score.scores.before.length,
          n > 0
            ? [recovered, reliable.improved - (recovered ?? 0), reliable.same, reliable.worse]
            : [null, null, null, null],
        );
      }),
      ...(overall === null
        ? []
        : [
            line('Any score (NHS England rule)', null, overall.n, [
              null,
              overall.improved,
              overall.same,
              overall.worse,
            ]),
          ]),
    ],
    notes: [
      ...judged.map(
        ({ score, reliable }) =>
          `${escapeRich(score.scores.label)} (${directionWords(score.scores.better)}): ${escapeRich(pointsWords(reliable))}.`,
      ),
      'Recovered: reliably improved and no longer on the side of concern. Where there is no cut-off, all who improved are under Improved.',
      `*n* (%) of the ${view.unit} with both scores. No comparison group: this is change, and its cause is not known.`,
    ],
  };
}

function cutoffTable(judged: readonly Judged[], unit: string): ResultTable {
  const rows = judged.flatMap(({ score, reliable: { cutoff } }) => {
    if (cutoff === null) return [];
    const n = score.scores.before.length;
    return [
      {
        cells: [
          { value: score.scores.label },
          { value: `${cutoffWords(cutoff)} (${cutoff.label})` },
          countPercentCell(cutoff.concernBefore, n),
          { value: n - cutoff.concernBefore },
          countPercentCell(cutoff.crossedOut, cutoff.concernBefore),
          countPercentCell(cutoff.crossedIn, n - cutoff.concernBefore),
        ],
      },
    ];
  });
  const right = (key: string, header: string) => ({
    key,
    header,
    align: 'right' as const,
    format: 'text' as const,
  });
  return {
    id: 'cut-off',
    title: 'Cut-offs crossed',
    columns: [
      { key: 'measure', header: 'Measure', align: 'left', format: 'text' },
      { key: 'cutoff', header: 'Cut-off', align: 'left', format: 'text' },
      right('concern', 'Of concern before *n* (%)'),
      { ...right('not', 'Not of concern before'), format: 'count' },
      right('out', 'No longer after *n* (%)'),
      right('in', 'Newly of concern *n* (%)'),
    ],
    rows,
    notes: [
      `Percentages of “no longer” are of the ${unit} of concern before, those of “newly” of the others.`,
    ],
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

/** "reliable from 6 points on: Barkham et al. 2013 …" */
function pointsWords({ points, basis, classes }: Reliable): string {
  const plain = basis.replace(/\.$/, '');
  if (points === null || classes.length === 0) return `no reliable change, ${plain}`;
  return `reliable from ${formatNumber(points, 'number')} points on: ${plain}`;
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
