import { formatNumber } from '../../model/format.ts';
import type { ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { linesTable, type QuantityLine, quantity } from '../parts/quantity.ts';
import type { KaplanMeier } from '../statistics/kaplan-meier.ts';
import type { Curve } from './survival-data.ts';

export function survivalLine({ label, curve }: Curve): QuantityLine {
  return {
    label: label === '' ? 'All' : label,
    quantities: [
      quantity('group-n', 'n', '*n*', curve.n, 'count'),
      quantity('group-events', 'events', 'Events', curve.events, 'count'),
      quantity('median', 'median time', 'Median', curve.median, 'number', {
        ci: curve.median_ci_loglog,
        by: 'Brookmeyer and Crowley',
        text: medianText(curve),
      }),
    ],
  };
}

/** "27 [17, not reached]" */
function medianText({ median, median_ci_loglog: [low, high] }: KaplanMeier): string {
  if (median === null) return 'not reached';
  const bound = (value: number | null) =>
    value === null ? 'not reached' : formatNumber(value, 'number');
  return `${bound(median)} [${bound(low)}, ${bound(high)}]`;
}

export function medianTable(
  lines: readonly QuantityLine[],
  by: string,
  level: number,
): ResultTable {
  return linesTable(
    {
      id: 'medians',
      title: 'Median times',
      first: by === '' ? '' : escapeRich(by),
      level,
      notes: ['Not reached: the curve, or that end of its interval, does not fall to one half.'],
    },
    lines,
  );
}

/** The share without the event at each time with events. */
export function lifeTable(curves: readonly Curve[]): ResultTable {
  const right = { align: 'right' } as const;
  return {
    id: 'life-table',
    title: 'Share without the event',
    columns: [
      { key: 'group', header: 'Group', align: 'left', format: 'text' },
      { key: 'time', header: 'Time', ...right, format: 'number' },
      { key: 'risk', header: 'At risk', ...right, format: 'count' },
      { key: 'events', header: 'Events', ...right, format: 'count' },
      { key: 'share', header: 'Share', ...right, format: 'correlation' },
      { key: 'low', header: 'Low', ...right, format: 'correlation' },
      { key: 'high', header: 'High', ...right, format: 'correlation' },
    ],
    rows: curves.flatMap(({ label, curve }) =>
      curve.time.flatMap((time, i) => {
        if (curve.n_event[i] === 0) return [];
        return [
          {
            cells: [
              { value: label === '' ? 'All' : label },
              { value: time },
              { value: curve.n_risk[i] ?? null },
              { value: curve.n_event[i] ?? null },
              { value: curve.surv[i] ?? null },
              { value: curve.ci_loglog_lo[i] ?? null },
              { value: curve.ci_loglog_hi[i] ?? null },
            ],
          },
        ];
      }),
    ),
    notes: [],
  };
}
