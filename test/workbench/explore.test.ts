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

  test('a board opens with what is chosen on it, however the choice is said', () => {
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
    workbench.explorePrepare({ table: 'referrals', chart: 'years' });
    const nobody = { chart: 'age', condition: null };
    expect(workbench.exploreChoose({ table: 'referrals', choices: [nobody] }).rows).toBe(2);
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
