import type { Connection } from './connection.ts';

export function readMeta(db: Connection, key: string): string | undefined {
  return db
    .prepare<[string], string>('SELECT value FROM attune_meta WHERE key = ?')
    .pluck()
    .get(key) as string | undefined;
}

export function writeMeta(db: Connection, key: string, value: string): void {
  db.prepare('INSERT OR REPLACE INTO attune_meta (key, value) VALUES (?, ?)').run(key, value);
}
