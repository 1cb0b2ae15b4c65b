import { describe, expect, test } from 'vitest';
import { rowsToShow } from '../../renderer/preview-rows.ts';
import { byTable, chosenReceipt, receiptId } from '../../renderer/stored-receipts.ts';
import type { FilePreview, PreviewCell, PreviewRow } from '../../src/model/importing.ts';

const cell = (state: PreviewCell['state']): PreviewCell => ({ raw: 'x', value: 'x', state });
const row = (at: number, role: PreviewRow['role'], state: PreviewCell['state'] = 'ok') => ({
  row: at,
  role,
  cells: [cell(state)],
});

function preview(rows: readonly PreviewRow[], parts?: unknown[]): FilePreview {
  return {
    rows,
    decisions: { dialect: { kind: 'xlsx' }, header: { row: 2, rows: 1 } },
    receipt: { ...(parts && { parts }) },
  } as unknown as FilePreview;
}

describe('rows of a preview', () => {
  const rows = [row(1, 'title'), row(2, 'header'), row(3, 'data'), row(9, 'data', 'problem')];

  test('stand above and below the heads, with the quiet stretches named', () => {
    const { above, below } = rowsToShow(preview(rows), 'first');
    expect(above.map(({ row: at }) => at)).toEqual([1]);
    expect(below).toMatchObject([{ row: 3 }, { from: 4, to: 8 }, { row: 9 }]);
  });

  test('can be only those with a problem, or those set aside', () => {
    const all = preview([...rows, row(10, 'quarantined')]);
    expect(rowsToShow(all, 'problems').below).toMatchObject([{ row: 9 }]);
    expect(rowsToShow(all, 'quarantined').below).toMatchObject([{ row: 10 }]);
  });

  test('of a stack have no gaps between them: each part counts anew', () => {
    const stacked = preview([row(2, 'header'), row(5, 'data'), row(3, 'data')], [{}, {}]);
    expect(rowsToShow(stacked, 'first').below).toMatchObject([{ row: 5 }, { row: 3 }]);
  });
});

test('imports stand by table, the last first, and one is found by its name or its table', () => {
  const receipt = (table: string, importedAt: string) =>
    ({ table, importedAt }) as Parameters<typeof receiptId>[0];
  const list = byTable([receipt('a', '1'), receipt('a', '2'), receipt('b', '1')]);
  expect(list.map(receiptId)).toEqual(['a\n2', 'a\n1', 'b\n1']);
  expect(chosenReceipt(list, 'a')).toBe(list[0]);
  expect(chosenReceipt(list, 'a\n1')).toBe(list[1]);
  expect(chosenReceipt(list, null)).toBe(list[0]);
});
