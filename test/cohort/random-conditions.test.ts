import { describe, expect, test } from 'vitest';
import { conditionBitmap, conditionRuns } from '../../src/cohort/condition-bitmap.ts';
import { normalise } from '../../src/cohort/normalise.ts';
import { OPERATORS } from '../../src/cohort/operators.ts';
import { parseSentence } from '../../src/cohort/parse-sentence.ts';
import { selectRows } from '../../src/cohort/select.ts';
import { conditionSentence } from '../../src/cohort/sentence.ts';
import { tablesOf } from '../../src/cohort/tables.ts';
import { addRuns } from '../../src/columns/hot/code-runs.ts';
import { frameColumns } from '../../src/columns/hot/frame-columns.ts';
import { openHotTable } from '../../src/columns/hot/hot-table.ts';
import { PlainKernel } from '../../src/columns/kernel/plain-kernel.ts';
import { WasmKernel } from '../../src/columns/kernel/wasm-kernel.ts';
import type { Condition } from '../../src/model/condition.ts';
import { type WebAssemblyHost, webAssembly } from '../../src/model/web-assembly.ts';
import { type RandomWorld, randomWorld, sqlRows } from './random-world.ts';

const host = webAssembly as WebAssemblyHost;
/** A thousand seeds, in parts that each are a test. */
const PARTS = Array.from({ length: 8 }, (_, part) => part * 125 + 1);
const seedsFrom = (first: number, n: number) => Array.from({ length: n }, (_, at) => first + at);

const told = (seed: number, { condition }: RandomWorld) =>
  `seed ${seed}: ${JSON.stringify(condition)}`;

function bitmapRows({ tables, condition }: RandomWorld, by: 'plain' | 'wasm'): number[] {
  const [frame] = tables;
  const table = openHotTable(frame.rows, frameColumns(frame), (rows, room) =>
    by === 'plain' ? new PlainKernel(rows) : new WasmKernel(rows, room, host),
  );
  const { kernel } = table;
  const bitmap = conditionBitmap(condition, table, tablesOf(tables));
  const runs = conditionRuns(condition, table);
  if (runs) {
    const again = kernel.bitmap();
    addRuns(kernel, again, runs.column, runs.runs);
    expect([...again]).toEqual([...bitmap]);
  }
  return [...kernel.rowsOf(bitmap)];
}

describe('on 1,000 random tables and conditions', () => {
  const seen = new Map<string, number>();
  let kept = 0;

  test.each(PARTS)('masks, bitmaps of both kernels and SQLite agree (from seed %i)', (first) => {
    for (const seed of seedsFrom(first, 125)) {
      const world = randomWorld(seed);
      const rows = sqlRows(world);
      const said = told(seed, world);
      const [frame] = world.tables;
      expect([...selectRows(world.condition, frame, tablesOf(world.tables))], said).toEqual(rows);
      expect(bitmapRows(world, 'plain'), said).toEqual(rows);
      expect(bitmapRows(world, 'wasm'), said).toEqual(rows);
      kept += rows.length;
      for (const kind of kindsIn(world.condition)) seen.set(kind, (seen.get(kind) ?? 0) + 1);
    }
  });

  test('which have every operator among them, and keep rows', () => {
    expect(kept).toBeGreaterThan(1_000);
    for (const kind of [...Object.keys(OPERATORS), 'linked', 'nth', 'not', 'all', 'any']) {
      expect(seen.get(kind), kind).toBeGreaterThan(5);
    }
  });
});

test('the sentences of 1,000 random conditions are read back as the same conditions', () => {
  for (const seed of seedsFrom(1, 1_000)) {
    const world = randomWorld(seed);
    const [table] = world.tables;
    const tables = tablesOf(world.tables);
    const sentence = conditionSentence(world.condition, table.variables, table.unit, tables, {
      whole: true,
    });
    const wanted = normalise(world.condition, table, tables);
    const read = parseSentence(sentence, table, world.tables);
    expect(read, `${told(seed, world)}\n${sentence}`).toEqual(wanted);
    expect(normalise(wanted, table, tables), told(seed, world)).toEqual(wanted);
  }
});

function kindsIn(condition: Condition): string[] {
  if ('all' in condition) return ['all', ...condition.all.flatMap(kindsIn)];
  if ('any' in condition) return ['any', ...condition.any.flatMap(kindsIn)];
  if ('not' in condition) return ['not', ...kindsIn(condition.not)];
  if ('op' in condition) return [condition.op];
  const inner = condition.where === undefined ? [] : kindsIn(condition.where);
  return ['linked' in condition ? 'linked' : 'nth', ...inner];
}
