import { formatNumber } from '../../model/format.ts';
import { variableNamed } from '../../model/frame.ts';
import { Refusal } from '../../model/refusal.ts';
import type { Estimate, Finding, Note } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { standardDeviation } from '../numeric/moments.ts';
import { directionWords } from '../paired/score-facts.ts';
import { apaTest } from '../parts/apa.ts';
import { type Attempt, attempt, because } from '../parts/attempt.ts';
import { estimate } from '../parts/estimate.ts';
import { missingTotals } from '../parts/missing-counts.ts';
import { plainLabel } from '../parts/outcomes.ts';
import { variableChosen } from '../parts/read-options.ts';
import { CONFIDENCE, levelOf, NUMBERS, variable } from '../parts/standard-options.ts';
import { count } from '../parts/words.ts';
import { anovaRepeated, type RepeatedAnova } from '../statistics/anova-repeated.ts';
import { type Friedman, friedman } from '../statistics/friedman.ts';
import { betterOf } from './outcome-scores.ts';
import { meanAt, trajectories } from './times-figure.ts';
import { type TimesFrame, timesFrame } from './times-frame.ts';
import { timesTable } from './times-table.ts';

export const outcomeTimes: Analysis = {
  id: 'outcome-times',
  title: 'Change over several time points',
  question: 'change',
  answers: 'How did scores change over two or more time points, and how did each person go?',
  words: ['repeated measures', 'ANOVA', 'Friedman', 'trajectories', 'longitudinal', 'follow-up'],
  options: [
    variable('score', 'Score', 'The score, in a table with one row a form.', NUMBERS),
    variable('person', 'Person', 'Whose form it is.', [
      'identifier',
      'text',
      'category',
      'integer',
    ]),
    variable('time', 'Time point', 'Its categories in order.', ['category', 'text', 'integer']),
    CONFIDENCE,
  ],
  guide: {
    formula: [
      'Analysis of variance of the people with a score at every time, with Greenhouse and Geisser’s correction; Friedman’s test of their ranks.',
      'Trajectories are drawn without saying whose they are.',
    ],
    sources: [
      'Greenhouse, S. W., & Geisser, S. (1959). Psychometrika, 24, 95–112.',
      'Friedman, M. (1937). Journal of the American Statistical Association, 32, 675–701.',
    ],
    refuses: ['Fewer than two time points.', 'The tests with fewer than two people at all times.'],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const name = variableChosen(options, 'score');
  const score = variableNamed(view.frame, name);
  const data = timesFrame(
    view,
    variableChosen(options, 'person'),
    variableChosen(options, 'time'),
    name,
  );
  if (data.times.length < 2) {
    throw new Refusal('one-time', 'There are scores at fewer than two time points.', {
      hint: 'Choose another variable for the time point.',
      where: { option: 'time' },
    });
  }
  const complete = data.people.flatMap((values) => {
    const there = values.filter((value) => value !== null);
    return there.length === values.length ? [there] : [];
  });
  const rows = { rows: complete, width: data.times.length, incomplete: 0 };
  const anova = attempt(() => anovaRepeated(rows));
  const ranks = attempt(() => friedman(rows));
  const label = escapeRich(plainLabel(score));
  const better = score.score === undefined ? null : betterOf(score.score);
  const words = testWords(anova, ranks);
  const sizes = `${count(complete.length)} of ${count(data.people.length)} people with a score have one at all ${count(data.times.length)} times`;
  return {
    method: {
      name: 'Repeated-measures analysis of variance',
      variant: 'Greenhouse–Geisser correction; Friedman’s test beside it',
      citations: ['Greenhouse, S. W., & Geisser, S. (1959). Psychometrika, 24, 95–112.'],
    },
    n: {
      total: view.rows.length,
      used: complete.length * data.times.length,
      missing: missingTotals([
        ...data.missing,
        { reason: 'second score, or nobody’s', n: data.unused },
        { reason: 'no score at another time', n: halfKnown(data) },
      ]),
    },
    estimates: estimatesOf(data, complete, anova, ranks),
    tables: [timesTable(data, complete, label, words)],
    figures:
      complete.length > 0
        ? [trajectories(data, complete, { label: plainLabel(score), facts: score.score, level })]
        : [],
    sentences: {
      apa: `${label} (${directionWords(better)}): ${words}; ${sizes}.`,
      plain: `${label} was on average ${data.times
        .map((time, k) => `${formatNumber(meanAt(complete, k), 'mean')} at ${escapeRich(time)}`)
        .join(', ')}; ${directionWords(better)}. ${sizes}.`,
    },
    notes: notesOf(data, complete.length, score.level === 'ordinal', label),
  };
}

/** Scores of people who lack one at another time. */
function halfKnown({ people }: TimesFrame): number {
  return people
    .filter((values) => values.includes(null))
    .reduce((sum, values) => sum + values.filter((value) => value !== null).length, 0);
}

function testWords(anova: Attempt<RepeatedAnova>, ranks: Attempt<Friedman>): string {
  const { value: a } = anova;
  const eps = a?.greenhouse_geisser_eps ?? 1;
  const isCorrected = a !== null && a.df1 > 1 && a.p_gg !== null;
  const f =
    a === null || a.F === null
      ? `no analysis of variance, ${because(anova.refused || 'everybody changed alike')}`
      : apaTest(
          '*F*',
          isCorrected ? [a.df1 * eps, a.df2 * eps] : [a.df1, a.df2],
          a.F,
          isCorrected ? a.p_gg : a.p,
        ) + (isCorrected ? ` (Greenhouse–Geisser ε = ${formatNumber(eps, 'correlation')})` : '');
  const chi =
    ranks.value?.chisq == null
      ? `no Friedman test, ${because(ranks.refused || 'nobody changed')}`
      : `Friedman ${apaTest('χ²', [ranks.value.df], ranks.value.chisq, ranks.value.p)}`;
  return `${f}; ${chi}`;
}

function estimatesOf(
  { times, people }: TimesFrame,
  complete: readonly (readonly number[])[],
  { value: anova, refused }: Attempt<RepeatedAnova>,
  { value: ranks, refused: noRanks }: Attempt<Friedman>,
): Estimate[] {
  const why = { refused: refused || 'everybody changed alike' };
  const not = { refused: noRanks || 'nobody changed' };
  return [
    estimate('n', 'people with all scores', '*n*', complete.length, 'count'),
    estimate('people', 'people with any score', '*n*', people.length, 'count'),
    ...times.flatMap((time, k) => [
      estimate(`mean[${time}]`, `mean at ${time}`, '*M*', meanAt(complete, k), 'mean', {
        refused: 'nobody has all scores',
      }),
      estimate(
        `sd[${time}]`,
        `SD at ${time}`,
        '*SD*',
        standardDeviation(complete.map((row) => row[k] ?? 0)),
        'mean',
        { refused: 'fewer than 2 people' },
      ),
    ]),
    estimate('F', 'F of time', '*F*', anova?.F ?? null, 'statistic', why),
    estimate('df1', 'degrees of freedom of time', '*df*', anova?.df1 ?? null, 'count', why),
    estimate('df2', 'degrees of freedom of the residual', '*df*', anova?.df2 ?? null, 'count', why),
    estimate('p', 'p, uncorrected', '*p*', anova?.p ?? null, 'p', why),
    estimate(
      'epsilon',
      'Greenhouse and Geisser’s ε',
      'ε',
      anova?.greenhouse_geisser_eps ?? null,
      'correlation',
      why,
    ),
    estimate('p-gg', 'p, corrected', '*p*', anova?.p_gg ?? null, 'p', why),
    estimate('partial-eta2', 'partial η²', 'η²', anova?.partial_eta2 ?? null, 'correlation', why),
    estimate(
      'generalised-eta2',
      'generalised η²',
      'η²',
      anova?.generalized_eta2 ?? null,
      'correlation',
      why,
    ),
    estimate('friedman', 'Friedman’s χ²', 'χ²', ranks?.chisq ?? null, 'statistic', not),
    estimate('friedman-p', 'p of Friedman’s test', '*p*', ranks?.p ?? null, 'p', not),
    estimate('W', 'Kendall’s W', '*W*', ranks?.kendalls_W ?? null, 'correlation', not),
  ];
}

function notesOf({ unused }: TimesFrame, n: number, isOrdinal: boolean, label: string): Note[] {
  return [
    ...(isOrdinal
      ? [
          {
            kind: 'caution' as const,
            text: `${label} is a rating on ordered levels: Friedman’s test is the one to read.`,
          },
        ]
      : []),
    ...(n < 20
      ? [{ kind: 'caution' as const, text: `Only ${count(n)} people have all scores.` }]
      : []),
    ...(unused > 0
      ? [
          {
            kind: 'note' as const,
            text: `${count(unused)} scores are not used: a second one of a person at the same time, or one without a person.`,
          },
        ]
      : []),
    {
      kind: 'caution',
      text: 'There is no comparison group: this is change, and its cause is not known.',
    },
  ];
}
