import Database from 'better-sqlite3';
import { Refusal } from '../model/refusal.ts';

export type Connection = Database.Database;

/** 'Atun' as a 32-bit number: marks an SQLite file as an Attune project. */
export const APPLICATION_ID = 0x4174756e;

/**
 * Settings of every connection. WAL re-opens at synchronous=NORMAL by itself and then loses
 * acknowledged commits in a power cut, so FULL is set each time. Expected values are as SQLite reports them.
 */
export const PRAGMAS = {
  temp_store: 2,
  trusted_schema: 0,
  cell_size_check: 1,
  secure_delete: 1,
  foreign_keys: 1,
  synchronous: 2,
  // A row that REPLACE takes away is seen by the triggers of watch-changes.ts.
  recursive_triggers: 1,
} as const;

/**
 * Bytes a page of a new project: most of it is columns and rows that are written and read in order, so
 * fewer and larger pages take a third less time than SQLite's own 4096. It is kept by the file.
 */
const PAGE = 16_384;

/** How long to wait for another process before saying that the project is open elsewhere. */
const BUSY_MS = 1_000;

/** Opens an existing SQLite file (or creates an empty one) with Attune's settings. */
export function connect(path: string, options: { readOnly: boolean; create: boolean }): Connection {
  const db = new Database(path, {
    readonly: options.readOnly,
    fileMustExist: !options.create,
    timeout: BUSY_MS,
  });
  try {
    if (options.create) db.pragma(`page_size = ${PAGE}`);
    for (const [name, value] of Object.entries(PRAGMAS)) db.pragma(`${name} = ${value}`);
    if (!options.readOnly) {
      db.pragma('locking_mode = EXCLUSIVE');
      db.pragma('journal_mode = WAL');
      db.pragma(`synchronous = ${PRAGMAS.synchronous}`);
    }
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** SQLite's error as a refusal that a person understands; anything else is passed on. */
export function refusalFromSqlite(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const where = { file };
  switch (error.code.split('_').slice(0, 2).join('_')) {
    case 'SQLITE_NOTADB':
      return new Refusal('not-a-project', 'This is not an Attune project.', {
        hint: 'A project is a file ending in .attune that Attune made. To bring in data, import the file instead.',
        where,
        cause: error,
      });
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return new Refusal('project-busy', 'The project is open in another window or program.', {
        hint: 'Close it there first, then open it again.',
        where,
        cause: error,
      });
    case 'SQLITE_CORRUPT':
      return new Refusal('project-damaged', `The project file is damaged (${error.message}).`, {
        hint: 'Nothing was changed. Restore the newest backup of this file.',
        where,
        cause: error,
      });
    case 'SQLITE_FULL':
      return new Refusal('disk-full', 'There is no room left on the disk.', {
        hint: 'Nothing of this step was kept. Free some space and do it again.',
        where,
        cause: error,
      });
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_PERM':
    case 'SQLITE_IOERR':
      return new Refusal('cannot-open', `The file cannot be opened (${error.message}).`, {
        hint: 'Check that it exists, that you may write to its folder, and that the drive is connected.',
        where,
        cause: error,
      });
    default:
      return error;
  }
}
