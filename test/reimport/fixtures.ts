import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../../src/model/refusal.ts';
import { closeProjectFile, openProjectFile } from '../../src/store/project-file.ts';
import { readNotes } from '../../src/store/read-notes.ts';
import { readRows } from '../../src/store/read-rows.ts';
import { readSegments } from '../../src/store/read-segments.ts';
import { tableNamed } from '../../src/store/tables.ts';
import { createWorkbench, type OpenWorkbench } from '../../src/workbench.ts';

export const folderOf = () => mkdtempSync(join(tmpdir(), 'attune-'));

/** A project of its own in a folder of its own, and a way to write files beside it. */
export function projectIn(folder = folderOf()) {
  const path = join(folder, 'p.attune');
  let workbench = createWorkbench(path, { create: { title: 'P' } });
  let files = 0;
  return {
    folder,
    path,
    get workbench(): OpenWorkbench {
      return workbench;
    },
    reopen() {
      workbench.close();
      workbench = createWorkbench(path);
    },
    /** The table as it is kept: what the segments hold, and what the rows hold. */
    kept(table: string) {
      workbench.close();
      const project = openProjectFile(path);
      const stored = tableNamed(project.db, table);
      const frames = [readSegments(project.db, stored), readRows(project.db, stored)];
      const notes = readNotes(project.db, stored);
      closeProjectFile(project);
      workbench = createWorkbench(path);
      return { frames, notes, stored };
    },
    file(lines: readonly string[], name = `${++files}.csv`, encoding: BufferEncoding = 'utf8') {
      const file = join(folder, name);
      writeFileSync(file, Buffer.from(`${lines.join('\n')}\n`, encoding));
      return file;
    },
  };
}

/** Why something was refused; anything else than a Refusal fails the test. */
export async function refusalOf(work: Promise<unknown> | (() => unknown)): Promise<Refusal> {
  try {
    await (typeof work === 'function' ? work() : work);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** Everything that a project says of a table: what undo has to give back. */
export function stateOf(workbench: OpenWorkbench, table: string) {
  const info = workbench.project({}).tables.find((each) => each.name === table);
  return {
    info,
    rows: info && workbench.rows({ table, offset: 0, limit: 10_000 }),
    receipts: workbench.receipts({}),
    contract: info?.origin.made === 'import' ? workbench.contractOf({ table }) : null,
    tables: workbench.project({}).tables.map(({ name }) => name),
  };
}
