import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { EngineMessage } from '../../src/contract/client.ts';
import { type EngineRequest, servePort } from '../../src/engine/serve-port.ts';
import { toyProjects, toySession } from '../helpers/toy-project.ts';

/** An engine on a port that clones messages as a real one does. */
function open() {
  const projects = toyProjects();
  const engine = toySession(mkdtempSync(join(tmpdir(), 'attune-')), projects);
  const heard: EngineMessage[] = [];
  let tell: (message: EngineRequest) => void = () => {};
  let wake = () => {};
  const ended = servePort(engine, {
    postMessage(message) {
      heard.push(structuredClone(message));
      wake();
    },
    onMessage(listener) {
      tell = listener;
    },
  });
  const reply = async (call: number) => {
    for (;;) {
      const found = heard.find((message) => message.call === call && 'reply' in message);
      if (found && 'reply' in found) return found.reply;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return { projects, heard, ended, reply, tell: (message: EngineRequest) => tell(message) };
}

const importTo = (table: string) => ({ file: '/f.csv', table });

describe('servePort', () => {
  test('answers one call after the other, in the order in which they came', async () => {
    const { tell, reply, projects } = open();
    tell({ call: 1, method: 'newProject', input: { name: 'One' } });
    tell({ call: 2, method: 'importFile', input: importTo('a') });
    tell({ call: 3, method: 'journal', input: { limit: 1 } });
    tell({ call: 4, method: 'importFile', input: importTo('b') });
    await reply(4);
    expect(projects.calls).toEqual(['import a', 'imported a', 'journal', 'import b', 'imported b']);
  });

  test('progress comes before the reply, and the last step always comes', async () => {
    const { tell, reply, heard } = open();
    tell({ call: 1, method: 'newProject', input: { name: 'One' } });
    tell({ call: 2, method: 'importFile', input: importTo('a') });
    await reply(2);
    const of2 = heard.filter(({ call }) => call === 2);
    expect(of2.at(-2)).toEqual({ call: 2, progress: { done: 100, total: 100, label: 'Reading' } });
    expect(of2.at(-1)).toHaveProperty('reply.ok');
    expect(of2.length).toBeLessThan(30);
  });

  test('a call that runs hears its cancellation at the next checkpoint', async () => {
    const { tell, reply, projects } = open();
    tell({ call: 1, method: 'newProject', input: { name: 'One' } });
    tell({ call: 2, method: 'importFile', input: importTo('slow') });
    await reply(1);
    await new Promise((resolve) => setTimeout(resolve, 30));
    tell({ cancel: 2 });
    expect(await reply(2)).toMatchObject({ refused: { code: 'cancelled' } });
    expect(projects.calls).toEqual(['import slow']);
  });

  test('a call that waits and is cancelled never begins', async () => {
    const { tell, reply, projects } = open();
    tell({ call: 1, method: 'newProject', input: { name: 'One' } });
    tell({ call: 2, method: 'importFile', input: importTo('a') });
    tell({ call: 3, method: 'importFile', input: importTo('b') });
    tell({ cancel: 3 });
    tell({ cancel: 99 });
    expect(await reply(3)).toMatchObject({ refused: { code: 'cancelled' } });
    expect(projects.calls).toEqual(['import a', 'imported a']);
  });

  test('a patient call lets others pass, before it begins and while it runs', async () => {
    const { tell, reply, projects } = open();
    const profile = { method: 'profile', input: { table: 't', variable: 'v' } } as const;
    tell({ call: 1, method: 'newProject', input: { name: 'One' } });
    tell({ call: 2, ...profile });
    tell({ call: 3, method: 'importFile', input: importTo('a') });
    await reply(3);
    while (!projects.calls.includes('profile')) await new Promise(setImmediate);
    tell({ call: 4, method: 'importFile', input: importTo('b') });
    tell({ call: 5, ...profile });
    await reply(2);
    await reply(5);
    expect(projects.calls.slice(0, 6)).toEqual([
      'import a',
      'imported a',
      'profile',
      'import b',
      'imported b',
      'profiled',
    ]);
    expect(projects.calls.slice(6)).toEqual(['profile', 'profiled']);
  });

  test('a patient call that is cancelled ends at its next checkpoint', async () => {
    const { tell, reply, projects } = open();
    tell({ call: 1, method: 'newProject', input: { name: 'One' } });
    tell({ call: 2, method: 'profile', input: { table: 't', variable: 'v' } });
    while (!projects.calls.includes('profile')) await new Promise(setImmediate);
    tell({ cancel: 2 });
    expect(await reply(2)).toMatchObject({ refused: { code: 'cancelled' } });
    expect(projects.calls).toEqual(['profile']);
  });

  test.each([
    ['closes', { method: 'closeProject', input: {} }],
    ['changes', { method: 'newProject', input: { name: 'Two' } }],
  ] as const)('a patient call whose project %s ends as cancelled', async (_, session) => {
    const { tell, reply, projects } = open();
    tell({ call: 1, method: 'newProject', input: { name: 'One' } });
    tell({ call: 2, method: 'profile', input: { table: 't', variable: 'v' } });
    while (!projects.calls.includes('profile')) await new Promise(setImmediate);
    tell({ call: 3, ...session });
    expect(await reply(3)).toHaveProperty('ok');
    expect(await reply(2)).toMatchObject({
      refused: { code: 'cancelled', message: 'Cancelled: the project was closed.' },
    });
    expect(projects.calls).not.toContain('profiled');
  });

  test('a reply that cannot be cloned is answered all the same', async () => {
    const { tell, reply } = open();
    tell({ call: 1, method: 'newProject', input: { name: 'One' } });
    tell({ call: 2, method: 'results', input: {} });
    expect(await reply(2)).toMatchObject({ refused: { code: 'internal-error' } });
  });

  test('stop cancels what runs and closes the project', async () => {
    const { tell, reply, projects, ended } = open();
    tell({ call: 1, method: 'newProject', input: { name: 'One' } });
    tell({ call: 2, method: 'importFile', input: importTo('slow') });
    await reply(1);
    tell({ stop: true });
    await ended;
    expect(await reply(2)).toMatchObject({ refused: { code: 'cancelled' } });
    expect(projects.closed).toHaveLength(1);
  });
});
