import type { Connection } from './connection.ts';
import { readDocument, writeDocument } from './documents.ts';

const COLUMNS = 'quality-sender-columns';
/** All rows of a rule. */
export const EVERY_ROW = '';

/** By table, the variable whose value says who sent a row. */
export function readSenderColumns(db: Connection): Record<string, string> {
  const text = readDocument(db, COLUMNS);
  return text === undefined ? {} : (JSON.parse(text) as Record<string, string>);
}

export function writeSenderColumns(db: Connection, columns: Record<string, string>): void {
  writeDocument(db, COLUMNS, JSON.stringify(columns));
}

/** Who was named for rows of a rule, by the mark of the row. */
export function readRowSenders(db: Connection, rule: string): Map<string, string> {
  const found = db.prepare('SELECT row, sender FROM attune_sender WHERE rule = ?').all(rule) as {
    row: string;
    sender: string;
  }[];
  return new Map(found.map(({ row, sender }) => [row, sender]));
}

/** Who was named for all rows of a rule. */
export function readRuleSenders(db: Connection): Record<string, string> {
  const found = db
    .prepare('SELECT rule, sender FROM attune_sender WHERE row = ?')
    .all(EVERY_ROW) as { rule: string; sender: string }[];
  return Object.fromEntries(found.map(({ rule, sender }) => [rule, sender]));
}

export function writeSender(
  db: Connection,
  rule: string,
  row: string,
  sender: string | null,
): void {
  if (sender === null) {
    db.prepare('DELETE FROM attune_sender WHERE rule = ? AND row = ?').run(rule, row);
  } else {
    db.prepare('INSERT OR REPLACE INTO attune_sender (rule, row, sender) VALUES (?, ?, ?)').run(
      rule,
      row,
      sender,
    );
  }
}

/** Names that were given by hand. */
export function namedSenders(db: Connection): string[] {
  return db
    .prepare('SELECT DISTINCT sender FROM attune_sender ORDER BY sender')
    .pluck()
    .all() as string[];
}

/** What went out and what came back. */
export interface Asked {
  sender: string | null;
  asked: number;
  answered: number;
  askedAt: string;
  answeredAt: string | null;
}

export function askedBySender(db: Connection): Asked[] {
  return db
    .prepare(
      `SELECT s.sender, count(*) AS asked, count(q.answer) AS answered,
         max(q.asked_at) AS askedAt, max(q.answered_at) AS answeredAt
       FROM attune_query q LEFT JOIN attune_query_sender s ON s.query = q.id GROUP BY s.sender`,
    )
    .all() as Asked[];
}
