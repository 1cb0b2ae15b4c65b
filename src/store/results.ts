import type { Result } from '../model/result.ts';
import type { Connection } from './connection.ts';

/** All results, in the order they were first made. */
export function readResults(db: Connection): Result[] {
  const records = db.prepare('SELECT record FROM attune_result ORDER BY position').pluck().all();
  return (records as string[]).map((record) => JSON.parse(record) as Result);
}

/** Keeps a result; one with the same id is replaced where it stands. */
export function writeResult(db: Connection, result: Result): void {
  db.prepare(
    `INSERT INTO attune_result (id, record) VALUES (?, ?)
     ON CONFLICT (id) DO UPDATE SET record = excluded.record`,
  ).run(result.id, JSON.stringify(result));
}

export function deleteResult(db: Connection, id: string): void {
  db.prepare('DELETE FROM attune_result WHERE id = ?').run(id);
}

/** The next free id of the form "r7". */
export function nextResultId(db: Connection): string {
  const numbers = db
    .prepare("SELECT CAST(substr(id, 2) AS INTEGER) FROM attune_result WHERE id GLOB 'r[0-9]*'")
    .pluck()
    .all() as number[];
  return `r${Math.max(0, ...numbers) + 1}`;
}
