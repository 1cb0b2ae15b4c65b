import type { Cohort, CohortDraft, CohortVersion, Combination } from '../model/cohort.ts';
import type { Condition } from '../model/condition.ts';
import type { Connection } from './connection.ts';

interface VersionRow {
  name: string;
  table_name: string;
  version: number;
  label: string;
  description: string;
  condition: string;
  combined: string | null;
  saved_at: string | null;
  removed_at: string | null;
}

/** A cohort with what the store alone knows of it. */
export interface StoredCohort extends Cohort {
  /** ISO date-time; null while it is there. */
  removedAt: string | null;
}

/** Every cohort as it is now, by name; those that were removed are left out. */
export function readCohorts(db: Connection): Cohort[] {
  return readStored(db)
    .filter(({ removedAt }) => removedAt === null)
    .map(({ removedAt: _, ...cohort }) => cohort);
}

/** A cohort that is there or was removed. */
export function storedCohort(db: Connection, name: string): StoredCohort | undefined {
  const wanted = name.toLowerCase();
  return readStored(db).find((cohort) => cohort.name.toLowerCase() === wanted);
}

function readStored(db: Connection): StoredCohort[] {
  const rows = db
    .prepare(
      `SELECT v.*, c.table_name, c.removed_at FROM attune_cohort c
       JOIN attune_cohort_version v ON v.name = c.name AND v.version = c.version ORDER BY c.name`,
    )
    .all() as VersionRow[];
  return rows.map((row) => {
    const { savedAt: _, ...version } = versionOf(row);
    return { name: row.name, table: row.table_name, ...version, removedAt: row.removed_at };
  });
}

/** Every version of a cohort, the newest first; also of one that was removed. */
export function readCohortVersions(db: Connection, name: string): CohortVersion[] {
  const rows = db
    .prepare('SELECT * FROM attune_cohort_version WHERE name = ? ORDER BY version DESC')
    .all(name) as VersionRow[];
  return rows.map(versionOf);
}

function versionOf(row: VersionRow): CohortVersion {
  const { version, label, description, condition, combined, saved_at: savedAt } = row;
  return {
    version,
    label,
    description,
    condition: JSON.parse(condition) as Condition,
    ...(combined === null ? {} : { combined: JSON.parse(combined) as Combination }),
    savedAt,
  };
}

/**
 * Keeps a cohort. Another condition, another combination or another table is a new version; a label or a
 * description alone is written into the version that is there. A name that was removed comes back with the
 * version after its last.
 */
export function writeCohort(db: Connection, draft: CohortDraft): Cohort {
  const before = storedCohort(db, draft.name);
  const name = before?.name ?? draft.name;
  const description = draft.description ?? before?.description ?? '';
  const cohort = { ...draft, name, description };
  if (before?.removedAt === null && isSame(before, cohort)) {
    describeCohort(db, { name, version: before.version, label: cohort.label, description });
    return { ...cohort, version: before.version };
  }
  const version = (before?.version ?? 0) + 1;
  db.prepare(
    `INSERT INTO attune_cohort (name, table_name, version) VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE
     SET table_name = excluded.table_name, version = excluded.version, removed_at = NULL`,
  ).run(name, cohort.table, version);
  db.prepare(
    `INSERT INTO attune_cohort_version
     (name, version, label, description, condition, combined, saved_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    name,
    version,
    cohort.label,
    description,
    JSON.stringify(cohort.condition),
    cohort.combined === undefined ? null : JSON.stringify(cohort.combined),
    new Date().toISOString(),
  );
  return { ...cohort, version };
}

/** Gives a version another label and description. */
export function describeCohort(
  db: Connection,
  { name, version, label, description }: Pick<Cohort, 'name' | 'version' | 'label' | 'description'>,
): void {
  db.prepare(
    'UPDATE attune_cohort_version SET label = ?, description = ? WHERE name = ? AND version = ?',
  ).run(label, description, name, version);
}

/** Takes a cohort out of sight; its versions stay. */
export function removeCohort(db: Connection, name: string): void {
  db.prepare('UPDATE attune_cohort SET removed_at = ? WHERE name = ?').run(
    new Date().toISOString(),
    name,
  );
}

/** Brings a removed cohort back, in the version that it had. */
export function restoreCohort(db: Connection, name: string): void {
  db.prepare('UPDATE attune_cohort SET removed_at = NULL WHERE name = ?').run(name);
}

function isSame(a: Cohort, b: Omit<Cohort, 'version'>): boolean {
  const key = ({ table, condition, combined }: Omit<Cohort, 'version'>) =>
    JSON.stringify([table, condition, combined ?? null]);
  return key(a) === key(b);
}
