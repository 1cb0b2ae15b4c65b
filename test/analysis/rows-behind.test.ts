import { expect, test } from 'vitest';
import { runAnalysis } from '../../src/analysis/analyses.ts';
import { isCategoryFigure } from '../../src/chart/category-figure.ts';
import { selectRows } from '../../src/cohort/select.ts';
import type { Condition } from '../../src/model/condition.ts';
import { seeded } from '../helpers/seeded.ts';
import { viewOf } from './frame.ts';

/** A cohort of every second row of a table with labels that are shared, numbers, and reasons for missing. */
function world(seed: number) {
  const random = seeded(seed);
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const column = <T>(values: readonly T[]) => Array.from({ length: 120 }, () => any(values));
  const view = viewOf(
    'people',
    {
      name: 'site',
      label: 'Site',
      kind: 'category',
      data: column(['N', 'S', 'W', 'E', null, { missing: 'not said' }]),
      values: [
        { value: 'N', label: 'Up' },
        { value: 'W', label: 'Up' },
        { value: 'X', label: 'Nowhere' },
      ],
    },
    { name: 'seen', label: 'Seen', kind: 'yesno', data: column([0, 1, 1, null]) },
    { name: 'score', label: 'Score', kind: 'integer', data: column([-1, 0, 2, null]) },
    { name: 'times', label: 'Times', kind: 'integer', data: column([0, 1, 3]) },
  );
  return { ...view, rows: view.rows.filter((row) => row % 2 === 0) };
}

test.each([1, 2, 3, 4, 5])('every number is the number of its rows (%i)', (seed) => {
  const view = world(seed);
  const own = new Set(view.rows);
  const counted = (rows: Condition) =>
    selectRows(rows, view.frame).filter((row) => own.has(row)).length;
  let n = 0;
  const hold = (value: unknown, rows: Condition | undefined) => {
    if (rows === undefined) return;
    n += 1;
    expect(counted(rows)).toBe(value);
  };
  for (const [analysis, options] of [
    ['frequencies', { variables: ['site'], chart: 'count' }],
    ['frequencies', { variables: ['seen'], chart: 'count', order: 'frequent' }],
    ['frequencies', { variables: ['score', 'site'], chart: 'count', base: 'all' }],
    ['crosstab', { rows: 'site', columns: 'seen', percent: 'column' }],
    ['crosstab', { rows: 'score', columns: 'site', percent: 'all' }],
  ] as const) {
    const finding = runAnalysis(analysis, view, options);
    hold(finding.n.used, finding.n.rows);
    for (const each of finding.n.missing) hold(each.n, each.rows);
    for (const { cells } of finding.tables.flatMap(({ rows }) => rows)) {
      for (const { value, rows } of cells) hold(value, rows);
    }
    for (const figure of finding.figures.filter(isCategoryFigure)) {
      for (const { value, rows } of figure.series.flatMap(({ points }) => points)) {
        if (analysis === 'frequencies') hold(value, rows);
      }
    }
  }
  expect(n).toBeGreaterThan(60);
});

test('where rows are weighted, a number is not of rows', () => {
  const options = { variables: ['seen'], weight: 'times' };
  const finding = runAnalysis('frequencies', world(1), options);
  expect(JSON.stringify(finding)).not.toContain('"op"');
});
