import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { UNWATCHED } from '../../src/model/project.ts';
import { Refusal } from '../../src/model/refusal.ts';
import type { Step } from '../../src/model/table.ts';
import { createWorkbench, type OpenWorkbench } from '../../src/workbench.ts';
import { projectHash } from '../helpers/project-hash.ts';

let folder: string;
let workbench: OpenWorkbench;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attune-'));
  vi.stubEnv('ATTUNE_HOME', join(folder, 'home'));
  workbench = createWorkbench(join(folder, 'p.attune'), { create: { title: 'P' } });
  await importRows(ROWS);
  return () => {
    workbench.close();
    vi.unstubAllEnvs();
  };
});

const HEAD = 'id,town,age,seen';
const ROWS = [
  '01,Leeds,17,2023-01-02',
  '02, leeds,31,2023-05-01',
  '02, leeds,31,2023-05-01',
  '03,York,n/a,31/02/2023',
  '04,Hull,250,2023-06-01',
];

const importRows = (rows: readonly string[], mode: 'new' | 'replace' = 'new') => {
  const file = join(folder, `${mode}.csv`);
  writeFileSync(file, `${[HEAD, ...rows].join('\n')}\n`);
  return workbench.importFile(
    { file, table: 'received', unit: 'people', mode, acceptDrift: true },
    UNWATCHED,
  );
};

const STEPS: readonly Step[] = [
  { op: 'remove-duplicates' },
  { op: 'tidy-text', variable: 'town', case: 'sentence' },
  { op: 'set-missing', variables: ['age'], outside: { low: 12, high: 60 }, reason: 'not an age' },
  {
    op: 'bands',
    variable: 'age',
    name: 'band',
    label: 'Age band',
    bands: [
      { label: 'Under 20', high: 19 },
      { label: '20 or over', low: 20 },
    ],
  },
  {
    op: 'group',
    variable: 'band',
    name: 'young',
    label: 'Young',
    groups: [{ label: 'Yes', values: ['Under 20'] }],
    otherwise: 'No',
  },
];

const make = (steps = STEPS) =>
  workbench.makeTable(
    { definition: { name: 'people', label: 'People', unit: 'people', from: 'received', steps } },
    UNWATCHED,
  );
const cells = (table = 'people') =>
  workbench.rows({ table, offset: 0, limit: 100 }).rows.map((row) => row.cells);

const refusalOf = async (work: () => unknown): Promise<Refusal> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('a recipe', () => {
  test('is changed in place, and the change undone', async () => {
    await make();
    const before = projectHash(workbench);
    const off = STEPS.map((step, at) => (at === 0 ? { ...step, off: true } : step));
    const table = await workbench.changeRecipe({ table: 'people', steps: off }, UNWATCHED);
    expect(table).toMatchObject({ rows: 5, version: 2 });
    expect(workbench.journal({ limit: 1 })[0]?.sentence).toBe(
      'Changed the recipe of people (“Remove duplicates” switched off): 5 people, before 4.',
    );
    workbench.undo({});
    expect(projectHash(workbench)).toBe(before);
    workbench.redo({});
    expect(cells()).toHaveLength(5);
    expect(
      (await refusalOf(() => workbench.changeRecipe({ table: 'received', steps: [] }, UNWATCHED)))
        .code,
    ).toBe('not-a-recipe');
  });

  test('a refused step leaves the table as it was', async () => {
    await make();
    const before = projectHash(workbench);
    const { message, where } = await refusalOf(() =>
      workbench.changeRecipe(
        {
          table: 'people',
          steps: [...STEPS, { op: 'derive', name: 'x', label: 'X', expression: 'agee + 1' }],
        },
        UNWATCHED,
      ),
    );
    expect([where.option, message]).toEqual([
      'Step 6 (derive)',
      'The expression cannot be read at character 1 (“agee + 1”): there is no variable called “agee”.',
    ]);
    expect(projectHash(workbench)).toBe(before);
  });

  test('the preview of a step shows old against new, with counts', () => {
    const { steps, preview } = workbench.previewRecipe({ from: 'received', steps: STEPS, step: 1 });
    expect(steps.map(({ sentence }) => sentence)).toEqual([
      'Removed 1 of 5 people that repeat another row.',
      'Tidied 1 of 4 values of town (trimmed, spaces collapsed, sentence case).',
      'Set 1 of 3 values of age to missing (not an age).',
      'Added Age band, 2 bands of age: known for 2 of 4 people.',
      'Added Young, 2 groups of Age band: known for 2 of 4 people.',
    ]);
    expect(preview).toMatchObject({
      rowsBefore: 4,
      rowsAfter: 4,
      changed: [{ name: 'town', cells: 1, changes: [{ from: 'leeds', to: 'Leeds', n: 1 }] }],
    });
    const step = (at: number) =>
      workbench.previewRecipe({ from: 'received', steps: STEPS, step: at }).preview;
    expect(step(0)?.removed).toMatchObject({
      n: 1,
      rows: [{ row: 3, cells: ['02', 'leeds', 31, '2023-05-01'] }],
    });
    expect(step(2)?.changed).toMatchObject([
      { name: 'age', changes: [{ from: '250', to: null, why: 'not an age', n: 1 }] },
    ]);
    expect(step(3)?.added).toEqual([
      {
        name: 'band',
        label: 'Age band',
        top: [
          { value: null, n: 2 },
          { value: 'Under 20', n: 1 },
          { value: '20 or over', n: 1 },
        ],
      },
    ]);
  });

  test('a step moved before what it needs is told, with the step that makes it', () => {
    const moved = [STEPS[4], STEPS[0], STEPS[1], STEPS[2], STEPS[3]] as Step[];
    const { steps } = workbench.previewRecipe({ from: 'received', steps: moved });
    expect(steps[0]).toMatchObject({
      refused: { code: 'unknown-variable' },
      conflict: { variable: 'band', madeBy: 4, why: 'later' },
    });
    const off = STEPS.map((step, at) => (at === 3 ? { ...step, off: true } : step));
    expect(workbench.previewRecipe({ from: 'received', steps: off }).steps[4]?.conflict).toEqual({
      variable: 'band',
      madeBy: 3,
      why: 'off',
    });
  });

  test('a step after what takes its variable away is told which step that is', () => {
    const { steps } = workbench.previewRecipe({
      from: 'received',
      steps: [
        { op: 'rename-variable', variable: 'town', name: 'place', label: 'Place' },
        { op: 'drop-variables', variables: ['seen'] },
        { op: 'tidy-text', variable: 'town' },
        { op: 'coarsen-dates', variables: ['seen'], to: 'month' },
      ],
    });
    expect(steps.map(({ conflict }) => conflict)).toEqual([
      undefined,
      undefined,
      { variable: 'town', madeBy: 0, why: 'gone' },
      { variable: 'seen', madeBy: 1, why: 'gone' },
    ]);
  });

  test('a step is asked about as it finds the table, not as the table is in the end', () => {
    const steps: Step[] = [
      { op: 'tidy-text', variable: 'town', case: 'sentence' },
      { op: 'map-values', variable: 'town', map: { Leeds: 'York' } },
      { op: 'rename-variable', variable: 'town', name: 'place', label: 'Place' },
    ];
    const ask = { from: 'received', steps };
    const names = (step?: number) =>
      workbench
        .previewRecipe(step === undefined ? ask : { ...ask, step })
        .before.map(({ name }) => name);
    expect(names(1)).toEqual(['id', 'town', 'age', 'seen']);
    expect(names()).toEqual(['id', 'place', 'age', 'seen']);
    const of = (after?: readonly Step[]) => ({
      table: 'received',
      ...(after === undefined ? {} : { after }),
    });
    const top = (variable: string, after?: readonly Step[]) =>
      workbench.summary({ ...of(after), variable }).top.map(({ value, n }) => [value, n]);
    expect(top('town')).toEqual([
      ['leeds', 2],
      ['Hull', 1],
      ['Leeds', 1],
      ['York', 1],
    ]);
    expect(top('town', steps.slice(0, 1))[0]).toEqual(['Leeds', 3]);
    expect(top('place', steps)[0]).toEqual(['York', 4]);
    const condition = { op: 'is', variable: 'place', value: 'York' } as const;
    expect(workbench.countCohort({ ...of(steps), condition })).toMatchObject({ n: 4, of: 5 });
    expect(
      workbench.understandCondition({ ...of(steps), text: 'Place is York' }).understood?.condition,
    ).toEqual(condition);
    const merges = (after?: readonly Step[]) =>
      workbench.suggestMerges({ ...of(after), variable: 'town' }).map(({ to }) => to);
    expect([merges(), merges(steps.slice(0, 1))]).toEqual([['leeds'], []]);
    expect(workbench.project({}).tables.map(({ name }) => name)).toEqual(['received']);
  });

  test('duplicates are shown by group, the row that stays first', () => {
    const steps: Step[] = [{ op: 'remove-duplicates', by: ['id'], keep: 'last' }];
    const { preview } = workbench.previewRecipe({ from: 'received', steps, step: 0 });
    expect(preview?.groups).toMatchObject({
      n: 1,
      labels: ['id', 'town', 'age', 'seen'],
      shown: [{ kept: { row: 3 }, others: [{ row: 2, cells: ['02', 'leeds', 31, '2023-05-01'] }] }],
    });
  });

  test('a reshaped table shows its first rows', () => {
    const steps: Step[] = [
      { op: 'long-to-wide', by: ['id'], across: 'town', values: ['age'], repeated: 'first' },
    ];
    const { preview } = workbench.previewRecipe({ from: 'received', steps, step: 0 });
    expect(preview).toMatchObject({ removed: { n: 0 }, changed: [] });
    expect(preview?.reshaped?.labels).toEqual([
      'id',
      'age, Leeds',
      'age, leeds',
      'age, York',
      'age, Hull',
    ]);
    expect(preview?.reshaped?.rows[0]).toEqual(['01', 17, null, null, null]);
  });

  test('spellings are not merged into nothing', async () => {
    const steps: Step[] = [{ op: 'map-values', variable: 'town', map: { Hull: ' ' } }];
    const { message, hint } = await refusalOf(() => make(steps));
    expect(message).toBe('It is not said what “Hull” becomes.');
    expect(hint).toContain('Set missing');
  });

  test('any cell shows its history, from the text in the file on', async () => {
    await make();
    const history = (row: number, variable: string, table = 'people') =>
      workbench
        .cellHistory({ table, row, variable })
        .steps.map(({ table: at, what, value, why }) => [at, what, value ?? `(${why})`]);
    expect(history(4, 'age')).toEqual([
      ['received', 'Row 6 of new.csv', '250'],
      ['people', 'Step 3: Set 1 of 3 values of age to missing (not an age).', '(not an age)'],
    ]);
    expect(history(2, 'town')).toEqual([
      ['received', 'Row 3 of new.csv', ' leeds'],
      ['received', 'Read as text', 'leeds'],
      [
        'people',
        'Step 2: Tidied 1 of 4 values of town (trimmed, spaces collapsed, sentence case).',
        'Leeds',
      ],
    ]);
    expect(history(1, 'young')).toEqual([
      ['people', 'Step 5: Added Young, 2 groups of Age band: known for 2 of 4 people.', 'Yes'],
    ]);
    const [raw, read] = history(3, 'seen');
    expect(raw).toEqual(['received', 'Row 5 of new.csv', '31/02/2023']);
    expect(read?.[1]).toMatch(/^Read as date: /);
    const renamed = [
      ...STEPS,
      { op: 'rename-variable', variable: 'town', name: 'place', label: 'Place' },
    ];
    await workbench.changeRecipe({ table: 'people', steps: renamed }, UNWATCHED);
    expect(history(2, 'place').map(([, , value]) => value)).toEqual([' leeds', 'leeds', 'Leeds']);
    expect((await refusalOf(() => history(9, 'age'))).code).toBe('no-such-row');
  });

  test('is replayed on the next extract, with what no longer fits told', async () => {
    const edit: Step = {
      op: 'edit-cells',
      variable: 'town',
      key: ['id'],
      edits: [
        { key: ['01'], from: 'Leeds', to: 'Bradford' },
        { key: ['04'], from: 'Hull', to: 'Hull city' },
      ],
    };
    await make([STEPS[0] as Step, edit]);
    await workbench.makeTable(
      {
        definition: {
          name: 'young',
          label: 'Young',
          unit: 'people',
          from: 'people',
          steps: [
            {
              op: 'leave-out',
              condition: { op: 'at-least', variable: 'age', value: 20 },
              reason: 'not young',
            },
          ],
        },
      },
      UNWATCHED,
    );
    const before = projectHash(workbench);
    await importRows(
      [
        '01,Leeds,17,2023-01-02',
        '04,York,40,2023-06-01',
        '05,York,18,2023-07-01',
        '05,York,18,2023-07-01',
      ],
      'replace',
    );
    const { tables } = await workbench.remakeTables({}, UNWATCHED);
    expect(tables).toMatchObject([
      {
        table: 'people',
        rowsBefore: 4,
        rowsAfter: 3,
        notes: ['Step 2: id 04: town was “Hull” and is “York” now.'],
      },
      { table: 'young', rowsBefore: 2, rowsAfter: 2, notes: [] },
    ]);
    expect(cells()).toEqual([
      ['01', 'Bradford', 17, '2023-01-02'],
      ['04', 'York', 40, '2023-06-01'],
      ['05', 'York', 18, '2023-07-01'],
    ]);
    expect(workbench.project({}).tables.every((table) => table.outOfDate === undefined)).toBe(true);
    expect((await workbench.remakeTables({}, UNWATCHED)).tables).toEqual([]);
    expect(
      (await refusalOf(() => workbench.remakeTables({ tables: ['received'] }, UNWATCHED))).code,
    ).toBe('not-made-again');
    workbench.undo({});
    workbench.undo({});
    expect(projectHash(workbench)).toBe(before);
  });
});

describe('pseudonyms', () => {
  const steps = [{ op: 'pseudonymise', variables: ['id'] }];

  test('are the same in every table, under a key that is outside the project and only for its owner', async () => {
    await make(steps);
    await workbench.makeTable(
      { definition: { name: 'again', label: 'A', unit: 'people', from: 'received', steps } },
      UNWATCHED,
    );
    const ids = (table: string) => cells(table).map(([id]) => id);
    expect(ids('again')).toEqual(ids('people'));
    expect(new Set(ids('people')).size).toBe(4);
    expect(ids('people')[0]).toMatch(/^[0-9a-f]{16}$/);
    const [key = ''] = readdirSync(join(folder, 'home', 'Keys'));
    if (process.platform !== 'win32')
      expect(statSync(join(folder, 'home', 'Keys', key)).mode & 0o777).toBe(0o600);
  });

  test('are refused when the key is gone, rather than made anew', async () => {
    await make(steps);
    rmSync(join(folder, 'home', 'Keys'), { recursive: true });
    workbench.close();
    workbench = createWorkbench(join(folder, 'p.attune'));
    const { code, hint } = await refusalOf(() =>
      workbench.remakeTables({ tables: ['people'] }, UNWATCHED),
    );
    expect(code).toBe('key-missing');
    expect(hint).toMatch(/\.key from the computer where they were made/);
  });
});

test('spellings that may be merged are suggested', async () => {
  const found = workbench.suggestMerges({ table: 'received', variable: 'town' });
  expect(found).toEqual([
    {
      to: 'leeds',
      spellings: [
        { text: 'leeds', n: 2 },
        { text: 'Leeds', n: 1 },
      ],
    },
  ]);
  expect(
    (await refusalOf(() => workbench.suggestMerges({ table: 'received', variable: 'age' }))).code,
  ).toBe('wrong-kind');
});
