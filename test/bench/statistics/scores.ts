import type { DataView as View } from '../../../src/analysis/analysis.ts';
import type { Column } from '../../../src/model/column.ts';
import type { Variable } from '../../../src/model/variable.ts';
import { type DuckConnection, duckInMemory } from '../duckdb.ts';

export const CATEGORIES = Array.from({ length: 12 }, (_, i) => `v${i + 1}`);
export const NUMBERS = ['x', 'y', 'u', 'v', 'w'];
export const LEVELS = 6;

/** Scores twice, decimals, and categories, some of each missing: a table of DuckDB, in memory. */
export async function scoresTable(rows: number): Promise<DuckConnection> {
  const connection = await duckInMemory();
  const some = (share: number, value: string) =>
    `CASE WHEN random() < ${share} THEN NULL ELSE ${value} END`;
  const level = `CAST(floor(${LEVELS} * random()) AS UTINYINT)`;
  await connection.run('SELECT setseed(0.5)');
  await connection.run(
    `CREATE TABLE scores AS SELECT * FROM (
       SELECT i, ${some(0.03, 'round(20 + 10 * random() + 5 * random())')} AS x,
         20 + 9 * random() + 6 * random() AS u, CAST(floor(2 * random()) AS UTINYINT) AS half,
         ${some(0.02, '100 * random() * random()')} AS w,
         ${CATEGORIES.map((name) => `${some(0.03, level)} AS ${name}`)}
       FROM range(${rows}) AS t(i)) ORDER BY i`,
  );
  await connection.run('ALTER TABLE scores ADD COLUMN y DOUBLE');
  await connection.run('ALTER TABLE scores ADD COLUMN v DOUBLE');
  await connection.run('UPDATE scores SET v = u - 5 * random() + 2');
  await connection.run('UPDATE scores SET y = x - round(6 * random() - 2) WHERE random() > 0.05');
  return connection;
}

/** The same table as the window holds it. */
export async function scoresView(connection: DuckConnection): Promise<View> {
  const columns: Column[] = [];
  const variables: Variable[] = [];
  const about = { values: [], missing: [], evidence: '' };
  let rows = 0;
  for (const name of [...NUMBERS, ...CATEGORIES, 'half']) {
    const values = await readColumn(connection, name);
    const missing = Uint8Array.from(values, (value) => (Number.isNaN(value) ? 1 : 0));
    rows = values.length;
    if (NUMBERS.includes(name)) {
      columns.push({ type: 'numbers', values, missing, reasons: ['empty'] });
      variables.push({ name, label: name, kind: 'decimal', level: 'scale', ...about });
    } else {
      const codes = Uint32Array.from(values, (value) => (Number.isNaN(value) ? 0 : value));
      const dictionary = Array.from({ length: LEVELS }, (_, i) => `level ${i}`);
      columns.push({ type: 'codes', codes, dictionary, missing, reasons: ['empty'] });
      variables.push({ name, label: name, kind: 'category', level: 'nominal', ...about });
    }
  }
  const all = Uint32Array.from({ length: rows }, (_, i) => i);
  const origin = all.map((i) => i + 1);
  return { unit: 'people', rows: all, frame: { rows, variables, columns, origin } };
}

async function readColumn(connection: DuckConnection, name: string): Promise<Float64Array> {
  const reader = await connection.runAndReadAll(`SELECT ${name} AS value FROM scores ORDER BY i`);
  return Float64Array.from(reader.getRowObjects(), ({ value }) =>
    value === null ? Number.NaN : Number(value),
  );
}
