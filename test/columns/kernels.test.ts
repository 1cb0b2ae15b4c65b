import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bytesOf, compiledKernel } from '../../scripts/kernel.ts';
import { roomFor } from '../../src/columns/hot/hot-column.ts';
import {
  type Bitmap,
  type Codes,
  type ColumnKernel,
  PAIR_SUMS,
  SUMS,
} from '../../src/columns/kernel/column-kernel.ts';
import { PlainKernel } from '../../src/columns/kernel/plain-kernel.ts';
import { WasmKernel } from '../../src/columns/kernel/wasm-kernel.ts';
import { Refusal } from '../../src/model/refusal.ts';
import { type WebAssemblyHost, webAssembly } from '../../src/model/web-assembly.ts';
import { randomFrom } from './frames.ts';

const host = webAssembly as WebAssemblyHost;
const ROWS = [0, 1, 31, 32, 33, 127, 128, 129, 4095, 5000, 40_001];

/** What both kernels make of the same codes, conditions and values. */
function transcript(kernel: ColumnKernel, seed: number): unknown[] {
  const random = randomFrom(seed);
  const upTo = (n: number) => Math.floor(random() * n);
  const { rows } = kernel;
  const column = (width: 1 | 2 | 4, size: number): Codes => {
    const codes = roomFor(width, kernel);
    for (let row = 0; row < rows; row++) codes[row] = upTo(size);
    return codes;
  };
  const small = column(1, 1 + upTo(256));
  const middle = column(2, 1 + upTo(65_536));
  const large = column(4, 2 ** 32);
  const told: unknown[] = [];
  for (const codes of [small, middle, large]) {
    const some = codes.slice(0, rows);
    const own = codes.subarray(0, rows);
    kernel.shift(own, upTo(2 ** codes.BYTES_PER_ELEMENT));
    kernel.putReasons(
      own,
      Uint8Array.from({ length: rows }, () => upTo(3) * upTo(200)),
    );
    told.push([...own]);
    own.set(some);
  }
  const values = Float64Array.from({ length: rows }, () =>
    upTo(20) === 0 ? Number.NaN : (upTo(20_001) - 10_000) / 100,
  );
  told.push([1, 10, 100, 1000].map((divisor) => kernel.areSteps(values, divisor)));
  const steps = values.map((value) => (Number.isNaN(value) ? 0 : value));
  const wide = roomFor(2, kernel).subarray(0, rows);
  kernel.putSteps(wide, steps, 100, 10_000);
  told.push([...wide]);
  const tell = (bitmap: Bitmap) => {
    const of = kernel.rowsOf(bitmap);
    expect(kernel.count(bitmap)).toBe(of.length);
    told.push([...of]);
  };
  const range = (codes: Codes, most: number) => {
    const low = upTo(most);
    const into = kernel.bitmap();
    kernel.addRange(into, codes, low, low + upTo(most - low));
    tell(into);
    return into;
  };
  const a = range(small, 256);
  const b = range(middle, 65_536);
  const c = range(large, 2 ** 32);
  for (const [codes, size] of [
    [small, 256],
    [middle, 65_536],
  ] as const) {
    const into = kernel.bitmap();
    kernel.addSet(
      into,
      codes,
      Uint8Array.from({ length: size }, () => upTo(2)),
    );
    tell(into);
  }
  const others = [kernel.bitmap(), kernel.bitmap()] as const;
  const met = kernel.bitmap();
  const conditions = [{ rows: b, others: others[0] }, { rows: c }, { rows: a, others: others[1] }];
  told.push(kernel.meet(met, a, conditions), kernel.meet(kernel.bitmap(), b, []));
  for (const bitmap of [met, ...others]) tell(bitmap);
  kernel.or(a, c);
  tell(a);
  kernel.and(a, b);
  tell(a);
  kernel.not(a);
  tell(a);
  const few = 1 + upTo(8);
  const least = column(1, few);
  const thin = kernel.thin(least, few);
  expect(kernel.thin(small, 9)).toBeUndefined();
  const everyone = kernel.bitmap();
  kernel.not(everyone);
  // All rows but one stretch, which begins and ends anywhere.
  const most = kernel.bitmap();
  kernel.not(most);
  const [from, to] = [upTo(rows), upTo(rows)].sort((x, y) => x - y) as [number, number];
  for (let row = from; row < to; row++) most[row >>> 5] = (most[row >>> 5] as number) & ~(1 << row);
  for (const bitmap of [a, everyone, most]) {
    const counts = [kernel.words(256), kernel.words(65_536)] as const;
    const values = { codes: middle, floor: 7 };
    const sums = [kernel.doubles(SUMS), kernel.doubles(SUMS * 256), kernel.doubles(SUMS)] as const;
    const pairs = kernel.doubles(PAIR_SUMS);
    const thinCounts = kernel.words(few);
    kernel.tally(bitmap, [{ codes: least, thin, counts: thinCounts }]);
    kernel.tally(bitmap, [
      { values, split: 8, sums: sums[0] },
      { codes: small, counts: counts[0] },
      { values, split: 5, by: small, sums: sums[1] },
      { codes: middle, counts: counts[1] },
      { codes: least, thin, counts: thinCounts },
      { x: { codes: small, floor: 3 }, y: { codes: middle, floor: 9 }, pairs },
      { values: { codes: large, floor: 2 }, split: 16, sums: sums[2] },
    ]);
    told.push(...[...counts, ...sums, pairs, thinCounts].map((numbers) => [...numbers]));
    expect(counts[0].reduce((sum, n) => sum + n, 0)).toBe(kernel.count(bitmap));
    const [n = 0, sum = 0, high = 0, product = 0, low = 0] = sums[0];
    const found = Array.from(kernel.rowsOf(bitmap), (row) => (middle[row] as number) - 7);
    const present = found.filter((value) => value >= 0);
    expect([n, sum]).toEqual([present.length, present.reduce((upTo, value) => upTo + value, 0)]);
    const squares = present.reduce((upTo, value) => upTo + value ** 2, 0);
    expect(high * 2 ** 16 + product * 2 ** 9 + low).toBe(squares);
  }
  return told;
}

describe('kernels', () => {
  test.each(ROWS)('both give the same for %i rows', (rows) => {
    for (let seed = 1; seed <= 4; seed++) {
      const plain = transcript(new PlainKernel(rows), seed);
      const wasm = transcript(new WasmKernel(rows, 4 << 20, host), seed);
      expect(wasm).toEqual(plain);
    }
  });

  test('range and tally are what they say, counted by hand', () => {
    const kernel = new WasmKernel(5, 1 << 16, host);
    const codes = roomFor(1, kernel);
    codes.set([3, 1, 4, 1, 5]);
    const some = kernel.bitmap();
    kernel.addRange(some, codes, 1, 3);
    expect([...kernel.rowsOf(some)]).toEqual([0, 1, 3]);
    const counts = kernel.words(6);
    kernel.tally(some, [{ codes, counts }]);
    expect([...counts]).toEqual([0, 2, 0, 1, 0, 0]);
  });

  test('what is released is handed out again, empty; beyond the room nothing is', () => {
    const kernel = new WasmKernel(100, 4000, host);
    const first = kernel.bitmap();
    kernel.not(first);
    kernel.release(first);
    expect(kernel.bitmap().byteOffset).toBe(first.byteOffset);
    expect(kernel.count(first)).toBe(0);
    expect(() => kernel.bytes(1 << 20)).toThrow(Refusal);
  });

  test('a closed kernel hands its memory on empty, and answers nothing any more', () => {
    const first = new WasmKernel(100, 1 << 20, host);
    const codes = roomFor(1, first);
    codes.fill(7);
    const everyone = first.bitmap();
    first.not(everyone);
    first.close();
    expect(() => first.count(everyone)).toThrow('closed');
    expect(() => first.bitmap()).toThrow();
    const second = new WasmKernel(100, 1 << 19, host);
    const own = roomFor(1, second);
    expect(own.buffer).toBe(codes.buffer);
    expect([...own, ...second.bitmap()].every((value) => value === 0)).toBe(true);
    // There is one to hand on, and it has to be large enough.
    expect(roomFor(1, new WasmKernel(100, 1 << 19, host)).buffer).not.toBe(codes.buffer);
    second.close();
    expect(roomFor(1, new WasmKernel(100, 1 << 21, host)).buffer).not.toBe(codes.buffer);
    // A very large one is not kept.
    const large = new WasmKernel(100, 1 << 28, host);
    const { buffer } = large.bytes(1 << 27);
    large.close();
    expect(roomFor(1, new WasmKernel(100, 1 << 19, host)).buffer).not.toBe(buffer);
  });

  test('the bytes are those of the source', () => {
    const source = 'src/columns/kernel/column-kernel.as.ts';
    expect(readFileSync(bytesOf(source), 'utf8')).toBe(compiledKernel(source));
  });
});
