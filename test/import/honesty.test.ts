import { describe, expect, test } from 'vitest';
import { valueAt } from '../../src/model/column.ts';
import type { LoadedFile } from '../../src/model/importing.ts';
import { Refusal } from '../../src/model/refusal.ts';
import { bookOf, bookParts, fileOf, load, preview, sheetRow, zipOf } from './fixtures.ts';

const MESSY = `Harbour referrals;;;;;
Run 29/02/2024

ID;Site;Received;Score;Seen;Note
HB-0001;007;03/04/2021;1,5;Yes;plain
HB-0002;012;25/04/2021;2,5;No;"two
lines ""quoted"""
HB-0003;007;31/02/2021;NK;Y; spaced 
HB-0004;007;2021-05-06;3,25;no;

HB-0005;007;01/01/2021;9;no
HB-0006;007;01/01/2021;9;no;b
Total;;;6;;
`;

/** Sums that hold for every load, counted from the frame and not from the receipt. */
function expectSums({ frame, notes, receipt }: LoadedFile): void {
  const { read, loaded, quarantined, skipped, blank, cells } = receipt;
  expect(loaded + quarantined + skipped + blank).toBe(read);
  expect(frame.rows).toBe(loaded);
  expect(receipt.quarantine).toHaveLength(quarantined);
  let present = 0;
  for (const column of frame.columns) {
    expect(column.missing).toHaveLength(frame.rows);
    for (let row = 0; row < frame.rows; row++) if (valueAt(column, row) !== null) present++;
  }
  expect(cells.typed).toBe(present);
  expect(cells.total).toBe(frame.rows * frame.columns.length);
  expect(cells.typed + cells.missing + cells.empty + cells.asText).toBe(cells.total);
  expect(notes.filter(({ kind }) => kind === 'problem')).toHaveLength(cells.asText);
  expect(notes.filter(({ kind }) => kind === 'missing-code')).toHaveLength(cells.missing);
}

describe('receipt', () => {
  test('adds up for a messy file', async () => {
    const loaded = await load(fileOf(MESSY));
    expectSums(loaded);
    expect(loaded.receipt).toMatchObject({
      read: 12,
      loaded: 5,
      quarantined: 1,
      skipped: 4,
      blank: 2,
    });
    expect(loaded.receipt.cells).toEqual({ total: 30, typed: 27, missing: 1, empty: 1, asText: 1 });
  });

  test('the hash is that of the bytes', async () => {
    const { receipt } = await load(fileOf('a,b\n1,2\n'));
    expect(receipt.sha256).toBe('492d5ea496056f1a6a6592241032fab764c321596317930b4fa0e1e8bc3b7470');
    expect(receipt.bytes).toBe(8);
  });
});

describe('preview and load', () => {
  const books = {
    text: () => fileOf(MESSY),
    workbook: () =>
      bookOf({
        rows: sheetRow(1, ['id', 'n']) + [2, 3, 4].map((i) => sheetRow(i, [`HB-${i}`, i])).join(''),
      }),
  };

  test.each(Object.entries(books))('are the same for a %s', async (_, make) => {
    const file = make();
    const shown = await preview(file);
    const loaded = await load(file);
    expect(shown.decisions).toEqual(loaded.decisions);
    expect(shown.receipt).toEqual(loaded.receipt);
    const data = shown.rows.filter(({ role }) => role === 'data');
    expect(data.map(({ row }) => row)).toEqual([...loaded.frame.origin]);
    for (const [row, { cells }] of data.entries()) {
      const values = loaded.frame.columns.map((column) => valueAt(column, row));
      expect(cells.map(({ value }) => value)).toEqual(
        values.map((value) => (value === null ? null : String(value))),
      );
    }
    expect(shown.columns.map(({ evidence }) => evidence)).toEqual(
      loaded.frame.variables.map(({ evidence }) => evidence),
    );
  });

  test('rows with problems are shown however far down they stand', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => `${i},${i === 4321 ? 'many' : i}`);
    const shown = await preview(fileOf(`id,n\n${rows.join('\n')}\n`));
    const last = shown.rows.at(-1);
    expect(last).toMatchObject({ row: 4323, role: 'data' });
    expect(last?.cells[1]).toEqual({
      raw: 'many',
      value: null,
      state: 'problem',
      reason: 'not a whole number: “many”',
    });
    expect(shown.rows).toHaveLength(102);
  });
});

/** A small generator with a seed, so that every run tries the same mutants (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function mutant(bytes: Buffer, random: () => number): Buffer {
  let out = Buffer.from(bytes);
  const tricky = [...'";,\t|\r\n<>&/=\'0159eE-'].map((char) => char.charCodeAt(0));
  for (let n = 1 + Math.floor(random() * 6); n > 0; n--) {
    const at = Math.floor(random() * out.length);
    const what = random();
    if (what < 0.35) out[at] = tricky[Math.floor(random() * tricky.length)] ?? 0;
    else if (what < 0.5) out[at] = Math.floor(random() * 256);
    else if (what < 0.7)
      out = Buffer.concat([out.subarray(0, at), out.subarray(at + 1 + Math.floor(random() * 20))]);
    else if (what < 0.9) {
      const piece = out.subarray(at, at + Math.floor(random() * 60));
      out = Buffer.concat([out.subarray(0, at), piece, out.subarray(at)]);
    } else if (what < 0.95) out = out.subarray(0, at);
    else out[at] = 0;
  }
  return out;
}

async function expectOutcome(file: string): Promise<'loaded' | 'refused'> {
  const start = performance.now();
  try {
    const shown = await preview(file);
    if (shown.questions.length === 0) expectSums(await load(file));
    return 'loaded';
  } catch (error) {
    if (error instanceof Refusal) return 'refused';
    throw error;
  } finally {
    expect(performance.now() - start).toBeLessThan(5000);
  }
}

describe('mutants', () => {
  test('400 of a text file: a table whose sums hold, or a refusal', async () => {
    const random = randomOf(20260301);
    const counts = { loaded: 0, refused: 0 };
    for (let i = 0; i < 400; i++) {
      counts[await expectOutcome(fileOf(mutant(Buffer.from(MESSY), random)))]++;
    }
    expect(counts.loaded).toBeGreaterThan(150);
    expect(counts.refused).toBeGreaterThan(20);
  });

  test('300 of a workbook, bytes and XML', async () => {
    const random = randomOf(20260302);
    const parts = bookParts({
      rows:
        sheetRow(1, ['id', 'when', 'n']) +
        Array.from({ length: 30 }, (_, i) => sheetRow(i + 2, [`HB-${i}`, 45000 + i, i % 4])).join(
          '',
        ),
      after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
      formats: ['dd/mm/yyyy'],
    });
    const counts = { loaded: 0, refused: 0 };
    for (let i = 0; i < 300; i++) {
      const name = Object.keys(parts)[i % Object.keys(parts).length] ?? '';
      const whole = i % 3 === 0;
      const changed = { ...parts, [name]: mutant(Buffer.from(parts[name] ?? ''), random) };
      const bytes = whole ? mutant(zipOf(parts), random) : zipOf(changed);
      counts[await expectOutcome(fileOf(bytes, 'mutant.xlsx'))]++;
    }
    expect(counts.loaded).toBeGreaterThan(30);
    expect(counts.refused).toBeGreaterThan(30);
  });
});
