import type { Cell, ResultTable, TableColumn, TableRow } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { count } from '../parts/words.ts';
import type { Characteristic } from './characteristic.ts';
import type { RowGroups } from './row-groups.ts';

interface Shown {
  smd: boolean;
  p: boolean;
  /** "Holm"; '' where p is not adjusted. */
  adjustment: string;
}

/** Variables under each other, categories indented by their own lines; everybody and the groups side by side. */
export function characteristicsTable(
  about: { id: string; title: string; total: number; notes: readonly string[] },
  lines: readonly (Characteristic & { adjusted: number | null })[],
  groups: RowGroups,
  shown: Shown,
): ResultTable {
  const right = { align: 'right' } as const;
  const hasLevels = lines.some(({ levels }) => levels.length > 0);
  const hasMissing = lines.some(({ missing }) => (missing[0] ?? 0) > 0);
  const group = (label: string, k: number): TableColumn => ({
    key: `group-${k + 1}`,
    header: `${escapeRich(label)} (*n* = ${count(groups.sizes[k] ?? 0)})`,
    ...(groups.by === '' ? {} : { spanner: escapeRich(groups.by) }),
    ...right,
    format: 'text',
  });
  const tests = ({ smd, p, adjusted }: Characteristic & { adjusted: number | null }): Cell[] => [
    ...(shown.smd ? [{ value: smd }] : []),
    ...(shown.p ? [{ value: p }] : []),
    ...(shown.adjustment === '' ? [] : [{ value: adjusted }]),
  ];
  const blank: Cell = { value: null, text: '' };
  const columns: TableColumn[] = [
    { key: 'variable', header: 'Characteristic', align: 'left', format: 'text' },
    { key: 'all', header: `All (*n* = ${count(about.total)})`, ...right, format: 'text' },
    ...groups.labels.map(group),
    ...(shown.smd ? [{ key: 'smd', header: 'SMD', ...right, format: 'statistic' as const }] : []),
    ...(shown.p ? [{ key: 'p', header: '*p*', ...right, format: 'p' as const }] : []),
    ...(shown.adjustment === ''
      ? []
      : [
          { key: 'p-adjusted', header: `*p*~${shown.adjustment}~`, ...right, format: 'p' as const },
        ]),
  ];
  const width = groups.labels.length + 1;
  const rows = lines.flatMap((line): TableRow[] => {
    const own = line.levels.length > 0 || line.cells.length === 0;
    const none = tests(line).map(() => blank);
    const cells = own ? Array.from({ length: width }, () => blank) : line.cells;
    return [
      {
        ...(hasLevels ? { role: 'group' as const } : {}),
        cells: [
          { value: line.name, text: `${escapeRich(line.name)}, ${line.statistic}` },
          ...cells,
          ...tests(line),
        ],
      },
      ...line.levels.map((level) => ({ cells: [{ value: level.label }, ...level.cells, ...none] })),
      ...(hasMissing && (line.missing[0] ?? 0) > 0
        ? [
            {
              role: 'missing' as const,
              cells: [
                { value: 'Missing' },
                ...line.missing.map((value) => ({ value, text: count(value) })),
                ...none,
              ],
            },
          ]
        : []),
    ];
  });
  return { id: about.id, title: about.title, columns, rows, notes: about.notes };
}
