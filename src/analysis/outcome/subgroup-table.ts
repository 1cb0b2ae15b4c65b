import { formatNumber } from '../../model/format.ts';
import type { ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Change } from '../paired/change.ts';
import { meanAndSd } from '../paired/change-table.ts';
import { timeHeading } from '../paired/pair-times.ts';
import type { PairedScores } from '../paired/paired-scores.ts';
import { countPercentCell } from '../parts/percent.ts';
import { withBounds } from '../parts/quantity.ts';
import { count, percentLevel } from '../parts/words.ts';

/** The change of one group. */
export interface GroupChange {
  label: string;
  change: Change;
}

/** One line a group. */
export function subgroupTable(
  parts: readonly GroupChange[],
  { label, times }: PairedScores,
  {
    level,
    unit,
    group,
    interaction,
  }: { level: number; unit: string; group: string; interaction: string },
): ResultTable {
  const ci = `[${percentLevel(level)} CI]`;
  const right = (key: string, header: string, format: 'text' | 'p' = 'text') => ({
    key,
    header,
    align: 'right' as const,
    format,
  });
  return {
    id: 'subgroups',
    title: `Change of ${escapeRich(label)} by ${group}`,
    columns: [
      { key: 'group', header: group, align: 'left', format: 'text' },
      right('paired', '*n* paired of eligible (%)'),
      right('before', `${timeHeading(times.before)} *M* (*SD*)`),
      right('after', `${timeHeading(times.after)} *M* (*SD*)`),
      right('change', `Mean change ${ci}`),
      right('t', '*t*(*df*)'),
      right('p', '*p*', 'p'),
      right('d', `*d*~av~ ${ci}`),
    ],
    rows: parts.map(({ label: name, change }) => {
      const { t, effect, n } = change;
      const { mean } = change.change;
      return {
        cells: [
          { value: name },
          {
            value: n,
            text: `${countPercentCell(n, change.scores.eligible).text?.replace(' (', ` of ${count(change.scores.eligible)} (`)}`,
          },
          { value: change.before.mean, text: meanAndSd(change.before) },
          { value: change.after.mean, text: meanAndSd(change.after) },
          {
            value: mean,
            text: mean === null ? '–' : withBounds(mean, t?.ci ?? [null, null], 'mean'),
          },
          t
            ? { value: t.t, text: `${formatNumber(t.t, 'statistic')}(${t.df})` }
            : { value: null, text: '–' },
          { value: t?.p ?? null },
          {
            value: effect.value,
            text:
              effect.value === null
                ? '–'
                : withBounds(
                    effect.value,
                    [effect.ci?.low ?? null, effect.ci?.high ?? null],
                    'statistic',
                  ),
          },
        ],
      };
    }),
    notes: [
      `Pairs of the ${unit} in each group. ${interaction.charAt(0).toUpperCase()}${interaction.slice(1)}.`,
      'No comparison group: this is change, and its cause is not known.',
    ],
  };
}
