import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bytesOf, compiledKernel } from '../../../scripts/kernel.ts';
import { PlainCodeCounter } from '../../../src/import/kernel/plain-code-counter.ts';
import { PlainKernel } from '../../../src/import/kernel/plain-kernel.ts';
import { PlainKeyCodes } from '../../../src/import/kernel/plain-key-codes.ts';
import { PlainKeyTally } from '../../../src/import/kernel/plain-key-tally.ts';
import { PlainTextGroups } from '../../../src/import/kernel/plain-text-groups.ts';
import { SEVERAL, type TextGroups } from '../../../src/import/kernel/text-groups.ts';
import type { RecordForm, TextKernel } from '../../../src/import/kernel/text-kernel.ts';
import { WasmCodeCounter } from '../../../src/import/kernel/wasm-code-counter.ts';
import { WasmKernel } from '../../../src/import/kernel/wasm-kernel.ts';
import { WasmKeyCodes } from '../../../src/import/kernel/wasm-key-codes.ts';
import { WasmKeyTally } from '../../../src/import/kernel/wasm-key-tally.ts';
import { wasmKeyWriter } from '../../../src/import/kernel/wasm-key-writer.ts';
import { WasmTextGroups } from '../../../src/import/kernel/wasm-text-groups.ts';
import { packedOf } from '../../../src/import/packed-utf8.ts';
import { GROUPS, UNDECIDED } from '../../../src/import/text-group.ts';
import { CellPattern } from '../../../src/model/cell-pattern.ts';
import { writeKeys } from '../../../src/model/keyed-texts.ts';
import { type WebAssemblyHost, webAssembly } from '../../../src/model/web-assembly.ts';
import { seeded } from '../../bench/appointments-csv.ts';

const host = webAssembly as WebAssemblyHost;

/** Cells of every sort that a kernel takes or leaves: quotes, line ends within them, long and short texts. */
const CELLS = [
  '',
  'a',
  '12345678',
  '123456789',
  '"quoted"',
  '""',
  '"a ""b"" c"',
  '"two\nlines"',
  '"two\r\nlines"',
  '"one\rtwo"',
  'in "the" middle',
  '"closed" late',
  'é – ß',
  ' ',
  'x'.repeat(100),
  `"${'long, '.repeat(30)}"`,
];

const ENDS = ['\n', '\n', '\n', '\r\n', '\r'];

/** Text of records, most of them regular. */
function randomText(random: () => number, { width, delimiter }: RecordForm): string {
  const one = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  let text = '';
  for (let row = 0; row < 200; row++) {
    const fields = random() < 0.03 ? width + 1 : width;
    const cells = Array.from({ length: fields }, (_, column) =>
      column === 0 && random() < 0.9
        ? `HB-${String(Math.floor(random() * 5000)).padStart(4, '0')}`
        : random() < 0.3
          ? (random() * 1000).toFixed(2)
          : one(CELLS),
    );
    text += cells.join(String.fromCharCode(delimiter)) + one(ENDS);
  }
  return text;
}

/** Everything that a kernel says about a text. Records that it leaves are passed over to their line end. */
function readAll(kernel: TextKernel, bytes: Buffer, width: number, patterns: CellPattern[]) {
  kernel.window().set(bytes);
  kernel.window()[bytes.length] = 0x0a;
  const columns = Array.from({ length: width }, (_, field) => kernel.column(field));
  const seen: unknown[] = [];
  for (let at = 0; at < bytes.length; ) {
    const next = kernel.scan(at, bytes.length, 7);
    const { records, lines, crlf, lineOf } = kernel.batch;
    seen.push({ next, records, lines, crlf, lineOf: [...lineOf.subarray(0, records)] });
    for (const [field, column] of columns.entries()) {
      const pattern = patterns[field];
      const read = pattern ? column.keys(pattern) : column.codes();
      seen.push(records === 0 ? 'nothing' : { ...read, numbers: [...read.numbers] });
    }
    const end = bytes.indexOf(0x0a, next);
    at = records > 0 ? next : end < 0 ? bytes.length : end + 1;
  }
  const single = columns.map((column) => column.codeOf(0, 3, false));
  const texts = columns.map((column, field) => {
    const pattern = patterns[field];
    const keys = pattern && [...column.textKeys(pattern)];
    const { bytes: all, ends } = column.texts();
    return {
      keys,
      size: column.size,
      length: column.length,
      all: Buffer.from(all),
      ends: [...ends],
    };
  });
  return { seen, single, texts };
}

describe('kernels', () => {
  test('the compiled kernel is what its source compiles to', () => {
    const source = 'src/import/kernel/text-kernel.as.ts';
    expect(readFileSync(bytesOf(source), 'utf8')).toBe(compiledKernel(source));
  });

  test.each(Array.from({ length: 60 }, (_, seed) => seed))(
    'read the same from a random text (seed %i)',
    (seed) => {
      const random = seeded(seed);
      const form = { delimiter: [0x2c, 0x3b, 0x09][seed % 3] as number, width: 1 + (seed % 7) };
      const bytes = Buffer.from(randomText(random, form));
      const code = CellPattern.of(Buffer.from('HB-0000')) as CellPattern;
      const number = CellPattern.of(Buffer.from('1.00')) as CellPattern;
      const patterns = seed % 2 === 0 ? [] : [code, number];
      const wasm = readAll(new WasmKernel(form, host), bytes, form.width, patterns);
      const plain = readAll(new PlainKernel(form), bytes, form.width, patterns);
      expect(wasm).toEqual(plain);
    },
  );

  test('forget the texts of a run and begin anew', () => {
    const form = { delimiter: 0x2c, width: 1 };
    for (const kernel of [new WasmKernel(form, host), new PlainKernel(form)]) {
      kernel.window().write('one\ntwo\n\n');
      kernel.scan(0, 8, 1);
      const column = kernel.column(0);
      expect([...column.codes().numbers]).toEqual([1, 2]);
      column.clear();
      expect(column.size).toBe(1);
      expect([...column.codes().numbers]).toEqual([1, 2]);
    }
  });

  test('put the same texts into the same groups', () => {
    const random = seeded(11);
    const upTo = (n: number) => Math.floor(random() * n);
    const parts = [
      '0',
      '7',
      '43210',
      '.',
      '-',
      'HB',
      'Ann',
      ' ',
      ',',
      ';',
      '|',
      '/',
      '_',
      'é',
      '\\',
    ];
    const more = ['agreed with the family', '12.50', '-0', '123456789012345', '2'.repeat(20)];
    const mixed = Array.from({ length: 20_000 }, () =>
      Array.from({ length: upTo(6) }, () => {
        const list = random() < 0.8 ? parts : more;
        return list[upTo(list.length)];
      }).join(''),
    );
    const long = 'word '.repeat(60_000);
    const all = ['', ...Array.from({ length: 30_000 }, (_, i) => String(i * 7)), long, ...mixed];
    const texts = packedOf({ dictionary: all });
    const groupsBy = (kernel: TextGroups) => {
      const state = { words: 0, longest: 0, harmless: 0, knowsWholes: false };
      const found: number[] = [];
      const into = new Uint32Array(SEVERAL);
      while (found.length < all.length) {
        const n = kernel.groups(texts, found.length, all.length, state, into);
        found.push(...into.subarray(0, n));
        if (found.length > 10_000) state.knowsWholes = true;
        if (found.length > 40_000) state.harmless = 5;
      }
      return { found, state };
    };
    const wasm = groupsBy(new WasmTextGroups(host));
    expect(wasm).toEqual(groupsBy(new PlainTextGroups()));
    expect(new Set(wasm.found).size).toBeGreaterThan(60);
    expect(Math.max(...wasm.found.filter((group) => group !== UNDECIDED))).toBeLessThan(GROUPS);
  });

  test.each([Uint8Array, Uint16Array, Uint32Array, Float64Array])(
    'count the same codes (%o)',
    (Width) => {
      const random = seeded(9);
      const size = Width === Uint8Array ? 200 : 60_000;
      const codes = new Width(
        Array.from({ length: 150_000 }, () => Math.floor(random() * random() * size)),
      );
      const counted = [new WasmCodeCounter(size, host), new PlainCodeCounter(size)].map(
        (counter) => {
          counter.add(codes.subarray(0, 3), 7);
          counter.add(codes.subarray(3), 10);
          const [counts, firstRows] = [new Uint32Array(size), new Uint32Array(size)];
          counter.end(counts, firstRows);
          return { counts, firstRows };
        },
      );
      expect(counted[0]).toEqual(counted[1]);
      const [{ counts, firstRows }] = counted as [(typeof counted)[0]];
      expect(counts[codes[5] as number]).toBe(codes.filter((code) => code === codes[5]).length);
      expect(firstRows[codes[5] as number]).toBe(7 + codes.indexOf(codes[5] as number));
    },
  );

  test.each([
    ['1.25', 2_000_000, 1 << 21],
    ['7', 90_000, 1 << 18],
    ['0.001', 10 ** 15, 0],
    ['HB-00001', 99_999, 1 << 17],
  ])('tally the same keys of numbers like %s up to %i', (text, high, bits) => {
    const pattern = CellPattern.of(Buffer.from(text)) as CellPattern;
    const random = seeded(5);
    const keys = Float64Array.from({ length: 60_000 }, (_, i) =>
      i % 11 === 0 ? -1 - i : Math.floor(random() * random() * high),
    );
    const pieces = [keys.subarray(0, 100), keys.subarray(100, 50_000), keys.subarray(50_000)];
    const known = { low: 0, bits, slots: bits === 0 ? 1 << 15 : 0 };
    const [wasm, plain] = [new WasmKeyTally(known, host), new PlainKeyTally(known)].map((tally) => {
      const runs = [0, 1].map((run) => {
        tally.begin(pattern);
        let row = run * keys.length;
        for (const piece of pieces) {
          tally.add(high < 2 ** 31 ? Int32Array.from(piece) : piece, row);
          row += piece.length;
        }
        const { keys: first, counts, firstRows, ...rest } = tally.end();
        return { ...rest, first: [...first], counts: [...counts], rows: [...firstRows] };
      });
      return { runs, isExact: tally.isExact };
    });
    expect(wasm).toEqual(plain);
    const all = keys.filter((key) => key >= 0);
    expect(plain?.isExact).toBe(bits > 0);
    const [once, again] = plain?.runs ?? [];
    expect(once?.filled).toBe(all.length);
    if (bits > 0) expect([once?.distinct, again?.distinct]).toEqual([new Set(all).size, 0]);
    expect(once?.counts.reduce((sum, n) => sum + n, 0)).toBe(all.length);
    expect(once?.first.length).toBeGreaterThan(text.startsWith('HB') ? 0 : 50);
  });

  test.each(['7', '0.25', '1234.500', 'HB-0001', '00012', '2024-01-31'])(
    'give keys like %s their codes, and write their texts',
    (text) => {
      const pattern = CellPattern.of(Buffer.from(text)) as CellPattern;
      const digits = Math.min(15, text.replace(/\D/g, '').length);
      const random = seeded(7);
      const high = 10 ** digits;
      const keys = Float64Array.from({ length: 40_000 }, (_, i) =>
        i < 20 ? i : i % 7 === 0 ? -1 - (i % 3) : Math.floor(random() * high),
      );
      const range = { low: 0, high: Math.max(high, 20) };
      const [wasm, plain] = [new WasmKeyCodes(range, 3, host), new PlainKeyCodes(range, 3)];
      const pieces = [keys.subarray(0, 100), keys.subarray(100)].map((piece) =>
        high < 2 ** 31 ? Int32Array.from(piece) : piece,
      );
      const codes = pieces.map((piece) => [[...wasm.codes(piece)], [...plain.codes(piece)]]);
      for (const [own, other] of codes) expect(own).toEqual(other);
      expect(codes[0]?.[0]?.slice(0, 22)).toEqual([
        ...Array.from({ length: 20 }, (_, i) => 3 + i),
        ...Array.from(keys.subarray(20, 22), (key) => (key < 0 ? -1 - key : expect.any(Number))),
      ]);
      expect(wasm.size).toBe(new Set(keys.filter((key) => key >= 0)).size);
      expect(wasm.size).toBe(plain.size);
      expect(wasm.keys()).toEqual(plain.keys());
      const [written, other] = [wasmKeyWriter(host), writeKeys].map((write) =>
        write(pattern, wasm.keys()),
      );
      expect(Buffer.from(written?.bytes ?? []).equals(other?.bytes ?? Buffer.of(1))).toBe(true);
      expect(written?.ends).toEqual(other?.ends);
      const first = written?.bytes.subarray(0, written.ends[0]) ?? Buffer.of();
      expect(pattern.key(first, 0, first.length)).toBe(keys[0]);
      expect(Buffer.from(first).toString()).toBe(pattern.text(keys[0] as number));
    },
  );
});
