import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answerCall, type Desk } from '../../electron/answer-call.ts';
import { createFileTokens } from '../../electron/file-tokens.ts';
import { projectArgument } from '../../electron/project-argument.ts';
import type { EngineMessage } from '../../src/contract/client.ts';
import type { MethodName } from '../../src/contract/methods.ts';
import { createEngineHost } from '../../src/engine/engine-host.ts';
import { startThreadEngine } from '../../src/engine/thread-engine.ts';
import type { Artifact } from '../../src/model/project.ts';

const WORKER = new URL('../helpers/toy-worker.ts', import.meta.url);

function desktop() {
  const dataFolder = mkdtempSync(join(tmpdir(), 'attune-'));
  const engine = createEngineHost(() =>
    startThreadEngine({ dataFolder, shell: 'desktop', version: '0' }, WORKER),
  );
  const sent: EngineMessage[] = [];
  const saved: Artifact[] = [];
  const desk: Desk = {
    engine,
    files: createFileTokens(),
    async save(artifact) {
      saved.push(artifact);
      return { name: artifact.name, bytes: artifact.bytes.byteLength, token: null, saved: true };
    },
    running: new Map(),
    send: (message) => sent.push(message),
  };
  const ask = async (method: MethodName, input: unknown) => {
    await answerCall({ call: 1, method, input }, desk);
    const last = sent.at(-1);
    return last && 'reply' in last ? last.reply : null;
  };
  return { dataFolder, engine, desk, sent, saved, ask };
}

test('files go by token; a path is none', async () => {
  const { dataFolder, engine, desk, ask } = desktop();
  const path = join(dataFolder, 'a.csv');
  writeFileSync(path, 'a\n1\n');
  const { token, name, bytes } = desk.files.add(path);
  expect([name, bytes]).toEqual(['a.csv', 4]);
  expect(token).toMatch(/^[\w-]{43}$/);
  await ask('newProject', { name: 'One' });
  expect(await ask('importFile', { file: token, table: 'a' })).toEqual({
    ok: { table: 'a', path },
  });
  expect(await ask('importFile', { file: token, table: 'a' })).toHaveProperty('ok');
  for (const file of [path, '/etc/passwd', '', '__proto__']) {
    expect(await ask('importFile', { file, table: 'a' })).toMatchObject({
      refused: { code: 'unknown-file' },
    });
    expect(await ask('importFile', { file: token, table: 'a', stack: [{ file }] })).toMatchObject({
      refused: { code: 'unknown-file' },
    });
  }
  for (const file of [7, null]) {
    expect(await ask('importFile', { file, table: 'a' })).toMatchObject({
      refused: { code: 'invalid-input' },
    });
  }
  expect(() => desk.files.add(dataFolder)).toThrow('not a file');
  expect(() => desk.files.add(join(dataFolder, 'lost'))).toThrow('not a file');
  await engine.close();
});

test('an export is handed to the dialog, and the window hears only what became of it', async () => {
  const { engine, saved, ask } = desktop();
  await ask('newProject', { name: 'One' });
  expect(await ask('exportTable', { table: 'a', format: 'csv' })).toEqual({
    ok: { name: 'Täble "1".csv', bytes: 8, token: null, saved: true },
  });
  expect(new TextDecoder().decode(saved[0]?.bytes)).toBe('id\n0042\n');
  await engine.close();
});

test('a call that runs can be cancelled by its number', async () => {
  const { dataFolder, engine, desk, sent, ask } = desktop();
  await ask('newProject', { name: 'One' });
  const path = join(dataFolder, 'a.csv');
  writeFileSync(path, '');
  const running = ask('importFile', { file: desk.files.add(path).token, table: 'slow' });
  setTimeout(() => desk.running.get(1)?.cancel(), 50);
  expect(await running).toMatchObject({ refused: { code: 'cancelled' } });
  expect(sent.some((message) => 'progress' in message)).toBe(true);
  expect(desk.running.size).toBe(0);
  await engine.close();
});

test('the project to open is the argument that is one', () => {
  expect(projectArgument(['attune', '/p/A b.attune'], '/')).toBe('/p/A b.attune');
  expect(projectArgument(['attune', '--flag=x.attune', 'b.ATTUNE'], '/home')).toBe(
    '/home/b.ATTUNE',
  );
  expect(projectArgument(['x.attune', '.'], '/')).toBeNull();
});
