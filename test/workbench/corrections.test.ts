import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UNWATCHED } from '../../src/model/project.ts';
import type { Step } from '../../src/model/table.ts';
import { createWorkbench, type OpenWorkbench } from '../../src/workbench.ts';

const HEAD = 'client_id,ethnic_category,ward,received,seen,score,note';
const row = (i: number, more: Partial<Record<string, string>> = {}) => {
  const day = 10 + (i % 15);
  const cells = {
    ethnic: 'ABNM'[i % 4],
    ward: i % 2 ? 'Vassall' : 'Stockwell',
    received: `2023-02-${day}`,
    seen: `2023-03-${day}`,
    score: String(i % 10),
    note: `Came ${i} times`,
    ...more,
  };
  return `${String(i).padStart(5, '0')},${Object.values(cells).join(',')}`;
};
const LINES = [
  ...Array.from({ length: 60 }, (_, i) => row(i + 1)),
  row(61, { ethnic: 'm' }),
  row(62, { seen: '2023-01-01' }),
  row(63, { ward: 'vassall ' }),
  row(64, { note: 'Call 07700 900142' }),
  row(20),
];

let folder: string;
let workbench: OpenWorkbench;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attune-corrections-'));
  workbench = createWorkbench(join(folder, 'p.attune'), { create: { title: 'P' } });
  await load('first', LINES);
});
afterEach(() => workbench.close());

function load(name: string, lines: readonly string[], mode: 'new' | 'append' = 'new') {
  const file = join(folder, `${name}.csv`);
  writeFileSync(file, `${[HEAD, ...lines].join('\n')}\n`);
  return workbench.importFile({ file, table: 'referrals', mode }, UNWATCHED);
}

const finding = (kind: string) => {
  const found = workbench.quality({}).findings.find(({ rule }) => rule.test.kind === kind);
  if (!found) throw new Error(`nothing found by ${kind}`);
  return found;
};
const clean = (steps: readonly Step[], name = 'clean') =>
  workbench.makeTable(
    { definition: { name, label: name, unit: 'rows', from: 'referrals', steps } },
    UNWATCHED,
  );
const EDIT: Step = {
  op: 'edit-cells',
  variable: 'seen',
  key: ['client_id'],
  edits: [{ key: ['00062'], from: '2023-01-01', to: '2023-04-01' }],
};

describe('correcting what was found', () => {
  test('a corrected cell takes its row out of the finding; the imported one stays', async () => {
    const { rule } = finding('order');
    expect(finding('order')).toMatchObject({ n: 1, corrected: 0, met: false });
    expect(workbench.placeToCorrect({ rule: rule.id, row: 62 })).toEqual({
      table: 'referrals',
      row: 62,
    });
    await clean([{ op: 'remove-duplicates' }, EDIT]);
    expect(finding('order')).toMatchObject({ n: 1, corrected: 1, met: true });
    expect(workbench.failingRows({ rule: rule.id, offset: 0, limit: 5 }).rows).toMatchObject([
      { row: 62, state: 'corrected' },
    ]);
    expect(workbench.placeToCorrect({ rule: rule.id, row: 62 })).toEqual({
      table: 'clean',
      row: 62,
    });
    const score = workbench.quality({}).scores.find(({ dimension }) => dimension === 'consistency');
    expect(score).toMatchObject({ good: 65, of: 65 });
    workbench.undo({});
    expect(finding('order')).toMatchObject({ n: 1, corrected: 0, met: false });
  });

  test('a wrong correction is told: the row is still open', async () => {
    await clean([{ ...EDIT, edits: [{ key: ['00062'], to: '2022-12-24' }] }]);
    expect(finding('order')).toMatchObject({ n: 1, corrected: 0, met: false });
  });

  test('a row that repeats another is corrected by leaving it out, a wrong one is not', async () => {
    const ids: Step = {
      op: 'keep-rows',
      condition: { op: 'none-of', variable: 'client_id', values: ['00062'] },
      reason: 'looked at apart',
    };
    await clean([{ op: 'remove-duplicates' }, ids]);
    expect(finding('no-repeats')).toMatchObject({ n: 1, corrected: 1, met: true });
    expect(finding('order')).toMatchObject({ n: 1, corrected: 0, met: false });
    expect(workbench.placeToCorrect({ rule: finding('order').rule.id, row: 62 })).toEqual({
      table: 'clean',
      row: null,
    });
    // In a second table it is there, and wrong.
    await clean([], 'other');
    expect(finding('no-repeats')).toMatchObject({ corrected: 0 });
  });

  test('rows of a second file are told apart, though they stand in the same places', async () => {
    await load('second', [row(70, { seen: '2023-01-02' }), row(71)], 'append');
    expect(finding('order').n).toBe(2);
    await clean([EDIT]);
    expect(finding('order')).toMatchObject({ n: 2, corrected: 1 });
    const { rows } = workbench.failingRows({ rule: finding('order').rule.id, offset: 0, limit: 5 });
    expect(rows.map((each) => [each.row, each.state])).toEqual([
      [62, 'corrected'],
      [66, 'open'],
    ]);
  });

  test('a cleaned table of an earlier import says nothing, until it is made again', async () => {
    await clean([EDIT]);
    expect(finding('order')).toMatchObject({ n: 1, corrected: 1 });
    const file = join(folder, 'again.csv');
    // The wrong row stands first now, where a right one stood.
    writeFileSync(file, `${[HEAD, ...LINES.toReversed()].join('\n')}\n`);
    await workbench.importFile(
      { file, table: 'referrals', mode: 'replace', again: true },
      UNWATCHED,
    );
    expect(finding('order')).toMatchObject({ n: 1, corrected: 0 });
    await workbench.remakeTables({}, UNWATCHED);
    expect(finding('order')).toMatchObject({ n: 1, corrected: 1 });
    expect(workbench.placeToCorrect({ rule: finding('order').rule.id, row: 4 })).toEqual({
      table: 'clean',
      row: 4,
    });
  });

  test('the step for all like it is filled in, and settles them', async () => {
    const fix = (kind: string) => workbench.suggestFix({ rule: finding(kind).rule.id });
    expect(fix('code-list')).toEqual({
      table: 'referrals',
      step: { op: 'tidy-text', variable: 'ethnic_category', case: 'upper' },
    });
    expect(fix('spelling')?.step).toEqual({
      op: 'map-values',
      variable: 'ward',
      map: { vassall: 'Vassall' },
    });
    expect(fix('no-repeats')?.step).toEqual({ op: 'remove-duplicates' });
    expect(fix('identifiers')?.step).toMatchObject({ op: 'redact', variables: ['note'] });
    expect(fix('order')).toBeNull();
    const steps = ['code-list', 'spelling', 'no-repeats', 'identifiers'].map(
      (kind) => fix(kind)?.step as Step,
    );
    await clean(steps);
    for (const kind of ['code-list', 'spelling', 'no-repeats', 'identifiers']) {
      expect(finding(kind), kind).toMatchObject({ n: 1, corrected: 1, met: true });
    }
    // A column that is left out names nobody either.
    workbench.undo({});
    await clean([{ op: 'drop-variables', variables: ['note'] }]);
    expect(finding('identifiers')).toMatchObject({ corrected: 1 });
    expect(finding('spelling')).toMatchObject({ corrected: 0 });
  });
});
