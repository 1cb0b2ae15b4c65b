import type { ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { meanInterval } from '../figures/box-figure.ts';
import { standardDeviation } from '../numeric/moments.ts';
import { median } from '../numeric/quantile.ts';
import { linesTable, quantity } from '../parts/quantity.ts';
import { medianIqr } from './group-columns.ts';
import type { Grouped } from './grouped.ts';

/** Size, mean and median of each group, of one outcome or of several under each other. */
export function groupsTable(data: readonly Grouped[], level: number): ResultTable {
  const several = data.length > 1;
  return linesTable(
    {
      id: 'groups',
      title: data[0] ? `Groups of ${data[0].by}` : 'Groups',
      first: several ? 'Outcome, group' : escapeRich(data[0]?.by ?? 'Group'),
      level,
      notes: ['IQR: lower to upper quartile, type 7.'],
    },
    data.flatMap(({ outcome, groups }) =>
      groups.map((group) => {
        const { value, low, high } = meanInterval(group.values, level);
        return {
          label: several ? `${outcome.label}, ${group.label}` : group.label,
          quantities: [
            quantity('n', 'n', '*n*', group.values.length, 'count'),
            quantity('mean', 'mean', '*M*', value, 'mean', { ci: [low ?? null, high ?? null] }),
            quantity('sd', 'SD', '*SD*', standardDeviation(group.values), 'mean'),
            quantity('median', 'median', '*Mdn* (IQR)', median(group.values), 'number', {
              text: medianIqr(group),
            }),
          ],
        };
      }),
    ),
  );
}
