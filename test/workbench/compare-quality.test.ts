import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { UNWATCHED } from '../../src/model/project.ts';
import type { Rule, RuleTest } from '../../src/model/quality.ts';
import { turnOf } from '../../src/model/quality-comparison.ts';
import type { Step } from '../../src/model/table.ts';
import { createWorkbench, type OpenWorkbench } from '../../src/workbench.ts';
import { projectHash } from '../helpers/project-hash.ts';

// The rules at a point of a recipe, held against the same rules on a table that was made up to that point and kept.

const ROWS = `id,town,age,seen,born
01,Leeds,17,2023-01-02,2005-01-01
02,leeds,31,2023-05-01,1992-01-01
02,leeds,31,2023-05-01,1992-01-01
03,York,,2023-02-28,1990-03-03
04,Hull,250,2023-06-01,2024-04-04
05,Hul,44,2023-06-02,1979-05-05
`;

const STEPS: readonly Step[] = [
  { op: 'remove-duplicates' },
  { op: 'map-values', variable: 'town', map: { leeds: 'Leeds', Hul: 'Hull' } },
  { op: 'set-missing', variables: ['age'], outside: { low: 12, high: 60 }, reason: 'not an age' },
  { op: 'rename-variable', variable: 'town', name: 'place', label: 'Place' },
];

const TESTS: Readonly<Record<string, RuleTest>> = {
  unique: { kind: 'unique', variables: ['id'] },
  list: { kind: 'in-list', variable: 'town', values: ['Leeds', 'York', 'Hull'] },
  range: { kind: 'range', variables: ['age'], low: 12, high: 60 },
  required: { kind: 'required', variables: ['age'] },
  order: { kind: 'order', variable: 'seen', after: 'born', least: 0 },
};

let workbench: OpenWorkbench;

const rulesFor = (table: string): void => {
  for (const [id, test] of Object.entries(TESTS)) {
    const rule: Rule = {
      id: `${table}.${id}`,
      table,
      test,
      severity: 'medium',
      dimension: 'validity',
      from: 'person',
      on: true,
    };
    workbench.saveRule({ rule });
  }
};

const make = (name: string, steps: readonly Step[]) =>
  workbench.makeTable(
    { definition: { name, label: name, unit: 'people', from: 'received', steps } },
    UNWATCHED,
  );

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-'));
  vi.stubEnv('ATTUNE_HOME', join(folder, 'home'));
  workbench = createWorkbench(join(folder, 'p.attune'), { create: { title: 'P' } });
  const file = join(folder, 'received.csv');
  writeFileSync(file, ROWS);
  await workbench.importFile({ file, table: 'received', unit: 'people' }, UNWATCHED);
  for (const { id } of workbench.rules({})) workbench.removeRule({ id });
  rulesFor('received');
});
afterEach(() => {
  workbench.close();
  vi.unstubAllEnvs();
});

const counts = (before: number, after: number) => {
  const { rules } = workbench.compareQuality({ table: 'people', before, after });
  return Object.fromEntries(
    rules.map((each) => [
      each.rule.id.split('.')[1],
      [each.before?.n ?? null, each.after?.n ?? null],
    ]),
  );
};

test('raw against finished, as counted by hand', async () => {
  await make('people', STEPS);
  const found = workbench.compareQuality({ table: 'people' });
  expect(found).toMatchObject({ before: 0, after: 4, rows: { before: 6, after: 5 } });
  expect(found.points.map((words) => words.split(/[ ,]/)[0])).toEqual([
    'received',
    'Removed',
    'Merged',
    'Set',
    'Renamed',
  ]);
  expect(counts(0, 3)).toEqual({
    unique: [1, 0],
    list: [3, 0],
    range: [1, 0],
    required: [1, 2],
    order: [1, 1],
  });
  // 3 fewer; 1 fewer, by share 1 of 5 to 0 of 3 before 1 of 6 to 0 of 5; as many, 1 of 6 and 1 of 5; 1 more.
  const { rules } = workbench.compareQuality({ table: 'people', after: 3 });
  expect(rules.map(({ rule }) => rule.id.split('.')[1])).toEqual([
    'list',
    'range',
    'unique',
    'order',
    'required',
  ]);
  expect(rules.map(turnOf)).toEqual(['fewer', 'fewer', 'fewer', 'as-many', 'more']);
  expect(found.rules.map(turnOf).at(-1)).toBe('apart');
  expect(found.rules.at(-1)).toMatchObject({
    rule: { id: 'received.list' },
    before: { n: 3, of: 6 },
    after: null,
    why: expect.stringContaining('There is no variable called “town”'),
  });
});

test('at every point as on a table that was made up to there', async () => {
  await make('people', STEPS);
  for (const point of STEPS.keys()) {
    await make(`upto${point}`, STEPS.slice(0, point));
    rulesFor(`upto${point}`);
    const kept = new Map(
      workbench
        .quality({ table: `upto${point}` })
        .findings.map(({ rule, n, of }) => [rule.id.split('.')[1], { n, of }]),
    );
    const { rules } = workbench.compareQuality({ table: 'people', before: point, after: point });
    for (const { rule, before } of rules) {
      const id = rule.id.split('.')[1];
      const found = kept.get(id);
      if (found) expect(before, `${id} at ${point}`).toEqual(found);
      else expect(before?.n, `${id} at ${point}`).toBe(0);
    }
  }
});

test('leaves out what is asked of the file, which no step changes', async () => {
  await make('people', STEPS);
  const ofTheFile: RuleTest[] = [
    { kind: 'all-loaded' },
    { kind: 'no-footer' },
    { kind: 'as-written', variables: ['town'] },
    { kind: 'date-order', variables: ['seen'] },
  ];
  const { rule } = workbench.compareQuality({ table: 'people' }).rules[0] as { rule: Rule };
  for (const test of ofTheFile) {
    workbench.saveRule({ rule: { ...rule, id: `received.${test.kind}`, test } });
  }
  const { rules } = workbench.compareQuality({ table: 'people' });
  expect(rules.map((each) => each.rule.test.kind).toSorted()).toEqual(
    Object.values(TESTS)
      .map(({ kind }) => kind)
      .toSorted(),
  );
});

test('asks what several tables on the way ask once, leaves nothing behind, and refuses what has no steps', async () => {
  await make('people', STEPS.slice(0, 3));
  rulesFor('people');
  const before = projectHash(workbench);
  const { rules } = workbench.compareQuality({ table: 'people' });
  expect(rules).toHaveLength(Object.keys(TESTS).length);
  expect(projectHash(workbench)).toBe(before);
  expect(workbench.verify({}).ok).toBe(true);
  expect(() => workbench.compareQuality({ table: 'received' })).toThrow('was not made by a recipe');
  expect(() => workbench.compareQuality({ table: 'people', after: 4 })).toThrow('has 3 steps');
});
