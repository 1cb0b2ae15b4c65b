/** DuckDB's own reader of CSV, into a file of its own. */
const [file, path, client] = process.argv.slice(2);
const { DuckDBInstance } = await import(client);
const start = performance.now();
const instance = await DuckDBInstance.create(path);
const connection = await instance.connect();
await connection.run(`CREATE TABLE t AS SELECT * FROM read_csv('${file}')`);
await connection.run('CHECKPOINT');
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify({ seconds, peak: process.resourceUsage().maxRSS / 1024 }));
