import { existsSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { EngineSettings } from '../../src/engine/run-engine.ts';
import { createSession, type EngineSession, type OpenWorkbench } from '../../src/engine/session.ts';
import type { Artifact, ProjectInfo, Task } from '../../src/model/project.ts';
import { Refusal } from '../../src/model/refusal.ts';

/** What the engine's tests open: one text file, and methods that show how calls are carried. */
export interface ToyProjects {
  opened: string[];
  closed: string[];
  calls: string[];
}

export function toyProjects(): ToyProjects & {
  create(path: string, options?: { create?: { title: string } }): OpenWorkbench;
} {
  const opened: string[] = [];
  const closed: string[] = [];
  const calls: string[] = [];

  function create(path: string, options: { create?: { title: string } } = {}): OpenWorkbench {
    if (options.create) writeFileSync(path, options.create.title, { flag: 'wx' });
    if (!existsSync(path) || basename(path).startsWith('broken')) {
      throw new Refusal('not-a-project', 'This is not a project.', {
        where: { file: basename(path) },
      });
    }
    opened.push(path);
    const methods = {
      project: () => info(path),
      async importFile(input: { file: string; table: string }, task: Task) {
        calls.push(`import ${input.table}`);
        for (let done = 0; done < 100; done++) {
          task.progress(done, 100, 'Reading');
          await task.checkpoint();
          if (input.table === 'slow') await new Promise((resolve) => setTimeout(resolve, 5));
        }
        task.progress(100, 100, 'Reading');
        calls.push(`imported ${input.table}`);
        return { table: input.table, path: input.file };
      },
      journal: () => calls.push('journal'),
      async profile(_input: unknown, task: Task) {
        calls.push('profile');
        for (let part = 0; part < 10; part++) {
          await task.checkpoint();
          await new Promise((resolve) => setTimeout(resolve, 2));
        }
        return calls.push('profiled');
      },
      report() {
        throw new Error('secret cell value 999 000 0018');
      },
      results: () => ({ not: () => 'cloneable' }),
      exportTable: async (): Promise<Artifact> => ({
        name: 'Täble "1".csv',
        mime: 'text/csv; charset=utf-8',
        bytes: new TextEncoder().encode('id\n0042\n'),
      }),
      verify() {
        process.nextTick(() => process.exit(1));
      },
      close: () => closed.push(path),
    };
    return methods as unknown as OpenWorkbench;
  }
  return { opened, closed, calls, create };
}

export function toySession(
  dataFolder: string,
  projects: ReturnType<typeof toyProjects>,
  settings: Partial<EngineSettings> = {},
): EngineSession {
  return createSession({
    dataFolder,
    shell: 'browser',
    version: '0.0.0',
    createWorkbench: projects.create,
    openSample: async () => {
      throw new Refusal('no-sample', 'There is no sample here.');
    },
    sample: { title: 'Toy', about: '', contains: [], faults: [] },
    ...settings,
  });
}

function info(path: string): ProjectInfo {
  return {
    name: basename(path),
    title: basename(path, '.attune'),
    bytes: 1,
    encrypted: false,
    readOnly: false,
    createdAt: '2026-01-01T00:00:00Z',
    tables: [],
    cohorts: [],
    results: 0,
  };
}
