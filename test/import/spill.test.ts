import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Spill } from '../../src/import/spill.ts';

test('what does not fit into memory comes back from a file without a name', () => {
  const before = process.env.TMPDIR;
  const folder = mkdtempSync(join(tmpdir(), 'attune-spill-'));
  process.env.TMPDIR = folder;
  try {
    const spill = new Spill(16);
    const arrays = [
      Uint8Array.of(1, 2, 3),
      Float64Array.of(0.1, -2, Number.NaN),
      Int32Array.of(-1, 7),
      new Uint16Array(0),
      Uint32Array.from({ length: 100_000 }, (_, i) => i * 3),
    ];
    const kept = arrays.map((array) => spill.keep(array));
    expect(kept[0]?.read()).toBe(arrays[0]);
    for (const [at, array] of arrays.entries()) expect(kept[at]?.read()).toEqual(array);
    if (process.platform !== 'win32') expect(readdirSync(folder)).toEqual([]);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
});
