import { EXCLUSION } from '../../model/exclusion.ts';
import { formatNumber } from '../../model/format.ts';
import type { ResultTable, TableColumn } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { median } from '../numeric/quantile.ts';
import { type PairTimes, timeHeading } from '../paired/pair-times.ts';
import { countPercentCell } from '../parts/percent.ts';
import { reasonAt } from '../parts/reasons.ts';
import type { OutcomeScore } from './outcome-scores.ts';
import { sharedNotes } from './shared-notes.ts';

/** Of those who are eligible, who has which score of a measure. */
export interface PairAccount {
  label: string;
  eligible: number;
  both: number;
  beforeOnly: number;
  afterOnly: number;
  neither: number;
  excluded: readonly { reason: string; n: number }[];
  medianDays: number | null;
  /** Pairs whose second form is not dated after the first; null without dates. */
  outOfOrder: number | null;
}

const EXCLUDED: readonly string[] = Object.values(EXCLUSION);

/** @param days from before to after, one entry a row, NaN where unknown; null without dates */
export function accountOf({ scores }: OutcomeScore, days: Float64Array | null): PairAccount {
  const excluded = new Map<string, number>();
  const between: number[] = [];
  for (let i = 0; i < scores.reasons.codes.length; i++) {
    const reason = reasonAt(scores.reasons, i);
    if (reason === null && days !== null && !Number.isNaN(days[i])) between.push(days[i] as number);
    if (reason !== null && EXCLUDED.includes(reason)) {
      excluded.set(reason, (excluded.get(reason) ?? 0) + 1);
    }
  }
  const left = [...excluded.values()].reduce((sum, n) => sum + n, 0);
  return {
    label: scores.label,
    eligible: scores.eligible,
    both: scores.before.length,
    beforeOnly: scores.beforeOnly,
    afterOnly: scores.afterOnly,
    neither: scores.neither - left,
    excluded: [...excluded].map(([reason, n]) => ({ reason, n })),
    medianDays: median(between),
    outOfOrder: days === null ? null : between.filter((each) => each <= 0).length,
  };
}

/** T1 only, T2 only, both, neither, excluded, and the days between. */
export function missingPairsTable(
  accounts: readonly PairAccount[],
  times: PairTimes,
  unit: string,
): ResultTable {
  const [before, after] = [timeHeading(times.before), timeHeading(times.after)];
  return {
    id: 'pairs',
    title: 'Pairs',
    columns: [
      { key: 'measure', header: 'Measure', align: 'left', format: 'text' },
      column('eligible', 'Eligible', 'count'),
      column('before-only', `${before} only`, 'text'),
      column('after-only', `${after} only`, 'text'),
      column('both', 'Both', 'text'),
      column('neither', 'Neither', 'text'),
      column('excluded', 'Excluded (reason)', 'text'),
      column('days', `Median days ${escapeRich(times.before)}–${escapeRich(times.after)}`, 'days'),
    ],
    rows: accounts.map((account) => ({
      cells: [
        { value: account.label },
        { value: account.eligible },
        ...[account.beforeOnly, account.afterOnly, account.both, account.neither].map((n) =>
          countPercentCell(n, account.eligible),
        ),
        excludedCell(account.excluded),
        { value: account.medianDays },
      ],
    })),
    notes: [
      `*n* (%) of the eligible ${unit}. A form that cannot be scored counts as no score.`,
      ...sharedNotes(
        accounts.flatMap(({ label, outOfOrder, both }) =>
          outOfOrder
            ? [
                {
                  label: escapeRich(label),
                  text: `in ${outOfOrder} of ${both} pairs the second form is not dated after the first.`,
                },
              ]
            : [],
        ),
      ),
    ],
  };
}

function excludedCell(excluded: PairAccount['excluded']) {
  const total = excluded.reduce((sum, { n }) => sum + n, 0);
  const words = excluded.map(({ reason, n }) => `${formatNumber(n, 'count')} ${reason}`);
  return { value: total, text: total === 0 ? '0' : words.join('; ') };
}

function column(key: string, header: string, format: TableColumn['format']): TableColumn {
  return { key, header, align: 'right', format };
}
