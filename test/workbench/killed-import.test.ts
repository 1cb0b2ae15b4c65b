import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { UNWATCHED } from '../../src/model/project.ts';
import { createWorkbench } from '../../src/workbench.ts';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'attune-killed-'));
const file = join(folder, 'visits.csv');
const first = join(folder, 'first.csv');
let projects = 0;

beforeAll(() => {
  const rows = Array.from(
    { length: 150_000 },
    (_, i) => `HB-${100_000 + i},${i % 28},note ${i} – é`,
  );
  writeFileSync(file, `id,score,note\n${rows.join('\n')}\n`);
  writeFileSync(first, 'id,score\nA,1\nB,2\n');
});

/** A process of its own imports the file and is killed at the nth look at its task under a label. */
function killed(project: string, label: string, nth: number): void {
  const script = `
    const { createWorkbench } = await import(${JSON.stringify(join(ROOT, 'src/workbench.ts'))});
    const workbench = createWorkbench(${JSON.stringify(project)});
    let label = '';
    let looks = 0;
    await workbench.importFile({ file: ${JSON.stringify(file)}, table: 'visits' }, {
      progress: (done, total, words) => { label = words; },
      checkpoint: async () => {
        if (label.startsWith(${JSON.stringify(label)}) && ++looks === ${nth}) process.kill(process.pid, 'SIGKILL');
      },
    });`;
  const { signal, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script]);
  expect(signal, String(stderr)).toBe('SIGKILL');
}

describe('an import that is killed', () => {
  test.each([
    ['Reading visits.csv', 2],
    ['Judging the columns', 2],
    ['Reading the values', 3],
    ['Writing columns', 1],
    ['Writing columns', 9],
    ['Writing rows', 1],
    ['Writing rows', 3],
  ])('at “%s” (%i) leaves the project as it was', async (label, nth) => {
    const path = join(folder, `p${++projects}.attune`);
    const before = createWorkbench(path, { create: { title: 'Killed' } });
    await before.importFile({ file: first, table: 'people' }, UNWATCHED);
    before.close();
    killed(path, label, nth);
    const after = createWorkbench(path);
    expect(after.project({}).tables.map(({ name, rows }) => [name, rows])).toEqual([['people', 2]]);
    expect(after.verify({}).ok).toBe(true);
    const again = await after.importFile({ file, table: 'visits' }, UNWATCHED);
    expect(again.table.rows).toBe(150_000);
    expect(after.verify({}).ok).toBe(true);
    after.close();
    expect(readdirSync(folder).filter((name) => name.endsWith('-rows'))).toEqual([]);
  });
});
