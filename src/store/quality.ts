import type { Rule } from '../model/quality.ts';
import type { Excuse } from '../model/quality-check.ts';
import type { Connection } from './connection.ts';
import { readDocument, writeDocument } from './documents.ts';

const RULES = 'quality-rules';

/** The rules of the project; undefined until some were suggested or written. */
export function readRules(db: Connection): Rule[] | undefined {
  const text = readDocument(db, RULES);
  return text === undefined ? undefined : (JSON.parse(text) as Rule[]);
}

export function writeRules(db: Connection, rules: readonly Rule[]): void {
  writeDocument(db, RULES, JSON.stringify(rules));
}

/** What was found at one version of a table. */
export interface QualityRun {
  at: string;
  rows: number;
  /** Failing by rule. */
  rules: Readonly<Record<string, number>>;
  /** Rows without an open finding by dimension. */
  good: Readonly<Record<string, number>>;
}

export function writeRun(
  db: Connection,
  table: string,
  version: number,
  { at, ...found }: QualityRun,
): void {
  db.prepare(
    'INSERT OR REPLACE INTO attune_quality_run (table_name, table_version, at, found) VALUES (?, ?, ?, ?)',
  ).run(table, version, at, JSON.stringify(found));
}

/** The run of the latest version before one. */
export function runBefore(db: Connection, table: string, version: number): QualityRun | undefined {
  const row = db
    .prepare(
      `SELECT at, found FROM attune_quality_run WHERE table_name = ? AND table_version < ?
       ORDER BY table_version DESC LIMIT 1`,
    )
    .get(table, version) as { at: string; found: string } | undefined;
  return row && { at: row.at, ...(JSON.parse(row.found) as Omit<QualityRun, 'at'>) };
}

export function readExcuses(db: Connection): Excuse[] {
  return db.prepare('SELECT rule, row, reason, until, at FROM attune_excuse').all() as Excuse[];
}

export function writeExcuse(db: Connection, { rule, row, reason, until, at }: Excuse): void {
  db.prepare(
    'INSERT OR REPLACE INTO attune_excuse (rule, row, reason, until, at) VALUES (?, ?, ?, ?, ?)',
  ).run(rule, row, reason, until, at);
}

export function deleteExcuse(db: Connection, rule: string, row: string): boolean {
  const { changes } = db
    .prepare('DELETE FROM attune_excuse WHERE rule = ? AND row = ?')
    .run(rule, row);
  return changes > 0;
}

/** A question that went to the sender of the data. */
export interface Query {
  id: number;
  rule: string;
  row: string;
  askedAt: string;
  answer: string | null;
  answeredAt: string | null;
}

/** The questions about rows that fail a rule. */
export function readQueries(db: Connection, rule: string): Query[] {
  return db
    .prepare(
      `SELECT id, rule, row, asked_at AS askedAt, answer, answered_at AS answeredAt
       FROM attune_query WHERE rule = ? ORDER BY id`,
    )
    .all(rule) as Query[];
}

/** Writes a question, or finds the one that was asked already. Gives its number. */
export function askQuery(db: Connection, rule: string, row: string, at: string): number {
  db.prepare('INSERT OR IGNORE INTO attune_query (rule, row, asked_at) VALUES (?, ?, ?)').run(
    rule,
    row,
    at,
  );
  return db
    .prepare('SELECT id FROM attune_query WHERE rule = ? AND row = ?')
    .pluck()
    .get(rule, row) as number;
}

/** Notes whom a question went to. */
export function sendQuery(db: Connection, id: number, sender: string): void {
  db.prepare('INSERT OR REPLACE INTO attune_query_sender (query, sender) VALUES (?, ?)').run(
    id,
    sender,
  );
}

export function answerQuery(db: Connection, id: number, answer: string, at: string): boolean {
  const { changes } = db
    .prepare('UPDATE attune_query SET answer = ?, answered_at = ? WHERE id = ?')
    .run(answer, at, id);
  return changes > 0;
}
