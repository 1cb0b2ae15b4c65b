import { closeSync, openSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Frame } from '../model/frame.ts';
import { PAGE } from './leaf-pages.ts';
import { rowsTableColumns } from './names.ts';
import type { ProjectFile } from './project-file.ts';
import { stagePath } from './stage-path.ts';
import { checkWritable, inTransaction } from './transaction.ts';

/**
 * A database beside the project whose only table has the columns of a table that is about to be written.
 * Its pages are written by us, and copied into the project by SQLite, which is many times as fast as
 * handing it every cell. It holds personal data: nobody else can read it, and it has no name any more
 * before the first row is in it, unless the system does not let go of names of files in use (Windows);
 * then it is removed when it is closed, or after a crash when the project is opened again.
 */
export interface Stage {
  file: number;
  path: string;
}

/** Fewer rows are written before a stage would stand. */
const FEW = 10_000;

/** Pages are read once and written once, in order: a cache of 2 MiB on either side is enough. */
const CACHE = -2048;

/**
 * Runs work in one transaction as inTransaction does, with a stage for the rows of a frame; without one
 * where there are few, or where it cannot be made.
 */
export async function inStagedTransaction<T>(
  project: ProjectFile,
  { rows, variables }: Frame,
  work: (stage: Stage | undefined) => Promise<T>,
): Promise<T> {
  if (rows < FEW) return inTransaction(project, () => work(undefined));
  checkWritable(project);
  const { db } = project;
  const path = stagePath(project.path);
  let stage: Stage | undefined;
  const cache = db.pragma('main.cache_size', { simple: true });
  try {
    stage = openStage(path, `CREATE TABLE r (${rowsTableColumns(variables)}) STRICT`);
    db.prepare('ATTACH ? AS stage').run(path);
    db.pragma(`stage.cache_size = ${CACHE}`);
    // What was read of it is not to be taken for what is written afterwards: its lock has to be let go,
    // which happens when it is read in this mode.
    db.pragma('stage.locking_mode = NORMAL');
    db.exec('SELECT count(*) FROM stage.r');
    removeName(path);
    db.pragma(`main.cache_size = ${CACHE}`);
  } catch {
    stage = undefined;
  }
  try {
    return await inTransaction(project, () => work(stage), stage ? 'BEGIN' : 'BEGIN IMMEDIATE');
  } finally {
    db.pragma(`main.cache_size = ${cache}`);
    const isAttached = (db.pragma('database_list') as { name: string }[]).some(
      ({ name }) => name === 'stage',
    );
    if (isAttached) db.exec('DETACH stage');
    if (stage) closeSync(stage.file);
    rmSync(path, { force: true });
  }
}

function openStage(path: string, sql: string): Stage {
  rmSync(path, { force: true });
  const file = openSync(path, 'wx+', 0o600);
  const made = new Database(path);
  try {
    made.pragma('journal_mode = OFF');
    made.pragma(`page_size = ${PAGE}`);
    made.exec(sql);
  } finally {
    made.close();
  }
  return { file, path };
}

function removeName(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Removed when it is closed.
  }
}
