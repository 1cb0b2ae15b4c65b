import type { FlowFigure } from '../../model/figure.ts';
import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { atTime, type PairTimes, sharedTimes } from '../paired/pair-times.ts';
import { unusedRows } from '../paired/unused-rows.ts';
import { estimate } from '../parts/estimate.ts';
import { missingTotal } from '../parts/missing-counts.ts';
import { percentOf, shareWords } from '../parts/percent.ts';
import { variablesChosen } from '../parts/read-options.ts';
import { count } from '../parts/words.ts';
import type { Stage } from '../pathway/reach-stages.ts';
import { daysBetween } from './days-between.ts';
import { accountOf, missingPairsTable, type PairAccount } from './missing-pairs-table.ts';
import { outcomeScores, SCORES } from './outcome-scores.ts';
import { sharedNotes } from './shared-notes.ts';
import { STAGES, stagesOf, stagesTable } from './stages.ts';

export const outcomePairs: Analysis = {
  id: 'outcome-pairs',
  title: 'Account of pairs',
  question: 'count',
  answers:
    'Of those who could have scores before and after, how many have, and why not the others?',
  words: ['attrition', 'completion', 'paired', 'flow diagram', 'T1 only', 'missing pairs'],
  options: [SCORES, STAGES],
  guide: {
    formula: [
      'Eligible = before only + after only + both + neither + excluded, for each score.',
      'Excluded: both forms are there, and the pairing rule leaves the pair out (window, version, rater, order of dates).',
      'With stages: all rows, those of them who reached each stage in turn, and the account of pairs of those who reached the last.',
    ],
    sources: ['von Elm, E., et al. (2007). STROBE statement, item 13. The Lancet, 370, 1453–1457.'],
    refuses: ['A table without scores before and after.'],
  },
  run,
};

function run(everybody: View, options: Options): Finding {
  const { stages, rows } = stagesOf(everybody, variablesChosen(options, 'stages'));
  const view = { ...everybody, rows };
  const all = everybody.rows.length;
  const scores = outcomeScores(view, options);
  const days = daysBetween(view);
  const accounts = scores.map((score) => accountOf(score, days));
  const times = sharedTimes(scores.map((score) => score.scores));
  const missing = [
    ...stages.flatMap(({ lost }) => lost),
    ...unusedRows(scores.map((score) => score.scores.reasons)),
  ];
  const several = accounts.length > 1;
  const told = sharedNotes(
    accounts.map(({ label, both, eligible }) => ({
      label: escapeRich(label),
      text: `${shareWords(both, eligible, view.unit)} have a score at both times.`,
    })),
  );
  const last = stages.at(-1);
  const words = [
    ...(last === undefined
      ? []
      : [`${escapeRich(last.label)}: ${shareWords(last.n, all, view.unit)}.`]),
    ...told,
  ].join(' ');
  return {
    method: { name: 'Account of pairs', variant: '', citations: [] },
    n: { total: all, used: all - missingTotal(missing), missing },
    estimates: [
      ...stages.map(({ label, n }) =>
        estimate(`stage[${label}]`, `reached: ${label}`, '*n*', n, 'count'),
      ),
      ...accounts.flatMap((account) => estimatesOf(account, several)),
    ],
    tables: [
      ...(stages.length > 0 ? accounts : []).map((account) => ({
        ...stagesTable(all, stages, stepsOf(account, times), view.unit),
        id: several ? `stages: ${account.label}` : 'stages',
        title: `${escapeRich(account.label)}: from referral to paired`,
      })),
      missingPairsTable(accounts, times, view.unit),
    ],
    figures: accounts.map((account) => flow(account, times, view.unit, { all, stages })),
    sentences: { apa: words, plain: words },
    notes: sharedNotes(
      accounts.flatMap(({ label, outOfOrder, both }) =>
        outOfOrder
          ? [
              {
                label: escapeRich(label),
                text: `in ${outOfOrder} of ${both} pairs the second form is not dated after the first. Look at their dates, or leave them out with the pairing rule.`,
              },
            ]
          : [],
      ),
    ).map((text) => ({ kind: 'caution' as const, text })),
  };
}

function estimatesOf(account: PairAccount, several: boolean) {
  const { label, eligible, both, beforeOnly, afterOnly, neither, excluded } = account;
  const prefix = several ? `${label}: ` : '';
  const left = excluded.reduce((sum, { n }) => sum + n, 0);
  const counted = (key: string, words: string, n: number | null) =>
    estimate(`${prefix}${key}`, `${label}: ${words}`, '*n*', n, 'count', {
      refused: 'the forms have no dates',
    });
  return [
    counted('eligible', 'eligible', eligible),
    counted('both', 'both scores', both),
    counted('before-only', 'score before only', beforeOnly),
    counted('after-only', 'score after only', afterOnly),
    counted('neither', 'neither score', neither),
    counted('excluded', 'excluded', left),
    counted('out-of-order', 'pairs dated out of order', account.outOfOrder),
    estimate(
      `${prefix}paired-percent`,
      `${label}: pairs, %`,
      '%',
      percentOf(both, eligible),
      'percent1',
      {
        refused: 'nobody is eligible',
      },
    ),
    estimate(
      `${prefix}median-days`,
      `${label}: median days between`,
      '*Mdn*',
      account.medianDays,
      'days',
      {
        refused: 'no pair has both dates',
      },
    ),
  ];
}

/** From those with a score at all to the pairs, each with who was lost before it. */
function stepsOf(
  { eligible, beforeOnly, afterOnly, neither, excluded }: PairAccount,
  { before, after }: PairTimes,
): Stage[] {
  const left = excluded.reduce((sum, { n }) => sum + n, 0);
  const some = eligible - neither;
  const first = some - afterOnly;
  const lost = (reason: string, n: number) => (n > 0 ? [{ reason, n }] : []);
  return [
    { label: 'A score at any time', n: some, lost: lost('no score', neither) },
    { label: `A score ${atTime(before)}`, n: first, lost: lost(`${after} only`, afterOnly) },
    {
      label: 'Paired',
      n: first - beforeOnly - left,
      lost: [...lost(`no score ${atTime(after)}`, beforeOnly), ...excluded],
    },
  ];
}

/** From everybody, or everyone eligible, to those with both scores. */
function flow(
  account: PairAccount,
  times: PairTimes,
  unit: string,
  { all, stages }: { all: number; stages: readonly Stage[] },
): FlowFigure {
  const start = stages.length > 0 ? `All ${unit}` : 'Eligible';
  const steps = [{ label: start, n: all, lost: [] }, ...stages, ...stepsOf(account, times)];
  return {
    kind: 'flow',
    title: `${account.label}: from ${stages.length > 0 ? 'referral' : 'eligible'} to paired`,
    subtitle: `${count(all)} ${stages.length > 0 ? '' : 'eligible '}${unit}`,
    unit,
    // A figure says beside each step who is lost after it.
    steps: steps.map(({ label, n }, at) => {
      const lost = steps[at + 1]?.lost;
      return { label, n, ...(lost === undefined ? {} : { lost }) };
    }),
    notes: [],
    alt: `${steps.map(({ label, n }) => `${label}: ${count(n)}`).join('; ')}.`,
  };
}
