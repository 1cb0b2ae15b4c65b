import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { StartInfo } from '../../src/contract/session.ts';
import { createEngineHost } from '../../src/engine/engine-host.ts';
import { startThreadEngine } from '../../src/engine/thread-engine.ts';
import type { ProjectInfo } from '../../src/model/project.ts';

/** The engine as the shells run it: a thread, real project files, the real sample. */
function host() {
  const dataFolder = mkdtempSync(join(tmpdir(), 'attune-'));
  const engine = createEngineHost(() =>
    startThreadEngine({ dataFolder, shell: 'browser', version: '1.2.3' }),
  );
  return { dataFolder, engine };
}

const projectsIn = (folder: string) =>
  readdirSync(folder, { recursive: true }).filter((name) => String(name).includes('.attune'));

test('a project is made, closed, found again in the list and opened', async () => {
  const { dataFolder, engine } = host();
  await engine.call('newProject', { name: 'Harbour' }).reply;
  const report = { title: 'T', subtitle: '', authors: '', date: '', blocks: [] };
  await engine.call('saveReport', { report }).reply;
  const closed = (await engine.call('closeProject', {}).reply) as { ok: StartInfo };
  expect(closed.ok).toMatchObject({ version: '1.2.3', project: null });
  const id = closed.ok.recent[0]?.id ?? '';
  expect(await engine.call('openRecent', { id }).reply).toMatchObject({ ok: { title: 'Harbour' } });
  await engine.close();
  expect(projectsIn(dataFolder)).toEqual([join('Projects', 'Harbour.attune')]);
});

test('the sample is cancelled without a project left behind, then made, then opened again', async () => {
  const { dataFolder, engine } = host();
  const first = engine.call('openSample', {}, () => first.cancel());
  expect(await first.reply).toMatchObject({ refused: { code: 'cancelled' } });
  expect(projectsIn(dataFolder)).toEqual([]);
  expect(await engine.call('start', {}).reply).toMatchObject({ ok: { project: null } });

  const progress: string[] = [];
  const made = await engine.call('openSample', {}, ({ label }) => progress.push(label)).reply;
  expect(made).not.toHaveProperty('refused');
  const { ok } = made as { ok: ProjectInfo };
  expect(ok.tables.length).toBeGreaterThan(5);
  expect(ok.results).toBeGreaterThan(10);
  expect(progress.length).toBeGreaterThan(5);
  const again = (await engine.call('openSample', {}).reply) as { ok: ProjectInfo };
  expect(again.ok.createdAt).toBe(ok.createdAt);
  await engine.close();
}, 60_000);
