import { expect, test } from 'vitest';
import { conditionBitmap } from '../../src/cohort/condition-bitmap.ts';
import { selectRows } from '../../src/cohort/select.ts';
import { frameColumns } from '../../src/columns/hot/frame-columns.ts';
import { openHotTable } from '../../src/columns/hot/hot-table.ts';
import { PlainKernel } from '../../src/columns/kernel/plain-kernel.ts';
import { WasmKernel } from '../../src/columns/kernel/wasm-kernel.ts';
import { type WebAssemblyHost, webAssembly } from '../../src/model/web-assembly.ts';
import { randomWorld, sqlRows } from '../cohort/random-world.ts';

const host = webAssembly as WebAssemblyHost;

test('bitmaps of both kernels, masks and SQLite agree on 1,000 random tables and conditions', () => {
  let kept = 0;
  for (let seed = 1001; seed <= 2000; seed++) {
    const { frame, condition } = randomWorld(seed);
    const rowsBy = (kernel: 'plain' | 'wasm') => {
      const table = openHotTable(frame.rows, frameColumns(frame), (rows, room) =>
        kernel === 'plain' ? new PlainKernel(rows) : new WasmKernel(rows, room, host),
      );
      return [...table.kernel.rowsOf(conditionBitmap(condition, table))];
    };
    const said = `seed ${seed}: ${JSON.stringify(condition)}`;
    const rows = sqlRows(frame, condition);
    expect(rowsBy('plain'), said).toEqual(rows);
    expect(rowsBy('wasm'), said).toEqual(rows);
    expect([...selectRows(condition, frame)], said).toEqual(rows);
    kept += rows.length;
  }
  expect(kept).toBeGreaterThan(1000);
});
