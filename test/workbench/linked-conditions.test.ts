import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Condition } from '../../src/model/condition.ts';
import { UNWATCHED } from '../../src/model/project.ts';
import { closeProjectFile, openProjectFile } from '../../src/store/project-file.ts';
import { rowsWhere } from '../../src/store/rows-where.ts';
import { tableNamed } from '../../src/store/tables.ts';
import { createWorkbench, type OpenWorkbench } from '../../src/workbench.ts';

const PEOPLE = ['person_id,sex,decile', 'P1,F,1', 'P2,M,3', 'P3,F,9', 'P4,F,refused'];
const REFERRALS = [
  'referral_id,person_id,outcome,received',
  'R1,P1,Accepted,2022-04-01',
  'R2,P2,Rejected,2022-06-01',
  'R3,P1,Accepted,2023-04-02',
  'R4,P3,Accepted,2022-05-05',
  'R5,,Accepted,2022-07-07',
];

let path: string;
let workbench: OpenWorkbench;

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-linked-'));
  path = join(folder, 'p.attune');
  workbench = createWorkbench(path, { create: { title: 'P' } });
  for (const [table, lines] of [
    ['people', PEOPLE],
    ['referrals', REFERRALS],
  ] as const) {
    const file = join(folder, `${table}.csv`);
    writeFileSync(file, lines.join('\n'));
    const changes = {
      columns: [
        {
          position: 2,
          kind: 'integer' as const,
          missing: [{ code: 'refused', reason: 'declined' }],
        },
      ],
    };
    await workbench.importFile(
      { file, table, unit: table, ...(table === 'people' ? { changes } : {}) },
      UNWATCHED,
    );
  }
  return () => workbench.close();
});

const byPerson = { key: 'person_id', foreignKey: 'person_id' };
const deprived: Condition = {
  linked: { table: 'people', ...byPerson },
  where: { op: 'at-most', variable: 'decile', value: 3 },
};
const often: Condition = { linked: { table: 'referrals', ...byPerson }, least: 2 };

/** Row numbers of a cohort (1-based), as the window lists them. */
function rowsOf(table: string, cohort: string): number[] {
  return workbench.rows({ table, cohort, offset: 0, limit: 100 }).rows.map(({ row }) => row);
}

function save(name: string, table: string, condition: Condition): void {
  workbench.saveCohort({ name, label: name, table, condition });
}

/** The same rows, by SQL over the file, which only one program at a time may have open. */
function sqlRows(table: string, condition: Condition): number[] {
  workbench.close();
  const project = openProjectFile(path);
  try {
    return [...rowsWhere(project.db, condition, tableNamed(project.db, table))].map(
      (row) => row + 1,
    );
  } finally {
    closeProjectFile(project);
    workbench = createWorkbench(path);
  }
}

describe('a condition on linked rows', () => {
  test('keeps the same rows in the grid, on a board, by SQL and in an export', async () => {
    save('deprived', 'referrals', deprived);
    expect(rowsOf('referrals', 'deprived')).toEqual([1, 2, 3]);
    expect(sqlRows('referrals', deprived)).toEqual([1, 2, 3]);
    const charts = [
      { name: 'outcome', question: { show: 'counts', of: { variable: 'outcome' } } },
    ] as const;
    expect(
      workbench.exploreOpen({ table: 'referrals', charts, within: deprived }).numbers.rows,
    ).toBe(3);
    const chosen = workbench.exploreChoose({
      table: 'referrals',
      choices: [{ chart: 'outcome', condition: deprived }],
    });
    expect(chosen.rows).toBe(3);
    const { bytes } = await workbench.exportTable({
      table: 'referrals',
      cohort: 'deprived',
      format: 'csv',
    });
    expect(new TextDecoder().decode(bytes).trim().split('\n')).toHaveLength(4);
  });

  test('reasons of missing values are the same by columns and by SQL', () => {
    for (const [reason, rows] of [
      ['declined', [4]],
      ['empty', []],
    ] as const) {
      const condition: Condition = { op: 'missing', variable: 'decile', reasons: [reason] };
      expect(workbench.countCohort({ table: 'people', condition }).n).toBe(rows.length);
      expect(sqlRows('people', condition)).toEqual(rows);
    }
  });

  test('a step of a recipe keeps rows by it, and the table knows what it was made from', async () => {
    const made = await workbench.makeTable(
      {
        definition: {
          name: 'often',
          label: 'Often',
          unit: 'people',
          from: 'people',
          steps: [{ op: 'keep-rows', condition: often, reason: 'referred once only' }],
        },
      },
      UNWATCHED,
    );
    expect(made.rows).toBe(1);
    expect(made.origin).toMatchObject({
      madeFrom: [{ table: 'people' }, { table: 'referrals' }],
      outcomes: [
        {
          sentence: expect.stringContaining(
            'kept people where there are at least 2 rows in referrals with the same person_id',
          ),
        },
      ],
    });
  });
});

describe('a cohort of another table', () => {
  test('applies to the rows that belong to it, both ways, and says by which key', () => {
    save('women', 'people', { op: 'is', variable: 'sex', value: 'F' });
    save('accepted', 'referrals', { op: 'is', variable: 'outcome', value: 'Accepted' });
    expect(rowsOf('referrals', 'women')).toEqual([1, 3, 4]);
    expect(rowsOf('people', 'accepted')).toEqual([1, 3]);
    const { cohort } = workbench.tryAnalysis({
      spec: {
        analysis: 'frequencies',
        table: 'referrals',
        cohort: 'women',
        options: { variables: ['outcome'] },
      },
    });
    expect(cohort).toMatchObject({
      n: 3,
      label: 'women',
      sentence: 'referrals where there is a row in people with the same person_id where (sex is F)',
      linked: [{ table: 'people' }],
    });
  });

  test('a result is out of date when the table it looked at has changed', () => {
    save('deprived', 'referrals', deprived);
    const spec = {
      analysis: 'frequencies',
      table: 'referrals',
      cohort: 'deprived',
      options: { variables: ['outcome'] },
    };
    workbench.analyse({ spec });
    expect(workbench.staleResults({})).toEqual([]);
    workbench.changeVariable({ table: 'people', variable: 'sex', change: { label: 'Sex' } });
    expect(workbench.staleResults({})[0]?.changes[0]?.text).toBe(
      'The cohort “deprived” asks about rows of people, which has changed since.',
    );
  });
});

describe('links and words', () => {
  test('links are suggested with how many keys they share', () => {
    expect(workbench.suggestLinks({ table: 'referrals', to: 'people' })).toEqual([
      { link: { table: 'people', ...byPerson }, shared: 3, of: 3, unique: 'there' },
    ]);
  });

  test('typed words are understood with the values of the data and of linked tables', () => {
    const { understood } = workbench.understandCondition({
      table: 'referrals',
      text: 'accepted in 2022/23 with decile 1 to 3',
    });
    expect(understood?.sentence).toBe(
      'referrals where outcome is Accepted and received is in financial year 2022/23 and there is a row in people with the same person_id where (decile is between 1 and 3)',
    );
    const condition = understood?.condition as Condition;
    expect(workbench.countCohort({ table: 'referrals', condition }).n).toBe(1);
    expect(sqlRows('referrals', condition)).toEqual([1]);
  });

  test('verify holds every cohort against SQL', () => {
    save('deprived', 'referrals', deprived);
    save('often', 'people', often);
    expect(workbench.verify({}).checks).toContainEqual({
      name: 'Cohorts',
      ok: true,
      detail: '2 cohorts keep the same rows by columns and by SQL.',
    });
  });
});
