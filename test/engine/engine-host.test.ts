import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createEngineHost } from '../../src/engine/engine-host.ts';
import { startThreadEngine } from '../../src/engine/thread-engine.ts';

const WORKER = new URL('../helpers/toy-worker.ts', import.meta.url);

function host() {
  const settings = {
    dataFolder: mkdtempSync(join(tmpdir(), 'attune-')),
    shell: 'browser',
    version: '0.0.0',
  } as const;
  return createEngineHost(() => startThreadEngine(settings, WORKER));
}

test('a thread answers, tells progress, and ends when it is closed', async () => {
  const engine = host();
  await engine.call('newProject', { name: 'One' }).reply;
  const progress: number[] = [];
  const { reply } = engine.call('importFile', { file: '/f.csv', table: 'a' }, ({ done }) =>
    progress.push(done),
  );
  expect(await reply).toEqual({ ok: { table: 'a', path: '/f.csv' } });
  expect(progress.at(-1)).toBe(100);
  await engine.close();
  expect(await engine.call('start', {}).reply).toMatchObject({
    refused: { code: 'engine-stopped' },
  });
});

test('a call over a thread can be cancelled', async () => {
  const engine = host();
  await engine.call('newProject', { name: 'One' }).reply;
  const { reply, cancel } = engine.call('importFile', { file: '/f.csv', table: 'slow' });
  setTimeout(cancel, 50);
  expect(await reply).toMatchObject({ refused: { code: 'cancelled' } });
  await engine.close();
});

test('an engine that dies refuses what it had, and the next call finds a new one', async () => {
  const engine = host();
  await engine.call('newProject', { name: 'One' }).reply;
  const dying = engine.call('verify', {}).reply;
  const waiting = engine.call('importFile', { file: '/f.csv', table: 'slow' }).reply;
  expect(await waiting).toMatchObject({ refused: { code: 'engine-stopped' } });
  await dying;
  expect(await engine.call('start', {}).reply).toMatchObject({ ok: { project: null } });
  await engine.close();
});
