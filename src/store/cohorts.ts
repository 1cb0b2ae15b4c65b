import type { Cohort, Condition } from '../model/condition.ts';
import type { Connection } from './connection.ts';

interface CohortRow {
  name: string;
  label: string;
  table_name: string;
  condition: string;
  version: number;
}

export function readCohorts(db: Connection): Cohort[] {
  return (db.prepare('SELECT * FROM attune_cohort ORDER BY name').all() as CohortRow[]).map(
    (row) => ({
      name: row.name,
      label: row.label,
      table: row.table_name,
      condition: JSON.parse(row.condition) as Condition,
      version: row.version,
    }),
  );
}

/** Writes a cohort; one with the same name is replaced and its version grows by one. */
export function writeCohort(db: Connection, cohort: Omit<Cohort, 'version'>): Cohort {
  const before = readCohorts(db).find((other) => other.name === cohort.name);
  const version = (before?.version ?? 0) + 1;
  db.prepare(
    'INSERT OR REPLACE INTO attune_cohort (name, label, table_name, condition, version) VALUES (?, ?, ?, ?, ?)',
  ).run(cohort.name, cohort.label, cohort.table, JSON.stringify(cohort.condition), version);
  return { ...cohort, version };
}

export function deleteCohort(db: Connection, name: string): void {
  db.prepare('DELETE FROM attune_cohort WHERE name = ?').run(name);
}
