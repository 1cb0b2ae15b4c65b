import type { FlowFigure } from '../../model/figure.ts';
import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { unusedRows } from '../paired/unused-rows.ts';
import { estimate } from '../parts/estimate.ts';
import { missingTotal } from '../parts/missing-counts.ts';
import { percentOf, shareWords } from '../parts/percent.ts';
import { count } from '../parts/words.ts';
import { daysBetween } from './days-between.ts';
import { accountOf, missingPairsTable, type PairAccount } from './missing-pairs-table.ts';
import { outcomeScores, SCORES } from './outcome-scores.ts';
import { sharedNotes } from './shared-notes.ts';

export const outcomePairs: Analysis = {
  id: 'outcome-pairs',
  title: 'Account of pairs',
  question: 'count',
  answers:
    'Of those who could have scores before and after, how many have, and why not the others?',
  words: ['attrition', 'completion', 'paired', 'flow diagram', 'T1 only', 'missing pairs'],
  options: [SCORES],
  guide: {
    formula: [
      'Eligible = before only + after only + both + neither + excluded, for each score.',
      'Excluded: both forms are there, and the pairing rule leaves the pair out (window, rater, order of dates).',
    ],
    sources: ['von Elm, E., et al. (2007). STROBE statement, item 13. The Lancet, 370, 1453–1457.'],
    refuses: ['A table without scores before and after.'],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const scores = outcomeScores(view, options);
  const days = daysBetween(view);
  const accounts = scores.map((score) => accountOf(score, days));
  const times = scores[0]?.scores.times ?? { before: 'T1', after: 'T2' };
  const missing = unusedRows(scores.map((score) => score.scores.reasons));
  const several = accounts.length > 1;
  const told = sharedNotes(
    accounts.map(({ label, both, eligible }) => ({
      label: escapeRich(label),
      text: `${shareWords(both, eligible, view.unit)} have a score at both times.`,
    })),
  );
  return {
    method: { name: 'Account of pairs', variant: '', citations: [] },
    n: { total: view.rows.length, used: view.rows.length - missingTotal(missing), missing },
    estimates: accounts.flatMap((account) => estimatesOf(account, several)),
    tables: [missingPairsTable(accounts, times, view.unit)],
    figures: accounts.map((account) => flow(account, times, view.unit)),
    sentences: { apa: told.join(' '), plain: told.join(' ') },
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

/** From everyone eligible to those with both scores. */
function flow(
  { label, eligible, both, beforeOnly, afterOnly, neither, excluded }: PairAccount,
  { before, after }: { before: string; after: string },
  unit: string,
): FlowFigure {
  const left = excluded.reduce((sum, { n }) => sum + n, 0);
  const some = eligible - neither;
  const first = some - afterOnly;
  const lost = (reason: string, n: number) => (n > 0 ? [{ reason, n }] : []);
  return {
    kind: 'flow',
    title: `${label}: from eligible to paired`,
    subtitle: `${count(eligible)} eligible ${unit}`,
    unit,
    steps: [
      { label: 'Eligible', n: eligible, lost: lost('no score', neither) },
      { label: 'A score at any time', n: some, lost: lost(`${after} only`, afterOnly) },
      {
        label: `A score at ${before}`,
        n: first,
        lost: [...lost(`no score at ${after}`, beforeOnly), ...excluded],
      },
      { label: 'Paired', n: first - beforeOnly - left },
    ],
    notes: [],
    alt: `Of ${count(eligible)} eligible ${unit} ${count(some)} have a score at any time, ${count(first)} at ${before}, and ${count(both)} are paired.`,
  };
}
