import type { Characteristic } from '../characteristics/characteristic.ts';
import type { RowGroups } from '../characteristics/row-groups.ts';
import { estimate } from '../parts/estimate.ts';

export function estimatesOf(
  line: Characteristic & { adjusted: number | null },
  groups: RowGroups,
  shown: { smd: boolean; p: boolean; adjustment: string },
) {
  const name = line.name;
  const columns = ['', ...groups.labels];
  const inGroup = (k: number) => (columns[k] === '' ? '' : `, ${columns[k]}`);
  const numbers = line.cells.map((cell, k) =>
    estimate(
      `value[${name}${inGroup(k)}]`,
      `${name}${inGroup(k)}`,
      '*M*',
      typeof cell.value === 'number' ? cell.value : null,
      'mean',
      { refused: 'no values' },
    ),
  );
  const levels = line.levels.flatMap((level) =>
    level.cells.map((cell, k) =>
      estimate(
        `n[${name}: ${level.label}${inGroup(k)}]`,
        `${name}: ${level.label}${inGroup(k)}`,
        '*n*',
        typeof cell.value === 'number' ? cell.value : null,
        'count',
      ),
    ),
  );
  return [
    ...numbers,
    ...levels,
    ...(shown.smd
      ? [
          estimate(
            `smd[${name}]`,
            `${name}: standardised difference`,
            'SMD',
            line.smd,
            'statistic',
            { refused: 'it does not vary, or a group has too few values' },
          ),
        ]
      : []),
    ...(shown.p
      ? [estimate(`p[${name}]`, `${name}: p`, '*p*', line.p, 'p', { refused: line.refused })]
      : []),
    ...(shown.adjustment === ''
      ? []
      : [
          estimate(`p-adjusted[${name}]`, `${name}: p adjusted`, '*p*', line.adjusted, 'p', {
            refused: line.refused,
          }),
        ]),
  ];
}
