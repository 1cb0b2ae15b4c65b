/** Opens a DuckDB file, asks it some questions, and says how long they took. Usage: node duck-check.ts FILE SQL… */
import { duckAt } from '../duckdb.ts';

const [path = '', ...questions] = process.argv.slice(2);
const duck = await duckAt(path);
const start = performance.now();
const answers: unknown[] = [];
for (const sql of questions) answers.push((await duck.runAndReadAll(sql)).getRowObjects());
const ms = performance.now() - start;
console.log(
  JSON.stringify({ ms, answers }, (_, value) =>
    typeof value === 'bigint' ? Number(value) : value,
  ),
);
