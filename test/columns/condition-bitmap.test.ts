import { expect, test } from 'vitest';
import { conditionBitmap, conditionRuns } from '../../src/cohort/condition-bitmap.ts';
import { selectRows } from '../../src/cohort/select.ts';
import { addRuns } from '../../src/columns/hot/code-runs.ts';
import { frameColumns } from '../../src/columns/hot/frame-columns.ts';
import { openHotTable } from '../../src/columns/hot/hot-table.ts';
import { PlainKernel } from '../../src/columns/kernel/plain-kernel.ts';
import { WasmKernel } from '../../src/columns/kernel/wasm-kernel.ts';
import { type WebAssemblyHost, webAssembly } from '../../src/model/web-assembly.ts';
import { randomWorld, sqlRows } from '../cohort/random-world.ts';

const host = webAssembly as WebAssemblyHost;

test('bitmaps of both kernels, masks and SQLite agree on 1,000 random tables and conditions', () => {
  let kept = 0;
  let nested = 0;
  for (let seed = 1001; seed <= 2000; seed++) {
    const { frame, condition } = randomWorld(seed);
    const rowsBy = (kernel: 'plain' | 'wasm') => {
      const table = openHotTable(frame.rows, frameColumns(frame), (rows, room) =>
        kernel === 'plain' ? new PlainKernel(rows) : new WasmKernel(rows, room, host),
      );
      return [...table.kernel.rowsOf(conditionBitmap(condition, table))];
    };
    const codesBy = () => {
      const table = openHotTable(frame.rows, frameColumns(frame), (rows) => new PlainKernel(rows));
      const codes = conditionRuns(condition, table);
      if (!codes) return undefined;
      const bitmap = table.kernel.bitmap();
      addRuns(table.kernel, bitmap, codes.column, codes.runs);
      return [...table.kernel.rowsOf(bitmap)];
    };
    const said = `seed ${seed}: ${JSON.stringify(condition)}`;
    const rows = sqlRows(frame, condition);
    expect(rowsBy('plain'), said).toEqual(rows);
    expect(rowsBy('wasm'), said).toEqual(rows);
    expect([...selectRows(condition, frame)], said).toEqual(rows);
    const byRuns = codesBy();
    if (byRuns) expect(byRuns, said).toEqual(rows);
    if (byRuns && !('op' in condition)) nested++;
    kept += rows.length;
  }
  expect(kept).toBeGreaterThan(1000);
  expect(nested).toBeGreaterThan(50);
});
