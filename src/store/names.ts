import { Refusal } from '../model/refusal.ts';
import { KIND, type Variable } from '../model/variable.ts';

/** The only way text becomes an SQL identifier. */
export function quoteIdentifier(name: string): string {
  if (name.includes('\0')) throw new Error('an identifier cannot hold a NUL character');
  return `"${name.replaceAll('"', '""')}"`;
}

/** The physical table of a dataset's rows. */
export function rowsTable(id: number): string {
  return `rows_${id}`;
}

/** The physical column of the variable at `index` (0-based). */
export function physicalColumn(index: number): string {
  return `c${index + 1}`;
}

/** What the table of a dataset's rows is declared with. */
export function rowsTableColumns(variables: readonly Pick<Variable, 'kind'>[]): string {
  const columns = variables.map(
    ({ kind }, index) => `${physicalColumn(index)} ${KIND[kind].storage}`,
  );
  return ['row INTEGER PRIMARY KEY', 'origin INTEGER NOT NULL', ...columns].join(', ');
}

const RESERVED = /^(sqlite_|attune_|rows_)/i;
const ALLOWED = /^[\p{L}\p{N}_][\p{L}\p{N}_ .-]{0,79}$/u;

/** @throws Refusal when a table cannot have this name. */
export function checkTableName(name: string): void {
  if (!ALLOWED.test(name) || RESERVED.test(name)) {
    throw new Refusal('bad-table-name', `“${name}” cannot be the name of a table.`, {
      hint: 'Use up to 80 letters, digits, spaces, dots, hyphens or underscores; not beginning with sqlite_, attune_ or rows_.',
      where: { table: name },
    });
  }
}
