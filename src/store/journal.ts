import type { JournalEntry } from '../model/project.ts';
import type { Connection } from './connection.ts';
import { statement } from './statement.ts';

/** Adds an entry; called inside the transaction of the change it tells of. */
export function writeJournal(db: Connection, action: string, sentence: string): void {
  db.prepare('INSERT INTO attune_journal (at, action, sentence) VALUES (?, ?, ?)').run(
    new Date().toISOString(),
    action,
    sentence,
  );
}

/** The newest entries, newest first. */
export function readJournal(db: Connection, limit: number): JournalEntry[] {
  return db
    .prepare('SELECT id, at, action, sentence FROM attune_journal ORDER BY id DESC LIMIT ?')
    .all(limit) as JournalEntry[];
}

/** The number of the last entry. Every change has one: while it stands, so does all that was read. */
export function lastEntry(db: Connection): number {
  return Number(statement(db, 'SELECT max(id) FROM attune_journal').pluck().get() ?? 0);
}
