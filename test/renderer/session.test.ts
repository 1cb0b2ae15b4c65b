import { describe, expect, test } from 'vitest';
import { activeCohort, activeTable, createSession } from '../../renderer/session.ts';
import type { Shell } from '../../renderer/shell.ts';
import { createClient } from '../../src/contract/client.ts';
import { METHODS, type MethodName } from '../../src/contract/methods.ts';
import type { ProjectInfo } from '../../src/model/project.ts';
import type { Reply } from '../../src/model/refusal.ts';

const project: ProjectInfo = {
  name: 'harbour.attune',
  title: 'Harbour',
  bytes: 1,
  encrypted: false,
  readOnly: false,
  createdAt: '2026-01-01T00:00:00Z',
  tables: [
    {
      name: 'referrals',
      label: 'Referrals',
      unit: 'referrals',
      rows: 365,
      variables: [],
      origin: { made: 'import', files: [] },
      version: 1,
    },
  ],
  cohorts: [
    {
      name: 'accepted',
      label: 'Accepted',
      table: 'referrals',
      description: '',
      condition: { all: [] },
      version: 1,
    },
  ],
  results: 0,
};

/** A session over a shell that answers from a table of replies, and records what it was asked. */
function sessionWith(replies: Partial<Record<MethodName, Reply<unknown>>>, arrives = true) {
  const asked: string[] = [];
  let lose = () => {};
  const shell: Shell = {
    async send(method) {
      asked.push(method);
      return replies[method] ?? { ok: null };
    },
    chooseFiles: async () => [],
    takeFile: async () => ({ ok: { token: 't', name: 'n', bytes: 1 } }),
    takeText: async () => ({ ok: { token: 't', name: 'n', bytes: 1 } }),
    release: async () => {},
    receive: async () => arrives,
    onLost: (listener) => {
      lose = listener;
    },
  };
  const client = createClient(Object.keys(METHODS) as MethodName[], shell.send);
  return { session: createSession(client, shell), asked, lose: () => lose() };
}

describe('session', () => {
  test('a call is a job while it runs, and its value comes back', async () => {
    const { session } = sessionWith({ journal: { ok: [] } });
    const jobs: number[] = [];
    session.subscribe(() => jobs.push(session.get().jobs.length));
    const value = await session.ask('Reading', () => session.client.journal({ limit: 1 }));
    expect(value).toEqual([]);
    expect(jobs).toEqual([1, 0]);
  });

  test('a change asks for the project again and moves the revision', async () => {
    const { session, asked } = sessionWith({
      project: { ok: project },
      removeTable: { ok: project },
    });
    await session.change('Removing', () => session.client.removeTable({ table: 'x' }));
    expect(asked).toEqual(['removeTable', 'project']);
    expect(session.get().revision).toBe(1);
    expect(session.get().project).toEqual(project);
  });

  test('a refusal is shown and changes nothing', async () => {
    const refused = { code: 'no', message: 'No.', hint: '', where: {} };
    const { session, asked } = sessionWith({ removeTable: { refused } });
    await session.change('Removing', () => session.client.removeTable({ table: 'x' }));
    expect(asked).toEqual(['removeTable']);
    expect(session.get().refusal).toEqual(refused);
    expect(session.get().revision).toBe(0);
  });

  test('a cancelled call is said, not shown as a refusal', async () => {
    const refused = { code: 'cancelled', message: 'Cancelled.', hint: '', where: {} };
    const { session } = sessionWith({ verify: { refused } });
    await session.ask('Checking', () => session.client.verify({}));
    expect(session.get().refusal).toBeNull();
    expect(session.get().notice?.text).toBe('Cancelled: Checking.');
  });

  test('an export that does not arrive is refused, not told as done', async () => {
    const ok = { name: 'result.csv', bytes: 9, token: 't', saved: false };
    const deliver = async (arrives: boolean) => {
      const { session } = sessionWith({ exportReport: { ok } }, arrives);
      await session.deliver('Writing', () => session.client.exportReport({ format: 'docx' }));
      return session.get();
    };
    expect((await deliver(true)).notice?.text).toBe('Exported result.csv.');
    const lost = await deliver(false);
    expect(lost.notice).toBeNull();
    expect(lost.refusal?.where).toEqual({ file: 'result.csv' });
  });

  test('losing the engine is a state', () => {
    const { session, lose } = sessionWith({});
    lose();
    expect(session.get().lost).toBe(true);
  });

  test('a project opens with its first table, and a cohort counts only while it exists', () => {
    const { session } = sessionWith({});
    session.show(project, 'data');
    expect(activeTable(session.get())?.name).toBe('referrals');
    session.set({ cohorts: { referrals: 'accepted' } });
    expect(activeCohort(session.get())).toBe('accepted');
    session.set({ cohorts: { referrals: 'removed' } });
    expect(activeCohort(session.get())).toBeUndefined();
  });
});
