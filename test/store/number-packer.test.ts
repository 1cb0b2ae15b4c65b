import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bytesOf, compiledKernel } from '../../scripts/kernel.ts';
import { type WebAssemblyHost, webAssembly } from '../../src/model/web-assembly.ts';
import { PlainPacker } from '../../src/store/kernel/plain-packer.ts';
import { WasmPacker } from '../../src/store/kernel/wasm-packer.ts';
import { seeded } from '../bench/appointments-csv.ts';

const ROWS = 5_000;

const NUMBERS: Record<string, (random: () => number) => number> = {
  bytes: (random) => 100 + Math.floor(random() * 200),
  'two bytes, some negative': (random) => Math.floor(random() * 60_000) - 30_000,
  'four bytes': (random) => 5 + Math.floor(random() * 2 ** 32),
  'large whole numbers': (random) => Math.floor(random() * 2 ** 60),
  decimals: (random) => random() - 0.5,
  'decimals of two places': (random) => Math.floor(random() * 20_000 - 10_000) / 100,
  'hardly a decimal': (random) => (random() < 0.001 ? 0.125 : Math.floor(random() * 9)),
  'zeros of either sign': (random) => (random() < 0.5 ? -0 : 0),
  'no numbers': (random) => (random() < 0.5 ? Number.NaN : 1),
  infinities: (random) => (random() < 0.5 ? Number.NEGATIVE_INFINITY : 1 / Math.round(random())),
};

const TABLES: Record<string, 3 | ((random: () => number) => number)> = {
  'the codes less three': 3,
  bytes: (random) => 9 + Math.floor(random() * 200),
  'two bytes': (random) => 5 + Math.floor(random() * 60_000),
  'four bytes': (random) => Math.floor(random() * 2 ** 32),
};

const WIDTHS = [
  [Uint8Array, 200],
  [Uint16Array, 3_000],
  [Uint32Array, 70_000],
] as const;

describe('packers of numbers', () => {
  test('the compiled packer is what its source compiles to', () => {
    const source = 'src/store/kernel/number-packer.as.ts';
    expect(readFileSync(bytesOf(source), 'utf8')).toBe(compiledKernel(source));
  });

  test.each(Object.entries(NUMBERS))('lay out the same: %s', (_, make) => {
    const random = seeded(3);
    const [wasm, plain] = [
      new WasmPacker(ROWS, webAssembly as WebAssemblyHost),
      new PlainPacker(ROWS),
    ];
    for (const n of [0, 1, 2, 3, 1_000, ROWS]) {
      const values = Float64Array.from({ length: n }, () => make(random));
      for (const share of [undefined, 0, 0.3, 1]) {
        const gaps = share === undefined ? undefined : new Uint8Array(n);
        if (share) for (let i = 0; i < n; i++) (gaps as Uint8Array)[i] = random() < share ? 1 : 0;
        const range = wasm.take(values, gaps);
        expect(range).toEqual(plain.take(values, gaps));
        const span = range.high - range.low;
        const widths = [8 as const];
        if (range.isWhole && span <= 0xffff_ffff) {
          const most = span <= 0xff ? [1, 2, 4] : span <= 0xffff ? [2, 4] : [4];
          widths.push(...(most as 8[]));
        }
        for (const divisor of [10, 100, 1_000]) {
          const areSteps = wasm.areSteps(divisor);
          expect(areSteps).toBe(plain.areSteps(divisor));
          if (!areSteps || span * divisor > 0xffff_ffff) continue;
          const first = Math.round(range.low * divisor);
          const own = Buffer.from(wasm.pack(first, 4, divisor));
          expect(own.equals(plain.pack(first, 4, divisor))).toBe(true);
        }
        for (const bytes of widths) {
          const own = Buffer.from(wasm.pack(range.low, bytes));
          expect(own.equals(plain.pack(range.low, bytes))).toBe(true);
          expect(own.length).toBe(n * bytes);
        }
      }
    }
  });

  test.each(Object.entries(TABLES))('lay out codes the same: %s', (_, numberOf) => {
    const random = seeded(5);
    const [wasm, plain] = [
      new WasmPacker(ROWS, webAssembly as WebAssemblyHost),
      new PlainPacker(ROWS),
    ];
    for (const [Kind, size] of WIDTHS) {
      for (const share of [undefined, 0, 0.3, 1]) {
        const table = {
          numbers: numberOf === 3 ? 3 : Uint32Array.from({ length: size }, () => numberOf(random)),
          gaps:
            share === undefined
              ? undefined
              : Uint8Array.from({ length: size }, () => (random() < share ? 7 : 0)),
        };
        for (const lengths of [[1], [3], [999, 1], [1, 0, 998], [ROWS]]) {
          const isCounted = random() < 0.3;
          const pieces = lengths.map((length) =>
            new Kind(length).map((_, i) => (isCounted ? i % size : Math.floor(random() * size))),
          );
          const { gaps, ...range } = wasm.takeCodes(pieces, table);
          const { gaps: own, ...plainly } = plain.takeCodes(pieces, table);
          expect(range).toEqual(plainly);
          expect(gaps).toEqual(own);
          const span = Math.max(0, range.high - range.low);
          const widths = span <= 0xff ? [1, 2, 4] : span <= 0xffff ? [2, 4] : [4];
          for (const bytes of widths as (1 | 2 | 4)[]) {
            const packed = Buffer.from(wasm.packCodes(range.low, bytes));
            expect(packed.equals(plain.packCodes(range.low, bytes))).toBe(true);
          }
        }
      }
    }
  });

  test('make the same bits of bytes', () => {
    const random = seeded(9);
    const [wasm, plain] = [
      new WasmPacker(ROWS, webAssembly as WebAssemblyHost),
      new PlainPacker(ROWS),
    ];
    for (const n of [1, 7, 8, 15, 16, 17, 31, 1_000, ROWS]) {
      for (const others of [0, 0, 0.001, 1]) {
        const bytes = Uint8Array.from({ length: n }, () =>
          random() < others ? 4 : random() < 0.5 ? 3 : 0,
        );
        const bits = wasm.bits(bytes, 3);
        expect(bits).toEqual(plain.bits(bytes, 3));
        expect(bits === undefined).toBe(bytes.includes(4));
      }
    }
  });
});
