import type { ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { DataView as View } from '../analysis.ts';
import type { Levels } from '../parts/levels.ts';
import { capital } from '../parts/words.ts';
import type { CoveredYear } from './covered-years.ts';
import type { YearTally } from './tally-years.ts';

export function yearTable(
  years: readonly CoveredYear[],
  tally: YearTally,
  view: View,
  groups: Levels | null,
  used: number,
): ResultTable {
  const grouped = groups !== null;
  const number = { align: 'right', format: 'count' } as const;
  const sums = tally.series.map(({ counts }) => counts.reduce((a, b) => a + b, 0));
  return {
    id: 'by-year',
    title: `${capital(view.unit)} by financial year`,
    columns: [
      { key: 'year', header: 'Financial year', align: 'left', format: 'text' },
      ...tally.series.map(({ name }, k) => ({
        key: `series-${k + 1}`,
        header: escapeRich(name),
        spanner: groups ? escapeRich(groups.variable.label) : '',
        ...number,
      })),
      { key: 'n', header: grouped ? 'Total' : '*n*', ...number },
    ],
    rows: [
      ...years.map((year, i) => ({
        cells: [
          { value: year.part ? `${year.label} (${year.part})` : year.label },
          ...tally.series.map(({ counts }) => ({ value: counts[i] ?? 0 })),
          { value: tally.totals[i] ?? 0 },
        ],
      })),
      {
        role: 'total' as const,
        cells: [{ value: 'Total' }, ...sums.map((value) => ({ value })), { value: used }],
      },
    ],
    notes: [
      `Counts of ${view.unit}. Financial years run from 1 April to 31 March.`,
      ...years.flatMap((year) => (year.note ? [`Part year: ${year.note}`] : [])),
    ],
  };
}
