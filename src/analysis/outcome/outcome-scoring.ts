import type { Figure } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import type { Cell, Estimate, Finding, Note, ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { mean, standardDeviation } from '../numeric/moments.ts';
import { meanAndSd } from '../paired/change-table.ts';
import { partOf } from '../parts/attempt.ts';
import { estimate, interval } from '../parts/estimate.ts';
import { missingTotals, missingWords } from '../parts/missing-counts.ts';
import { countPercentCell, percentOf } from '../parts/percent.ts';
import { withBounds } from '../parts/quantity.ts';
import { NUMBERS, variables } from '../parts/standard-options.ts';
import { count } from '../parts/words.ts';
import { type ItemAtTime, type ScaleAtTime, scoredScales } from './scored-scales.ts';

/** From this share at one end on, a scale can hardly show change in that direction. */
const CROWDED = 15;
/** Fewer items or forms than this make ω and α hard to believe. */
const FEW_FORMS = 20;

export const outcomeScoring: Analysis = {
  id: 'outcome-scoring',
  title: 'Scoring summary',
  question: 'reliable',
  answers: 'How well did a measure work here: missing items, floor and ceiling, reliability?',
  words: [
    'Cronbach’s alpha',
    'omega',
    'floor',
    'ceiling',
    'item distribution',
    'internal consistency',
  ],
  options: [
    variables(
      'scores',
      'Scores',
      'Scores in a table with one row a form. Left empty, all of them.',
      NUMBERS,
      { min: 0, max: 60 },
    ),
  ],
  guide: {
    formula: [
      'α = *k* / (*k* − 1) · (1 − Σ item variances / variance of the sum), of forms with every item, items as they count.',
      'ω = (Σλ)² / ((Σλ)² + Σψ) of one common factor, by maximum likelihood.',
      'Floor and ceiling: forms at the lowest and the highest possible score.',
    ],
    sources: [
      'Cronbach, L. J. (1951). Psychometrika, 16, 297–334.',
      'McDonald, R. P. (1999). Test theory. Erlbaum.',
      'Terwee, C. B., et al. (2007). Journal of Clinical Epidemiology, 60, 34–42.',
    ],
    refuses: [
      'α below two items or two complete forms.',
      'ω below three items, and for items that do not vary.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const { scales, items } = scoredScales(view, options);
  const told = scales.map(
    (scale) =>
      `${nameOf(scale)}: ${count(scale.values.length)} of ${count(scale.forms)} forms scored${alphaWords(scale)}.`,
  );
  const bySubscale = [...Map.groupBy(scales, ({ facts }) => facts.subscale).values()];
  const used = Math.max(
    0,
    ...bySubscale.map((own) => own.reduce((sum, { values }) => sum + values.length, 0)),
  );
  const first = scales.filter(({ facts }) => facts.subscale === scales[0]?.facts.subscale);
  return {
    method: {
      name: 'Scoring summary',
      variant: 'Cronbach’s α with Feldt’s interval, McDonald’s ω, floor and ceiling',
      citations: [
        'Cronbach, L. J. (1951). Psychometrika, 16, 297–334.',
        'McDonald, R. P. (1999). Test theory. Erlbaum.',
      ],
    },
    n: {
      total: view.rows.length,
      used,
      missing:
        used < view.rows.length ? missingTotals(first.flatMap(({ missing }) => missing)) : [],
    },
    estimates: scales.flatMap(estimatesOf),
    tables: [scaleTable(scales), ...(items.length > 0 ? [itemTable(items)] : [])],
    figures: [...new Set(items.map(({ time }) => time))].map((time) =>
      itemFigure(
        items.filter((each) => each.time === time),
        time,
        view.unit,
      ),
    ),
    sentences: { apa: told.join(' ') || 'No forms.', plain: told.join(' ') || 'No forms.' },
    notes: scales.flatMap(notesOf),
  };
}

function nameOf({ label, time }: ScaleAtTime): string {
  return `${escapeRich(label)} at ${escapeRich(time)}`;
}

function omegaOf({ reliability: { value } }: ScaleAtTime): number | null {
  if (value === null) return null;
  return typeof value.omega_total_cfa_ml_raw === 'number' ? value.omega_total_cfa_ml_raw : null;
}

function alphaWords(scale: ScaleAtTime): string {
  const { value } = scale.reliability;
  if (value === null) return '';
  const omega = omegaOf(scale);
  return `, α = ${formatNumber(value.alpha, 'correlation')}${omega === null ? '' : `, ω = ${formatNumber(omega, 'correlation')}`}`;
}

function estimatesOf(scale: ScaleAtTime): Estimate[] {
  const { label, time, values, forms, floor, ceiling, reliability } = scale;
  const at = (key: string) => `${key}[${label}, ${time}]`;
  const about = `${label} at ${time}`;
  const none = { refused: 'no form is scored' };
  const omega =
    reliability.value === null || typeof reliability.value.omega_total_cfa_ml_raw === 'number'
      ? { refused: reliability.refused }
      : { refused: partOf(reliability.value.omega_total_cfa_ml_raw).refused };
  return [
    estimate(at('forms'), `${about}: forms`, '*n*', forms, 'count'),
    estimate(at('n'), `${about}: scored`, '*n*', values.length, 'count'),
    estimate(
      at('mean'),
      `${about}: mean of all scored`,
      '*M*',
      values.length > 0 ? mean(values) : null,
      'mean',
      none,
    ),
    estimate(at('sd'), `${about}: SD`, '*SD*', standardDeviation(values), 'mean', {
      refused: 'fewer than 2 forms',
    }),
    estimate(
      at('floor-percent'),
      `${about}: at the lowest score, %`,
      '%',
      percentOf(floor, values.length),
      'percent1',
      none,
    ),
    estimate(
      at('ceiling-percent'),
      `${about}: at the highest score, %`,
      '%',
      percentOf(ceiling, values.length),
      'percent1',
      none,
    ),
    estimate(
      at('alpha'),
      `${about}: Cronbach’s α`,
      'α',
      reliability.value?.alpha ?? null,
      'correlation',
      {
        ci: interval(0.95, reliability.value?.alpha_ci_feldt ?? null, 'Feldt'),
        refused: reliability.refused,
      },
    ),
    estimate(at('omega'), `${about}: McDonald’s ω`, 'ω', omegaOf(scale), 'correlation', omega),
  ];
}

function scaleTable(scales: readonly ScaleAtTime[]): ResultTable {
  const right = (
    key: string,
    header: string,
    format: 'text' | 'count' | 'correlation' = 'text',
  ) => ({
    key,
    header,
    align: 'right' as const,
    format,
  });
  return {
    id: 'scales',
    title: 'Scores at each time point',
    columns: [
      { key: 'scale', header: 'Score', align: 'left', format: 'text' },
      { key: 'time', header: 'Time', align: 'left', format: 'text' },
      right('forms', 'Forms', 'count'),
      right('scored', 'Scored *n* (%)'),
      right('mean', '*M* (*SD*)'),
      right('range', 'Lowest–highest'),
      right('floor', 'Floor *n* (%)'),
      right('ceiling', 'Ceiling *n* (%)'),
      right('alpha', 'α [95\u202f% CI]'),
      right('omega', 'ω', 'correlation'),
    ],
    rows: scales.map((scale) => {
      const { label, time, forms, values, floor, ceiling, facts } = scale;
      const n = values.length;
      return {
        cells: [
          { value: `${label} (${facts.range.low}–${facts.range.high})` },
          { value: time },
          { value: forms },
          countPercentCell(n, forms),
          {
            value: n > 0 ? mean(values) : null,
            text: meanAndSd({
              mean: n > 0 ? mean(values) : null,
              sd: standardDeviation(values),
              median: null,
              q1: null,
              q3: null,
            }),
          },
          {
            value: null,
            text:
              n === 0
                ? '–'
                : `${formatNumber(Math.min(...values), 'number')}–${formatNumber(Math.max(...values), 'number')}`,
          },
          countPercentCell(floor, n),
          countPercentCell(ceiling, n),
          alphaCell(scale),
          { value: omegaOf(scale) },
        ],
      };
    }),
    notes: [
      'Means of all scored forms at each time, not of pairs.',
      'α and ω of the forms with every item answered; items as they count.',
      ...scales.flatMap((scale) => {
        const words = missingWords(scale.missing);
        return words === '' ? [] : [`${nameOf(scale)}: ${escapeRich(words)}.`];
      }),
    ],
  };
}

function alphaCell({ reliability: { value } }: ScaleAtTime): Cell {
  if (value === null) return { value: null, text: '–' };
  return { value: value.alpha, text: withBounds(value.alpha, value.alpha_ci_feldt, 'correlation') };
}

function answersOf(items: readonly ItemAtTime[]): number[] {
  return [...new Set(items.flatMap(({ counts }) => [...counts.keys()]))].sort((a, b) => a - b);
}

function itemTable(items: readonly ItemAtTime[]): ResultTable {
  const answers = answersOf(items);
  const right = (key: string, header: string) => ({
    key,
    header,
    align: 'right' as const,
    format: 'count' as const,
  });
  return {
    id: 'items',
    title: 'Answers to each item, as they count',
    columns: [
      { key: 'item', header: 'Item', align: 'left', format: 'text' },
      { key: 'time', header: 'Time', align: 'left', format: 'text' },
      ...answers.map((answer, i) => right(`answer-${i + 1}`, formatNumber(answer, 'number'))),
      right('blank', 'Left out'),
      right('out', 'Out of range'),
    ],
    rows: items.map(({ item, time, counts, blank, out }) => ({
      cells: [
        { value: item },
        { value: time },
        ...answers.map((answer) => ({ value: counts.get(answer) ?? 0 })),
        { value: blank },
        { value: out },
      ],
    })),
    notes: ['Numbers of forms. Reversed items are shown as they count in the score.'],
  };
}

function itemFigure(items: readonly ItemAtTime[], time: string, unit: string): Figure {
  const answers = answersOf(items);
  return {
    kind: 'stacked-bar',
    title: `Answers to each item at ${time}`,
    subtitle: `${count(Math.max(0, ...items.map(({ counts }) => [...counts.values()].reduce((a, b) => a + b, 0))))} ${unit} or fewer answered each`,
    x: { title: 'Item' },
    y: { title: `Share of ${unit}` },
    levels: answers.map((answer) => formatNumber(answer, 'number')),
    ordered: true,
    bars: items.map(({ item, counts }) => ({
      label: item,
      counts: answers.map((answer) => counts.get(answer) ?? 0),
    })),
    notes: [],
    alt: `Shares of each answer for ${count(items.length)} items at ${time}, as they count in the score.`,
  };
}

function notesOf(scale: ScaleAtTime): Note[] {
  const { values, floor, ceiling, reliability, facts } = scale;
  const n = values.length;
  const crowded = [
    { words: 'lowest', share: percentOf(floor, n) ?? 0 },
    { words: 'highest', share: percentOf(ceiling, n) ?? 0 },
  ].filter(({ share }) => share > CROWDED);
  return [
    ...(facts.items.length > 1
      ? crowded.map(
          ({ words, share }): Note => ({
            kind: 'caution',
            text: `${nameOf(scale)}: ${formatNumber(share, 'percent0')} have the ${words} possible score; change beyond it cannot be seen.`,
            citation: 'Terwee et al. (2007)',
          }),
        )
      : []),
    ...(facts.items.length > 1 && reliability.value === null
      ? [
          {
            kind: 'refused' as const,
            text: `${nameOf(scale)}: no α, ${reliability.refused}.`,
          },
        ]
      : []),
    ...(reliability.value !== null && reliability.value.n_complete < FEW_FORMS
      ? [
          {
            kind: 'caution' as const,
            text: `${nameOf(scale)}: α rests on ${count(reliability.value.n_complete)} complete forms only.`,
          },
        ]
      : []),
  ];
}
