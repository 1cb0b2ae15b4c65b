import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ColumnDecision } from '../../src/model/importing.ts';
import { UNWATCHED } from '../../src/model/project.ts';
import { createWorkbench, type OpenWorkbench } from '../../src/workbench.ts';

const ROWS = Array.from({ length: 60 }, (_, i) => [
  `P${100 + i}`,
  i % 20 === 7 ? 99 : 1 + (i % 7),
  i === 30 ? -9 : (i % 12) + 0.5 * (i % 2),
  i % 15 === 2 ? 'NK' : ['Vassall', 'Stockwell'][i % 2],
  i === 5 ? '09/09/9999' : `2023-02-${10 + (i % 15)}`,
  (i * 7_919) % 60,
]);

let folder: string;
let workbench: OpenWorkbench;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-missing-'));
  workbench = createWorkbench(join(folder, 'p.attune'), { create: { title: 'P' } });
});
afterEach(() => workbench.close());

function load(
  columns: readonly (Pick<ColumnDecision, 'position'> & Partial<ColumnDecision>)[] = [],
  rows: readonly (readonly (string | number | undefined)[])[] = ROWS,
  mode: 'new' | 'replace' = 'new',
) {
  const file = join(folder, 'visits.csv');
  const lines = [['id', 'score', 'weeks', 'ward', 'seen', 'place'], ...rows];
  writeFileSync(file, lines.map((cells) => cells.join(',')).join('\n'));
  return workbench.importFile({ file, table: 'visits', mode, changes: { columns } }, UNWATCHED);
}

const found = () =>
  workbench
    .quality({})
    .findings.filter(({ rule }) => rule.test.kind === 'missing-code')
    .map(({ rule, n, of, corrected }) => ({ id: rule.id, n, of, corrected }));

describe('codes for a missing value that nobody answered about', () => {
  test('are told as information, code by code, with their rows and why', async () => {
    await load();
    expect(found()).toEqual([
      { id: 'visits.ward.missing-code.NK', n: 4, of: 60, corrected: 0 },
      { id: 'visits.score.missing-code.99', n: 3, of: 60, corrected: 0 },
      { id: 'visits.weeks.missing-code.-9', n: 1, of: 60, corrected: 0 },
    ]);
    const check = workbench.quality({});
    const score = check.findings.find(({ rule }) => rule.id === 'visits.score.missing-code.99');
    expect(score).toMatchObject({
      sentence: 'No 99 in score stands for a missing value',
      rule: {
        severity: 'info',
        why: 'It often means “no answer” and stands apart from the rest, 1 to 7.',
      },
    });
    const { rows } = workbench.failingRows({ rule: score?.rule.id ?? '', offset: 0, limit: 9 });
    expect(rows.map(({ row }) => row)).toEqual([8, 28, 48]);
    // Days that stand for none are told by the rule on dates.
    const dates = check.findings.find(({ rule }) => rule.test.kind === 'default-date');
    expect(dates).toMatchObject({ n: 1 });
  });

  test('the same as the import suggests', async () => {
    await load();
    const file = join(folder, 'visits.csv');
    const { columns } = await workbench.previewFile({ file }, UNWATCHED);
    const names = ['id', 'score', 'weeks', 'ward', 'seen', 'place'];
    const suggested = columns.flatMap(({ position, suggestedMissing }) =>
      suggestedMissing.map(({ code, n }) => ({ column: names[position], code, n })),
    );
    expect(suggested).toEqual([
      { column: 'score', code: '99', n: 3 },
      { column: 'weeks', code: '-9', n: 1 },
      { column: 'ward', code: 'NK', n: 4 },
      { column: 'seen', code: '09/09/9999', n: 1 },
    ]);
  });

  test('are not told once they were answered about at the import', async () => {
    const missing = (code: string) => [{ code, reason: 'not known' }];
    await load([
      { position: 1, missing: missing('99') },
      { position: 2, missing: missing('-9') },
      { position: 3, missing: missing('NK') },
    ]);
    expect(found()).toEqual([]);
  });

  test('are settled by the step that is offered, or let be', async () => {
    await load();
    const fix = workbench.suggestFix({ rule: 'visits.score.missing-code.99' });
    expect(fix).toEqual({
      table: 'visits',
      step: { op: 'set-missing', variables: ['score'], values: ['99'], reason: 'missing code' },
    });
    const ward = workbench.suggestFix({ rule: 'visits.ward.missing-code.NK' });
    expect(ward?.step).toMatchObject({ values: ['NK'], reason: 'not known' });
    const steps = fix ? [fix.step] : [];
    const definition = { name: 'clean', label: 'clean', unit: 'rows', from: 'visits', steps };
    await workbench.makeTable({ definition }, UNWATCHED);
    expect(found()).toContainEqual(
      expect.objectContaining({ id: 'visits.score.missing-code.99', corrected: 3 }),
    );
  });

  test('a code that only the next extract holds is told too', async () => {
    await load([], ROWS.slice(8, 27));
    expect(found().map(({ id }) => id)).toEqual(['visits.ward.missing-code.NK']);
    await load([], ROWS, 'replace');
    expect(found()).toHaveLength(3);
  });

  test('a label that says so is enough', async () => {
    const values = [1, 2, 3, 4, 5, 6, 7].map((n) => ({ value: String(n), label: `Step ${n}` }));
    await load(
      [{ position: 1, kind: 'category', values: [...values, { value: '8', label: 'Not known' }] }],
      ROWS.map(([id, , ...rest], i) => [id, 1 + (i % 8), ...rest]),
    );
    const rule = workbench.rules({}).find(({ id }) => id === 'visits.score.missing-code.8');
    expect(rule?.why).toBe('Its label is “Not known”.');
  });
});
