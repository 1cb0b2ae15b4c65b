import type { Variable } from '../model/variable.ts';
import type { Connection } from './connection.ts';
import { physicalColumn, quoteIdentifier, rowsTable } from './names.ts';

/** The view with the table's own name and readable columns, for any SQLite tool. */
export function createReadableView(
  db: Connection,
  id: number,
  name: string,
  variables: readonly Variable[],
): void {
  const readable = variables.map(
    (variable, index) => `${physicalColumn(index)} AS ${quoteIdentifier(variable.name)}`,
  );
  db.exec(
    `CREATE VIEW ${quoteIdentifier(name)} AS SELECT ${readable.join(', ')} FROM ${rowsTable(id)}`,
  );
}

export function dropReadableView(db: Connection, name: string): void {
  db.exec(`DROP VIEW IF EXISTS ${quoteIdentifier(name)}`);
}
