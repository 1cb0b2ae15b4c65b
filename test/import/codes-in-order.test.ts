import { expect, test } from 'vitest';
import { CodesInOrder } from '../../src/import/codes-in-order.ts';
import { countRun } from '../../src/import/profile.ts';
import type { NumbersByRow } from '../../src/import/raw-run.ts';
import { PIECE } from '../../src/import/row-numbers.ts';

const ROWS = PIECE + 700;
const ABOVE = [2, 0, 2];
const FIRST = 5;
const CODES = Uint32Array.from({ length: ROWS }, (_, row) => ABOVE[row] ?? FIRST + row - 3);

/** The same, kept. */
const KEPT: NumbersByRow = {
  at: (row) => CODES[row] as number,
  stretches: (from, to) => [{ at: from, numbers: CODES.subarray(from, to) }],
};

const SPANS = [
  [0, ROWS],
  [1, 3],
  [2, 2],
  [3, ROWS],
  [4, PIECE + 4],
  [PIECE, ROWS],
] as const;

test.each(SPANS)('codes in order are those that are kept: rows %i to %i', (from, to) => {
  const inOrder = new CodesInOrder(ABOVE, FIRST);
  const found: number[] = [];
  for (const { at, numbers } of inOrder.stretches(from, to)) {
    expect(at).toBe(from + found.length);
    found.push(...numbers);
  }
  expect(Uint32Array.from(found)).toEqual(CODES.slice(from, to));
  for (const row of [from, to - 1]) expect(inOrder.at(row)).toBe(KEPT.at(row));

  const entries = {
    size: FIRST + ROWS - 3,
    read: () => ({ dictionary: [], types: new Uint8Array() }),
  };
  const [own, kept] = [inOrder, KEPT].map((numbers) =>
    countRun({ first: 9, rows: ROWS, numbers, entries }, 9 + from, 9 + to),
  );
  expect(own?.counts).toEqual(kept?.counts);
  for (const [code, n] of kept?.counts.entries() ?? []) {
    if (n > 0 && own?.firstRows[code] !== kept?.firstRows[code]) expect.fail(`code ${code}`);
  }
});
