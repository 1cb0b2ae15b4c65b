import type { Connection } from './connection.ts';

/** A document kept whole, such as the report. */
export function readDocument(db: Connection, name: string): string | undefined {
  return db.prepare('SELECT content FROM attune_document WHERE name = ?').pluck().get(name) as
    | string
    | undefined;
}

export function writeDocument(db: Connection, name: string, content: string): void {
  db.prepare('INSERT OR REPLACE INTO attune_document (name, content) VALUES (?, ?)').run(
    name,
    content,
  );
}
