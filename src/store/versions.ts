import type { Connection } from './connection.ts';
import { readMeta, writeMeta } from './meta.ts';

/**
 * The next version of a table: higher than any that a table of this name ever had, so that a version
 * once made from is never mistaken for another one, whatever was undone or removed in between.
 */
export function nextVersion(db: Connection, name: string, current: number): number {
  const next = Math.max(highestVersion(db, name), current) + 1;
  rememberVersion(db, name, next);
  return next;
}

/** Keeps a version from being given again. */
export function rememberVersion(db: Connection, name: string, version: number): void {
  if (version > highestVersion(db, name)) writeMeta(db, key(name), String(version));
}

/** The highest version that a table of this name is known to have had; 0 when there was none. */
export function highestVersion(db: Connection, name: string): number {
  return Number(readMeta(db, key(name)) ?? 0);
}

/** Gives a table another version; its segments hold for that too, because its rows are the same. */
export function setVersion(db: Connection, id: number, version: number): void {
  db.prepare('UPDATE attune_table SET version = ? WHERE id = ?').run(version, id);
  alignSegments(db, id, version);
}

/** Says that the segments of a table hold for a version: the rows of a table never change. */
export function alignSegments(db: Connection, id: number, version: number): void {
  db.prepare('UPDATE attune_column SET version = ? WHERE table_id = ?').run(version, id);
}

function key(name: string): string {
  return `version:${name.toLowerCase()}`;
}
