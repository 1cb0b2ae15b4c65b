import { formatBounds } from '../../model/format.ts';
import type { ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { DataView as View } from '../analysis.ts';
import type { Levels } from '../parts/levels.ts';
import { count, percentLevel } from '../parts/words.ts';
import { type Line, quartiles } from './line.ts';

export function spreadTable(
  lines: readonly Line[],
  groups: Levels | null,
  view: View,
  level: number,
): ResultTable {
  const right = { align: 'right' } as const;
  const group = groups
    ? [
        {
          key: 'group',
          header: escapeRich(groups.variable.label),
          align: 'left' as const,
          format: 'text' as const,
        },
      ]
    : [];
  return {
    id: 'descriptives',
    title: 'Descriptive statistics',
    columns: [
      { key: 'variable', header: 'Variable', align: 'left', format: 'text' },
      ...group,
      { key: 'n', header: '*n*', ...right, format: 'count' },
      { key: 'missing', header: 'Missing', ...right, format: 'count' },
      { key: 'mean', header: '*M*', ...right, format: 'mean' },
      { key: 'sd', header: '*SD*', ...right, format: 'mean' },
      { key: 'ci', header: `${percentLevel(level)} CI of *M*`, ...right, format: 'text' },
      { key: 'median', header: '*Mdn*', ...right, format: 'number' },
      { key: 'iqr', header: 'IQR', ...right, format: 'text' },
      { key: 'min', header: 'Min', ...right, format: 'number' },
      { key: 'max', header: 'Max', ...right, format: 'number' },
      { key: 'skewness', header: 'Skewness', ...right, format: 'statistic' },
    ],
    rows: lines.map((line) => {
      const d = line.described;
      return {
        cells: [
          { value: line.variable.variable.label },
          ...(line.group === null ? [] : [{ value: line.group }]),
          { value: d?.n ?? 0 },
          { value: line.missing },
          { value: d?.mean ?? null },
          { value: d?.sd ?? null },
          {
            value: null,
            text: d?.ci_mean ? formatBounds(d.ci_mean[0], d.ci_mean[1], 'mean') : '–',
          },
          { value: d?.median ?? null },
          { value: null, text: d ? quartiles(d) : '–' },
          { value: d?.min ?? null },
          { value: d?.max ?? null },
          { value: d?.skewness.type2_G1_spss_excel ?? null },
        ],
      };
    }),
    notes: [
      `Of ${count(view.rows.length)} ${view.unit}. IQR: lower to upper quartile, type 7 (as R and Excel). Skewness: adjusted Fisher–Pearson *G*~1~, as SPSS.`,
    ],
  };
}
