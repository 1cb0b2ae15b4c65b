import Database from 'better-sqlite3';
import { APPLICATION_ID, type Connection } from '../../src/store/connection.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';

/** A project file as the schema of an earlier version made it, open to be filled by hand. */
export function oldProject(path: string, version: number): Connection {
  const db = new Database(path);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  for (const sql of MIGRATIONS.slice(0, version)) db.exec(sql);
  db.pragma(`user_version = ${version}`);
  db.prepare("INSERT INTO attune_meta (key, value) VALUES ('title', 'Old')").run();
  return db;
}
