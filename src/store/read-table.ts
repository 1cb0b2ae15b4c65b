import type { Frame } from '../model/frame.ts';
import type { Connection } from './connection.ts';
import { readRows } from './read-rows.ts';
import { readSegments } from './read-segments.ts';
import type { StoredTable } from './tables.ts';
import { writeSegments } from './write-segments.ts';

/**
 * Reads a whole table into memory: from its segments, or, where they do not agree with the table, from
 * its rows, and then the segments are made anew.
 */
export function readFrame(db: Connection, table: StoredTable): Frame {
  const stored = readSegments(db, table);
  if (stored) return stored;
  const frame = readRows(db, table);
  if (!db.readonly) {
    db.transaction(() => {
      for (const _ of writeSegments(db, table, frame, []));
    })();
  }
  return frame;
}
