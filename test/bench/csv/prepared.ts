import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { timingSince } from './timing.ts';

/** What most programs do: each row, as text, through a prepared statement, in one transaction. */
function insertAll(file: string, path: string): number {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  const records = recordsOf(readFileSync(file, 'utf8'));
  const header: string[] = records.next().value ?? [];
  db.exec(`CREATE TABLE t (${header.map((name) => `"${name}" TEXT`).join(', ')})`);
  const insert = db.prepare(`INSERT INTO t VALUES (${header.map(() => '?').join(', ')})`);
  let rows = 0;
  db.transaction(() => {
    for (const cells of records) {
      insert.run(cells);
      rows++;
    }
  })();
  db.close();
  return rows;
}

/** Splits text at commas and line ends outside quotes. */
function* recordsOf(text: string): Generator<string[]> {
  let cells: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = at;
    if (text.charCodeAt(at) === 0x22) {
      end = text.indexOf('"', at + 1);
      while (text.charCodeAt(end + 1) === 0x22) end = text.indexOf('"', end + 2);
      cells.push(text.slice(at + 1, end).replaceAll('""', '"'));
      end++;
    } else {
      while (text.charCodeAt(end) !== 0x2c && text.charCodeAt(end) !== 0x0a) end++;
      cells.push(text.slice(at, end));
    }
    at = end + 1;
    if (text.charCodeAt(end) === 0x2c) continue;
    yield cells;
    cells = [];
  }
}

const [file = '', path = ''] = process.argv.slice(2);
const start = performance.now();
insertAll(file, path);
console.log(JSON.stringify(timingSince(start)));
