import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Condition } from '../../src/model/condition.ts';
import { UNWATCHED } from '../../src/model/project.ts';
import type { Rule, RuleTest } from '../../src/model/quality.ts';
import { createWorkbench, type OpenWorkbench } from '../../src/workbench.ts';

let workbench: OpenWorkbench;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-linked-rules-'));
  workbench = createWorkbench(join(folder, 'p.attune'), { create: { title: 'P' } });
  const people = ['client_id,programme', 'P1,PIP', 'P2,PIP', 'P3,Group'];
  // P1 has no session, P2 three, P3 one.
  const sessions = [
    'session_id,client_id,minutes,hours',
    'S1,P2,30,0.5',
    'S2,P2,60,1',
    'S3,P2,60,2',
    'S4,P3,,',
  ];
  for (const [table, lines] of [
    ['people', people],
    ['sessions', sessions],
  ] as const) {
    const file = join(folder, `${table}.csv`);
    writeFileSync(file, `${lines.join('\n')}\n`);
    await workbench.importFile({ file, table, unit: table }, UNWATCHED);
  }
});
afterAll(() => workbench.close());

const link = { table: 'people', key: 'client_id', foreignKey: 'client_id' };
const inPip: Condition = { linked: link, where: { op: 'is', variable: 'programme', value: 'PIP' } };
const rule = (test: RuleTest, table = 'sessions'): Rule => ({
  id: `${table}.own.${test.kind}`,
  table,
  test,
  severity: 'high',
  dimension: 'consistency',
  from: 'person',
  on: true,
});
const tried = (test: RuleTest, table?: string) => workbench.tryRule({ rule: rule(test, table) });

describe('rules over linked tables', () => {
  test('ask only rows whose linked rows meet a condition, and say so', () => {
    expect(tried({ kind: 'required', variables: ['minutes'] })).toMatchObject({ n: 1, of: 4 });
    expect(tried({ kind: 'required', variables: ['minutes'], when: inPip })).toEqual({
      sentence:
        'minutes is filled in for sessions where there is a row in people with the same client_id where (programme is PIP)',
      unit: 'sessions',
      n: 0,
      of: 3,
    });
    expect(
      tried({ kind: 'range', variables: ['minutes'], high: 45, when: { not: inPip } }),
    ).toMatchObject({ n: 0, of: 0 });
    expect(tried({ kind: 'at-most', n: 2, per: ['client_id'], when: inPip })).toMatchObject({
      sentence:
        'There are at most 2 rows of sessions where there is a row in people with the same client_id where (programme is PIP) for each client_id',
      n: 1,
      of: 3,
    });
  });

  test('ask for rows in the other table that meet a condition', () => {
    const test: RuleTest = {
      kind: 'exists',
      variable: 'client_id',
      table: 'people',
      key: 'client_id',
      where: {
        linked: { table: 'sessions', key: 'client_id', foreignKey: 'client_id' },
        least: 2,
      },
    };
    expect(tried(test)).toMatchObject({
      sentence:
        'client_id is in people where there are at least 2 rows in sessions with the same client_id',
      n: 1,
      of: 4,
    });
  });

  test('hold a variable against what an expression gives', () => {
    expect(tried({ kind: 'computed', variable: 'hours', expression: 'minutes / 60' })).toEqual({
      sentence: 'hours is minutes / 60',
      unit: 'sessions',
      n: 1,
      of: 3,
    });
    const asked = (expression: string) => () =>
      tried({ kind: 'computed', variable: 'hours', expression });
    expect(asked('minuts / 60')).toThrow('there is no variable called “minuts”');
    expect(asked('"a"')).toThrow('hours holds numbers, and "a" gives texts.');
  });

  test('are kept, said in the list, run, and show their rows', () => {
    const kept = rule({ kind: 'required', variables: ['minutes'], when: { not: inPip } });
    workbench.saveRule({ rule: kept });
    expect(workbench.ruleSentences({})[kept.id]).toBe(
      'minutes is filled in for sessions except those where there is a row in people with the same client_id where (programme is PIP)',
    );
    const found = workbench.quality({}).findings.find((each) => each.rule.id === kept.id);
    expect(found).toMatchObject({ n: 1, of: 1 });
    expect(workbench.failingRows({ rule: kept.id, offset: 0, limit: 5 }).rows).toMatchObject([
      { row: 4, sentence: 'minutes is blank.' },
    ]);
  });
});

describe('rules for a table that was put together', () => {
  test('ask about dates from both sides, and rows that repeat; nothing that a source is asked', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'attune-made-rules-'));
    const own = createWorkbench(join(folder, 'p.attune'), { create: { title: 'P' } });
    const day = (month: number, i: number) => `2023-0${month}-${10 + (i % 15)}`;
    const ids = Array.from({ length: 60 }, (_, i) => `C${100 + i}`);
    const files = {
      referrals: [
        'client_id,received,accepted',
        ...ids.map((id, i) => `${id},${day(2, i)},${day(3, i)}`),
      ],
      closures: [
        'client_id,closed',
        ...ids.map((id, i) => `${id},${i === 7 ? '2022-12-24' : day(6, i)}`),
      ],
    };
    for (const [table, lines] of Object.entries(files)) {
      const file = join(folder, `${table}.csv`);
      writeFileSync(file, `${lines.join('\n')}\n`);
      await own.importFile({ file, table, unit: table }, UNWATCHED);
    }
    const link = { table: 'closures', key: 'client_id', foreignKey: 'client_id' };
    const steps = [{ op: 'link', ...link, bring: [{ variable: 'closed' }] }];
    const definition = { name: 'cases', label: 'Cases', unit: 'cases', from: 'referrals', steps };
    await own.makeTable({ definition }, UNWATCHED);
    const fresh = own.suggestRules({}).filter(({ table }) => table === 'cases');
    expect(fresh.map(({ id }) => id)).toEqual([
      'cases.no-repeats',
      'cases.client_id.unique',
      'cases.closed.order.received',
      'cases.closed.order.accepted',
    ]);
    const found = own.quality({ table: 'cases' }).findings;
    expect(found.map(({ rule: { id }, n, of }) => [id, n, of])).toEqual([
      ['cases.closed.order.received', 1, 60],
      ['cases.closed.order.accepted', 1, 60],
    ]);
    own.close();
  });
});
