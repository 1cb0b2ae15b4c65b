import { Refusal } from '../model/refusal.ts';
import { joinChange, keepChange } from './changes.ts';
import { refusalFromSqlite } from './connection.ts';
import type { ProjectFile } from './project-file.ts';

/** @throws Refusal when the project may not be changed. */
export function checkWritable(project: ProjectFile): void {
  if (!project.readOnly) return;
  throw new Refusal('read-only', 'The project is open for reading only.', {
    hint: 'It was written by a newer Attune, or opened so on purpose.',
  });
}

/**
 * Runs work that pauses between batches in one transaction: all of it is kept, or nothing. What it
 * replaced is kept with it, under its journal entry, for undo.
 * The engine runs one call at a time, so nothing else writes in the pauses.
 * The connection holds the project for itself: a transaction that does not begin with a lock is as safe,
 * and does not lock a stage either, which is still to be filled.
 */
export async function inTransaction<T>(
  project: ProjectFile,
  work: () => Promise<T>,
  begin: 'BEGIN IMMEDIATE' | 'BEGIN' = 'BEGIN IMMEDIATE',
): Promise<T> {
  checkWritable(project);
  const { db, path } = project;
  db.exec(begin);
  try {
    const value = await work();
    keepChange(db);
    db.exec('COMMIT');
    return value;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw refusalFromSqlite(error, path);
  }
}

/** The same for work that does not pause. */
export function inTransactionNow<T>(project: ProjectFile, work: () => T): T {
  return transactionNow(project, work, keepChange);
}

/** The same for what follows from the change before by itself: both are undone in one. */
export function inLastChange<T>(project: ProjectFile, work: () => T): T {
  return transactionNow(project, work, joinChange);
}

function transactionNow<T>(
  project: ProjectFile,
  work: () => T,
  keep: (db: ProjectFile['db']) => void,
): T {
  checkWritable(project);
  try {
    const { db } = project;
    return db
      .transaction(() => {
        const value = work();
        keep(db);
        return value;
      })
      .immediate();
  } catch (error) {
    throw refusalFromSqlite(error, project.path);
  }
}
