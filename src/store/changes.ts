import type { Connection } from './connection.ts';
import { countKept, purgeHidden } from './hidden-tables.ts';
import { type RowImage, restoreRows } from './restore-rows.ts';

/** A change that can be undone, or redone. */
export interface KeptChange {
  id: number;
  undone: boolean;
  /** Of its journal entry. */
  journalId: number;
  action: string;
  sentence: string;
}

/** Changes that can be undone at most; tables kept for them may hold these rows, or twice those shown. */
const MOST_CHANGES = 1_000;
const MOST_ROWS = 1_000_000;

/**
 * Keeps what the transaction replaced, under the newest journal entry: called at its end. What had been
 * undone before can then no longer be redone.
 */
export function keepChange(db: Connection): void {
  const images = takeCaptured(db);
  if (images.length === 0) return;
  db.prepare('DELETE FROM attune_change WHERE undone = 1').run();
  const { lastInsertRowid } = db
    .prepare(
      'INSERT INTO attune_change (journal_id) SELECT coalesce(max(id), 0) FROM attune_journal',
    )
    .run();
  writeImages(db, Number(lastInsertRowid), images);
  keepWithinBounds(db);
  takeCaptured(db);
}

/**
 * Adds what the transaction replaced to the newest change, so that both are undone in one: what follows
 * from a change by itself is no change of its own.
 */
export function joinChange(db: Connection): void {
  const images = takeCaptured(db);
  const newest = db.prepare('SELECT max(id) FROM attune_change WHERE undone = 0').pluck().get();
  if (typeof newest === 'number') writeImages(db, newest, images);
}

/** Every change that is kept, oldest first. */
export function readChanges(db: Connection): KeptChange[] {
  const rows = db
    .prepare(
      `SELECT c.id, c.undone, c.journal_id AS journalId, j.action, j.sentence
       FROM attune_change c LEFT JOIN attune_journal j ON j.id = c.journal_id ORDER BY c.id`,
    )
    .all() as (Omit<KeptChange, 'undone'> & { undone: number })[];
  return rows.map((row) => ({
    ...row,
    action: row.action ?? '',
    sentence: row.sentence ?? '',
    undone: row.undone === 1,
  }));
}

/**
 * Takes a change back, or does it again when it was taken back: both put back what the rows were on the
 * other side, and keep what they are now in its place.
 */
export function turnChange(db: Connection, { id, undone }: KeptChange): void {
  const images = db
    .prepare('SELECT table_name, key, before FROM attune_change_row WHERE change_id = ?')
    .all(id) as RowImage[];
  takeCaptured(db);
  restoreRows(db, images);
  db.prepare('DELETE FROM attune_change_row WHERE change_id = ?').run(id);
  writeImages(db, id, takeCaptured(db));
  db.prepare('UPDATE attune_change SET undone = ? WHERE id = ?').run(undone ? 0 : 1, id);
}

/** Gives up every undo and redo, and the tables that were kept for them alone. */
export function forgetChanges(db: Connection): void {
  db.prepare('DELETE FROM attune_change').run();
  db.prepare('UPDATE attune_undo SET before_id = NULL').run();
  purgeHidden(db);
  takeCaptured(db);
}

function writeImages(db: Connection, change: number, images: readonly RowImage[]): void {
  const insert = db.prepare(
    'INSERT OR IGNORE INTO attune_change_row (change_id, table_name, key, before) VALUES (?, ?, ?, ?)',
  );
  for (const { table_name, key, before } of images) insert.run(change, table_name, key, before);
}

function takeCaptured(db: Connection): RowImage[] {
  const images = db
    .prepare('SELECT table_name, key, before FROM temp.attune_captured')
    .all() as RowImage[];
  if (images.length > 0) db.exec('DELETE FROM temp.attune_captured');
  return images;
}

/** The oldest changes are let go first; the newest can always be undone. */
function keepWithinBounds(db: Connection): void {
  db.prepare('DELETE FROM attune_change WHERE id <= (SELECT max(id) FROM attune_change) - ?').run(
    MOST_CHANGES,
  );
  purgeHidden(db);
  for (;;) {
    const { shown, hidden } = countKept(db);
    const ids = db.prepare('SELECT id FROM attune_change ORDER BY id').pluck().all() as number[];
    if (hidden <= Math.max(MOST_ROWS, 2 * shown) || ids.length <= 1) return;
    db.prepare('DELETE FROM attune_change WHERE id = ?').run(ids[0]);
    purgeHidden(db);
  }
}
