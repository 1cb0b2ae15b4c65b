import type Database from 'better-sqlite3';
import type { Connection } from './connection.ts';

type Statement = Database.Statement<unknown[]>;

const kept = new WeakMap<Connection, Map<string, Statement>>();

/** A statement that is asked at every page and every movement of a brush: prepared once a connection. */
export function statement(db: Connection, sql: string): Statement {
  const own = kept.get(db) ?? new Map<string, Statement>();
  kept.set(db, own);
  const made = own.get(sql) ?? db.prepare<unknown[]>(sql);
  own.set(sql, made);
  return made;
}
