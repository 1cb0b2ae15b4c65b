import { formatNumber } from '../../model/format.ts';
import type { Estimate, Finding, Note } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { forestFigure } from '../figures/forest-figure.ts';
import { type Change, changeOf, FEW_PAIRS } from '../paired/change.ts';
import { atTime } from '../paired/pair-times.ts';
import type { PairedScores } from '../paired/paired-scores.ts';
import { directionWords } from '../paired/score-facts.ts';
import { apaTest } from '../parts/apa.ts';
import { type Attempt, attempt, because } from '../parts/attempt.ts';
import { estimate, interval } from '../parts/estimate.ts';
import { type Levels, levelsOf } from '../parts/levels.ts';
import { plainLabel } from '../parts/outcomes.ts';
import { variableChosen, variableOrNone } from '../parts/read-options.ts';
import { CONFIDENCE, GROUP, levelOf, NUMBERS, variable } from '../parts/standard-options.ts';
import { count, percentLevel } from '../parts/words.ts';
import { anovaOneway, type OneWayAnova } from '../statistics/anova-oneway.ts';
import { notComputable } from '../statistics/read-input.ts';
import { outcomeScores } from './outcome-scores.ts';
import { type GroupChange, subgroupTable } from './subgroup-table.ts';

export const outcomeSubgroups: Analysis = {
  id: 'outcome-subgroups',
  title: 'Change by subgroup',
  question: 'groups',
  answers: 'Did some groups change more than others?',
  words: ['subgroup', 'interaction', 'moderator', 'for whom', 'mixed analysis of variance'],
  options: [
    variable(
      'score',
      'Score',
      'The score before; that after is found by itself. Left empty, the first of the table.',
      NUMBERS,
      false,
    ),
    {
      ...GROUP,
      help: 'The groups whose changes are compared. They come along when pairs are made.',
    },
    CONFIDENCE,
  ],
  guide: {
    formula: [
      'Interaction of time and group: the one-way analysis of variance of the changes, which is the *F* of time × group with two times.',
      'Within each group the paired *t*-test and *d*~av~.',
    ],
    sources: ['Winer, B. J. (1971). Statistical principles in experimental design. McGraw-Hill.'],
    refuses: [
      'The interaction with fewer than two groups of pairs.',
      'A t-test in a group with fewer than five pairs.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const wanted = variableOrNone(options, 'score');
  const [score] = outcomeScores(view, { scores: wanted === null ? [] : [wanted] });
  if (score === undefined) throw new Error('outcomeScores gave none');
  const groups = levelsOf(view, variableChosen(options, 'group'), 'group');
  const { scores } = score;
  const parts = partsOf(scores, groups).map(
    ({ label, own }): GroupChange => ({
      label,
      change: changeOf(own, { level, effect: 'd_av', hedges: false }),
    }),
  );
  const test = attempt(() => interactionOf(parts));
  const name = escapeRich(scores.label);
  const groupName = escapeRich(plainLabel(groups.variable));
  const used = parts.reduce((sum, { change }) => sum + change.n, 0);
  const words = interactionWords(test);
  return {
    method: {
      name: 'Change by subgroup',
      variant: `interaction of time and ${plainLabel(groups.variable)}; ${percentLevel(level)} intervals`,
      citations: [
        'Winer, B. J. (1971). Statistical principles in experimental design. McGraw-Hill.',
      ],
    },
    n: {
      total: view.rows.length,
      used,
      missing: [
        ...scores.missing,
        ...(scores.before.length > used
          ? [{ reason: `${plainLabel(groups.variable)} not known`, n: scores.before.length - used }]
          : []),
      ],
    },
    estimates: [
      ...parts.flatMap((part) => estimatesOf(part, level)),
      ...interactionEstimates(test),
    ],
    tables: [
      subgroupTable(parts, scores, {
        level,
        unit: view.unit,
        group: groupName,
        interaction: words,
      }),
    ],
    figures: parts.some(({ change }) => change.t !== null)
      ? [figure(parts, scores, level, view.unit, groupName)]
      : [],
    sentences: {
      apa: `${name} (${directionWords(scores.better)}), change by ${groupName}: ${words}.`,
      plain: `${name} by ${groupName} (${directionWords(scores.better)}): ${parts
        .filter(({ change }) => change.change.mean !== null)
        .map(
          ({ label, change }) =>
            `${escapeRich(label)} ${formatNumber(change.change.mean, 'mean')} (n = ${count(change.n)})`,
        )
        .join(', ')} points on average.`,
    },
    notes: notesOf(parts, score.isOrdinal, name),
  };
}

/** The pairs of each group. */
function partsOf(scores: PairedScores, groups: Levels): { label: string; own: PairedScores }[] {
  const codes = groups.codes();
  return groups.labels.flatMap((label, level) => {
    const own: PairedScores = {
      ...scores,
      label,
      before: [],
      after: [],
      leftBefore: [],
      eligible: 0,
      beforeOnly: 0,
      afterOnly: 0,
      neither: 0,
    };
    let pair = 0;
    for (let i = 0; i < codes.length; i++) {
      const isPair = scores.reasons.codes[i] === 0;
      if (codes[i] === level) {
        own.eligible++;
        if (isPair) {
          own.before.push(scores.before[pair] as number);
          own.after.push(scores.after[pair] as number);
        }
      }
      if (isPair) pair++;
    }
    return own.eligible > 0 ? [{ label, own }] : [];
  });
}

/** @throws Refusal `not-computable` with fewer than two groups of pairs */
function interactionOf(parts: readonly GroupChange[]): OneWayAnova {
  const changes = parts.map(({ change }) => differencesOf(change)).filter((own) => own.length > 0);
  if (changes.length > 1) return anovaOneway(changes);
  throw notComputable('Interaction', 'at least 2 groups with pairs are required.');
}

function differencesOf({ scores }: Change): number[] {
  return scores.after.map((value, i) => value - (scores.before[i] ?? 0));
}

function interactionWords({ value, refused }: Attempt<OneWayAnova>): string {
  if (value === null) return `no interaction computed, ${because(refused)}`;
  if (value.F === null) return 'no interaction computed, the changes do not vary within the groups';
  return `interaction of time and group ${apaTest('*F*', value.df, value.F, value.p)}, partial η² = ${formatNumber(value.eta2, 'correlation')}`;
}

function interactionEstimates({ value, refused }: Attempt<OneWayAnova>): Estimate[] {
  const why = { refused: refused || 'the changes do not vary within the groups' };
  const [df1 = null, df2 = null] = value?.df ?? [];
  return [
    estimate('F', 'interaction of time and group', '*F*', value?.F ?? null, 'statistic', why),
    estimate('df1', 'degrees of freedom of the groups', '*df*', df1, 'count', why),
    estimate('df2', 'degrees of freedom of the residual', '*df*', df2, 'count', why),
    estimate('p', 'p of the interaction', '*p*', value?.p ?? null, 'p', why),
    estimate('eta2', 'partial η²', 'η²', value?.eta2 ?? null, 'correlation', why),
  ];
}

function estimatesOf({ label, change }: GroupChange, level: number): Estimate[] {
  const why = { refused: change.refused };
  const at = (key: string) => `${key}[${label}]`;
  return [
    estimate(at('n'), `${label}: pairs`, '*n*', change.n, 'count'),
    estimate(
      at('mean-change'),
      `${label}: mean change`,
      '*M*~change~',
      change.change.mean,
      'mean',
      {
        ci: change.t && interval(level, change.t.ci, 't'),
        refused: 'no pairs',
      },
    ),
    estimate(at('t'), `${label}: t`, '*t*', change.t?.t ?? null, 'statistic', why),
    estimate(at('p'), `${label}: p`, '*p*', change.t?.p ?? null, 'p', why),
    estimate(
      at('d'),
      `${label}: standardised change`,
      change.effect.symbol,
      change.effect.value,
      'statistic',
      {
        ci: change.effect.ci,
        refused: change.refused,
      },
    ),
  ];
}

function figure(
  parts: readonly GroupChange[],
  { label, times }: PairedScores,
  level: number,
  unit: string,
  group: string,
) {
  return forestFigure(
    {
      title: `Change of ${label} by ${group}`,
      subtitle: `${unit} with both scores`,
      label: group,
      value: 'Mean change, points',
      symbol: '*M*~change~',
      format: 'mean',
      level,
      reference: { at: 0, label: 'No change' },
      sides: { low: `Lower ${atTime(times.after)}`, high: `Higher ${atTime(times.after)}` },
      columns: ['*n*'],
    },
    parts.map(({ label: name, change }) => ({
      label: name,
      value: change.t ? change.change.mean : null,
      ci: change.t?.ci ?? null,
      ...(change.t ? {} : { refused: change.refused }),
      cells: [count(change.n)],
    })),
  );
}

function notesOf(parts: readonly GroupChange[], isOrdinal: boolean, name: string): Note[] {
  return [
    ...parts.flatMap(({ label, change }): Note[] => {
      if (change.n >= FEW_PAIRS) return [];
      return [
        {
          kind: 'caution',
          text: `${escapeRich(label)}: only ${change.n} ${change.n === 1 ? 'pair' : 'pairs'}; differences between groups this small are mostly chance.`,
        },
      ];
    }),
    ...(isOrdinal
      ? [
          {
            kind: 'caution' as const,
            text: `${name} is a rating on ordered levels: its means take them as evenly spaced.`,
          },
        ]
      : []),
    {
      kind: 'caution',
      text: 'Groups were looked at after the fact: a difference between them is a question for the next evaluation, not an answer.',
    },
  ];
}
