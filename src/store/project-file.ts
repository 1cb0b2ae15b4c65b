import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { Refusal } from '../model/refusal.ts';
import { APPLICATION_ID, type Connection, connect, refusalFromSqlite } from './connection.ts';
import { writeMeta } from './meta.ts';
import { MIGRATIONS, SCHEMA_VERSION } from './migrations.ts';
import { stagePath } from './stage-path.ts';
import { watchChanges } from './watch-changes.ts';

/** An open project file: the connection, and what may be done with it. */
export interface ProjectFile {
  db: Connection;
  path: string;
  /** Opened read-only, by wish or because a newer Attune wrote it. */
  readOnly: boolean;
}

/**
 * Makes a new project.
 * @throws Refusal `project-exists` when the file is there already, `no-such-folder` when its folder is not
 */
export function createProjectFile(path: string, title: string): ProjectFile {
  const file = basename(path);
  if (existsSync(path)) {
    throw new Refusal('project-exists', 'There is already a file with this name.', {
      hint: 'Choose another name, or open that project.',
      where: { file },
    });
  }
  checkFolder(path, file);
  let db: Connection | undefined;
  try {
    db = connect(path, { readOnly: false, create: true });
    db.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(db);
    watchChanges(db);
    writeMeta(db, 'title', title);
    writeMeta(db, 'created-at', new Date().toISOString());
    db.pragma('wal_checkpoint(TRUNCATE)');
    return { db, path, readOnly: false };
  } catch (error) {
    db?.close();
    for (const leftover of [path, `${path}-wal`, `${path}-shm`]) rmSync(leftover, { force: true });
    throw refusalFromSqlite(error, file);
  }
}

function checkFolder(path: string, file: string): void {
  const folder = dirname(resolve(path));
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory()) return;
  const what = found ? `${basename(folder)} is not a folder` : `there is no folder ${folder}`;
  throw new Refusal('no-such-folder', `The project cannot be made: ${what}.`, {
    hint: 'Make the folder first, or choose another one.',
    where: { file },
  });
}

/** Opens a project. Refuses what is not one, what is damaged, and what hides foreign code in its schema. */
export function openProjectFile(path: string, options: { readOnly?: boolean } = {}): ProjectFile {
  const file = basename(path);
  checkHeader(path);
  let db: Connection | undefined;
  try {
    db = connect(path, { readOnly: true, create: false });
    checkSchema(db, file);
    const version = Number(db.pragma('user_version', { simple: true }));
    const readOnly = version > SCHEMA_VERSION || options.readOnly === true;
    if (version < SCHEMA_VERSION && readOnly) {
      // Only the schema of now can be read: an older project is brought to it first.
      db.close();
      const older = openProjectFile(path);
      closeProjectFile(older);
      db = connect(path, { readOnly: true, create: false });
    } else if (!readOnly) {
      db.close();
      db = connect(path, { readOnly: false, create: false });
      // What an import left that ended with the program.
      rmSync(stagePath(path), { force: true });
      migrate(db);
      watchChanges(db);
    }
    return { db, path, readOnly };
  } catch (error) {
    db?.close();
    throw refusalFromSqlite(error, file);
  }
}

export function closeProjectFile(project: ProjectFile): void {
  if (!project.db.open) return;
  if (!project.readOnly) project.db.pragma('wal_checkpoint(TRUNCATE)');
  project.db.close();
}

function migrate(db: Connection): void {
  const from = Number(db.pragma('user_version', { simple: true }));
  if (from >= SCHEMA_VERSION) return;
  db.transaction(() => {
    for (const sql of MIGRATIONS.slice(from)) db.exec(sql);
    db.pragma(`user_version = ${SCHEMA_VERSION}`);
  })();
}

const SQLITE_MAGIC = 'SQLite format 3\0';

function checkHeader(path: string): void {
  const where = { file: basename(path) };
  if (!existsSync(path) || !statSync(path).isFile()) {
    throw new Refusal('no-such-project', 'There is no such project file.', {
      hint: 'It may have been moved or renamed, or its drive is not connected.',
      where,
    });
  }
  const head = readHead(path, 100);
  const id = head.length >= 72 ? head.readUInt32BE(68) : 0;
  if (head.subarray(0, 16).toString('latin1') !== SQLITE_MAGIC || id !== APPLICATION_ID) {
    throw new Refusal('not-a-project', 'This is not an Attune project.', {
      hint: 'A project is a file ending in .attune that Attune made. To bring in data, import the file instead.',
      where,
    });
  }
}

function readHead(path: string, length: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(length);
    return head.subarray(0, readSync(file, head, 0, length, 0));
  } finally {
    closeSync(file);
  }
}

/** A project holds plain tables and views only: triggers and virtual tables would be somebody's code. */
function checkSchema(db: Connection, file: string): void {
  const foreign = db
    .prepare(
      `SELECT type || ' ' || name FROM sqlite_schema
       WHERE type = 'trigger' OR (type = 'table' AND sql LIKE 'CREATE VIRTUAL%')
          OR (type = 'table' AND name NOT LIKE 'attune\\_%' ESCAPE '\\'
              AND name NOT LIKE 'rows\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\')`,
    )
    .pluck()
    .all();
  if (foreign.length > 0) {
    throw new Refusal(
      'foreign-schema',
      `The project holds something that Attune did not put there (${String(foreign[0])}).`,
      { hint: 'It was not opened. Ask whoever sent it for the original file.', where: { file } },
    );
  }
}
