import { expect, test } from 'vitest';
import { selectBy, selectByKey, selectOne } from '../../renderer/column-selection.ts';
import { likeColumns, selectStrips, unfold } from '../../renderer/like-columns.ts';
import type { ColumnDecision } from '../../src/model/importing.ts';
import type { Kind } from '../../src/model/variable.ts';

const column = (header: string, position: number, kind: Kind = 'integer') =>
  ({ position, header, name: header, kind, keep: true, missing: [] }) as unknown as ColumnDecision;
const columns = (headers: readonly string[]) => headers.map((header, at) => column(header, at));
const fold = (all: readonly ColumnDecision[], asked: readonly number[] = []) =>
  likeColumns(all, ({ position }) => asked.includes(position)).map(({ label }) => label);

test('items that count on are one strip; their neighbours stay', () => {
  const headers = ['ID', 'PRFQ_01', 'PRFQ_02', 'PRFQ_03', 'PRFQ_04', 'Date', 'Q1', 'Q2', 'Q3'];
  expect(fold(columns(headers))).toEqual(['ID', 'PRFQ_01 to 04', 'Date', 'Q1', 'Q2', 'Q3']);
});

test('the number that counts may stand anywhere, but only one may', () => {
  const first = ['q1_t1', 'q2_t1', 'q3_t1', 'q4_t1', 'q1_t2', 'q2_t2', 'q3_t2', 'q4_t2'];
  expect(fold(columns(first))).toEqual(['q1_t1 to q4_t1', 'q1_t2 to q4_t2']);
  expect(fold(columns(['q1_t1', 'q2_t1', 'q3_t1', 'q3_t2']))).toHaveLength(4);
  expect(fold(columns(['2020', '2021', '2023', '2024']))).toHaveLength(4);
  expect(fold(columns(['Q 09', 'Q 10', 'Q 11', 'Q 12']))).toEqual(['Q 09 to 12']);
});

test('another kind, another decision or a question ends a strip', () => {
  const all = columns(['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'q9']);
  const mixed = all.map((one, at) => (at === 4 ? column('q5', 4, 'text') : one));
  expect(fold(mixed)).toEqual(['q1 to 4', 'q5', 'q6 to 9']);
  expect(fold(all, [4])).toEqual(['q1 to 4', 'q5', 'q6 to 9']);
  const without = all.map((one, at) => (at > 3 ? { ...one, keep: false } : one));
  expect(fold(without)).toEqual(['q1 to 4', 'q5 to 9']);
});

test('a strip is selected whole, by click, with Shift, and by keys', () => {
  const all = columns(['ID', 'q1', 'q2', 'q3', 'q4', 'Date']);
  const strips = likeColumns(all, () => false);
  const keys = { shiftKey: false, ctrlKey: false, metaKey: false };
  const strip = selectStrips(selectOne(0), strips, (from, order) => selectBy(from, 1, order, keys));
  expect([...(strip?.positions ?? [])]).toEqual([1, 2, 3, 4]);
  const on =
    strip &&
    selectStrips(strip, strips, (from, order) => selectByKey(from, 'ArrowRight', order, keys));
  expect([...(on?.positions ?? [])]).toEqual([5]);
  const more = selectStrips(selectOne(0), strips, (from, order) =>
    selectBy(from, 5, order, { ...keys, shiftKey: true }),
  );
  expect([...(more?.positions ?? [])]).toEqual([0, 1, 2, 3, 4, 5]);
  const less =
    strip &&
    selectStrips({ ...strip, positions: new Set([0, ...strip.positions]) }, strips, (from, order) =>
      selectBy(from, 1, order, { ...keys, ctrlKey: true }),
    );
  expect([...(less?.positions ?? [])]).toEqual([0]);
});

test('unfolded, every column is in its place again', () => {
  const all = columns(['ID', 'q1', 'q2', 'q3', 'q4', 'Date']);
  const places = likeColumns(all, () => false)
    .flatMap(unfold)
    .map(({ label, place }) => [label, place]);
  expect(places).toEqual(all.map(({ header }, at) => [header, at]));
});
