import { formatNumber } from '../../model/format.ts';
import type { Estimate, Finding, Note } from '../../model/result.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { mean, standardDeviation } from '../numeric/moments.ts';
import { partOf } from '../parts/attempt.ts';
import { estimate, interval } from '../parts/estimate.ts';
import { missingTotals } from '../parts/missing-counts.ts';
import { percentOf } from '../parts/percent.ts';
import { NUMBERS, variables } from '../parts/standard-options.ts';
import { count } from '../parts/words.ts';
import { itemFigure, itemTable } from './item-answers.ts';
import { nameOf, omegaOf, scaleTable } from './scale-table.ts';
import { type ScaleAtTime, scoredScales } from './scored-scales.ts';

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
