import { peer } from './peers.ts';

/** The part of DuckDB's client that benchmarks use. */
interface DuckDb {
  DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<DuckConnection> }> };
}

export interface DuckConnection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRowObjects(): Record<string, unknown>[] }>;
}

/** DuckDB with an empty database in memory. */
export function duckInMemory(): Promise<DuckConnection> {
  return duckAt(':memory:');
}

export async function duckAt(path: string): Promise<DuckConnection> {
  const { DuckDBInstance } = (await import(peer('@duckdb/node-api'))) as DuckDb;
  return (await DuckDBInstance.create(path)).connect();
}
