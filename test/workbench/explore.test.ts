import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { NamedChart } from '../../src/model/board.ts';
import type { Condition } from '../../src/model/condition.ts';
import { UNWATCHED } from '../../src/model/project.ts';
import { Refusal } from '../../src/model/refusal.ts';
import { createWorkbench, type OpenWorkbench } from '../../src/workbench.ts';

const CHARTS: readonly NamedChart[] = [
  { name: 'outcome', question: { show: 'counts', of: { variable: 'outcome' } } },
  { name: 'years', question: { show: 'counts', of: { variable: 'date', by: 'financial-years' } } },
  { name: 'age', question: { show: 'means', of: 'age', by: { variable: 'outcome' } } },
];

let folder: string;
let workbench: OpenWorkbench;

const write = (lines: readonly string[]) => {
  const file = join(folder, 'referrals.csv');
  writeFileSync(file, lines.join('\n'));
  return file;
};

const LINES = [
  'id,outcome,date,age',
  '1,Accepted,2022-03-31,30',
  '2,Accepted,2022-04-01,20',
  '3,Rejected,2022-06-01,40',
  '4,,2023-05-01,',
  '5,Accepted,2023-03-31,31',
];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attune-explore-'));
  workbench = createWorkbench(join(folder, 'p.attune'), { create: { title: 'P' } });
  await workbench.importFile({ file: write(LINES), table: 'referrals' }, UNWATCHED);
  return () => workbench.close();
});

describe('explorer', () => {
  test('a brush counts all charts but its own, and is the cohort of the same condition', () => {
    const { charts, numbers } = workbench.exploreOpen({ table: 'referrals', charts: CHARTS });
    expect(charts.years?.places.map(({ label }) => label)).toEqual([
      '2021/22',
      '2022/23',
      '2023/24',
      ...(charts.years?.places.filter(({ isMissing }) => isMissing).map(({ label }) => label) ??
        []),
    ]);
    expect(numbers).toMatchObject({ rows: 5, of: 5 });
    const condition: Condition = {
      op: 'between',
      variable: 'date',
      low: '2022-04-01',
      high: '2023-03-31',
    };
    const brushed = workbench.exploreChoose({
      table: 'referrals',
      choices: [{ chart: 'years', condition }],
    });
    expect(brushed.rows).toBe(3);
    expect(brushed.rows).toBe(workbench.countCohort({ table: 'referrals', condition }).n);
    const { outcome, years, age } = brushed.charts;
    expect(outcome?.show === 'counts' && outcome.counts.slice(0, 2)).toEqual([2, 1]);
    expect(years?.show === 'counts' && years.counts.slice(0, 3)).toEqual([1, 3, 1]);
    const groups = age?.show === 'means' ? age.groups : [];
    expect(groups[0]).toMatchObject({ n: 2, sum: 51, mean: 25.5 });
    const both = workbench.exploreChoose({
      table: 'referrals',
      choices: [
        {
          chart: 'outcome',
          condition: { not: { op: 'is', variable: 'outcome', value: 'Rejected' } },
        },
        { chart: 'years', condition: null },
      ],
    });
    expect(both.rows).toBe(4);
  });

  test('a board opens with what is chosen on it, however the choice is said', async () => {
    const choices = [
      {
        chart: 'outcome',
        condition: {
          any: [
            { op: 'is', variable: 'outcome', value: 'Rejected' },
            { op: 'missing', variable: 'outcome' },
          ],
        },
      },
      { chart: 'age', condition: { op: 'below', variable: 'age', value: 41 } },
    ] as const;
    const open = workbench.exploreOpen({ table: 'referrals', charts: CHARTS, choices });
    expect(open.numbers.rows).toBe(1);
    const ready = { table: 'referrals', chart: 'years' };
    const { tile } = await workbench.explorePrepare(ready, UNWATCHED);
    expect(tile?.rows.reduce((sum, n) => sum + n, 0)).toBe(1);
    const nobody = { chart: 'age', condition: null };
    expect(workbench.exploreChoose({ table: 'referrals', choices: [nobody] }).rows).toBe(2);
  });

  test('what is got ready for a brush counts what the brush itself does, and ends with its board', async () => {
    const charts = CHARTS.slice(0, 2);
    const open = { table: 'referrals', charts };
    workbench.exploreOpen(open);
    const ready = { table: 'referrals', chart: 'years' };
    const { tile } = await workbench.explorePrepare(ready, UNWATCHED);
    expect(tile?.rows.slice(0, 3)).toEqual([1, 3, 1]);
    expect(tile?.charts.outcome?.sums.slice(0, 3)).toEqual([
      [1, 0, 0],
      [2, 1, 0],
      [0, 0, 1],
    ]);
    const reopened = { progress() {}, checkpoint: async () => void workbench.exploreOpen(open) };
    expect(await workbench.explorePrepare({ ...ready, chart: 'outcome' }, reopened)).toEqual({
      tile: null,
    });
  });

  test('a chart goes out as the cohort beside everyone, its own choice among the others', async () => {
    const within: Condition = { op: 'present', variable: 'age' };
    const condition: Condition = { op: 'is', variable: 'outcome', value: 'Accepted' };
    const choices = [{ chart: 'outcome', condition }];
    workbench.exploreOpen({ table: 'referrals', charts: CHARTS, within, choices });
    const of = { table: 'referrals', chart: 'outcome', measure: 'count' } as const;
    const figure = workbench.exploreFigure(of);
    const said = 'rows where age is not missing and outcome is Accepted';
    expect(figure).toMatchObject({
      kind: 'grouped-bar',
      subtitle: 'n = 3 of 5 (60\u202f%) rows',
      notes: [`Cohort: ${said}.`],
      series: [
        { name: 'Cohort', points: [{ value: 3 }, { value: 0 }, { label: 'empty', value: 0 }] },
        { name: 'Everyone', points: [{ value: 3 }, { value: 1 }, { value: 1 }] },
      ],
    });
    const shares = workbench.exploreFigure({ ...of, measure: 'rate' });
    expect(
      'series' in shares &&
        shares.series[0]?.points.map((point) => 'value' in point && point.value),
    ).toEqual([100, 0, 0]);
    const csv = await workbench.exploreExport({ ...of, format: 'csv' });
    const text = new TextDecoder().decode(csv.bytes);
    expect(csv.name).toBe('outcome.csv');
    expect(text).toContain('Accepted,3,3');
    expect(text).toContain(said);
    const svg = await workbench.exploreExport({ ...of, format: 'svg' });
    expect(new TextDecoder().decode(svg.bytes)).toMatch(/^<svg[\s\S]*age is not missing/);
    await expect(workbench.exploreExport({ ...of, format: 'png' })).rejects.toThrow(Refusal);
    const box = { ...of, chart: 'age' };
    expect(workbench.exploreFigure(box)).toMatchObject({
      kind: 'interval',
      series: [{ points: [{ label: 'Accepted', value: 27 }] }],
    });
  });

  test('who is looked at at all stays so', () => {
    const within: Condition = { op: 'is', variable: 'outcome', value: 'Accepted' };
    const open = { table: 'referrals', charts: CHARTS, within };
    expect(workbench.exploreOpen(open).numbers.rows).toBe(3);
  });

  test('it says what it will need, and a board of data that has changed is refused', async () => {
    const { bytesPerRow, columns } = workbench.exploreNeeds({ table: 'referrals' });
    expect(bytesPerRow).toBeGreaterThanOrEqual(4);
    expect(columns).toBe(bytesPerRow * 128);
    const none = { table: 'referrals', choices: [] };
    expect(() => workbench.exploreChoose(none)).toThrow(Refusal);
    workbench.exploreOpen({ table: 'referrals', charts: CHARTS });
    expect(workbench.exploreChoose(none).rows).toBe(5);
    const file = write([...LINES, '6,Accepted,2023-01-01,25']);
    await workbench.importFile({ file, table: 'referrals', mode: 'replace' }, UNWATCHED);
    expect(() => workbench.exploreChoose(none)).toThrow(Refusal);
    workbench.exploreOpen({ table: 'referrals', charts: CHARTS });
    expect(workbench.exploreChoose(none).rows).toBe(6);
    workbench.exploreClose({});
    expect(() => workbench.exploreChoose(none)).toThrow(Refusal);
  });
});
