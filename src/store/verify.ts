import type { VerifyReport } from '../model/project.ts';
import { PRAGMAS } from './connection.ts';
import { rowsTable } from './names.ts';
import type { ProjectFile } from './project-file.ts';
import { readTables } from './tables.ts';
import { verifyCohorts } from './verify-cohorts.ts';

/** Looks for damage: pages, references, row counts, cohorts by SQL, settings. */
export function verifyProject(project: ProjectFile): VerifyReport {
  const { db } = project;
  const integrity = db.pragma('integrity_check') as { integrity_check: string }[];
  const damage = integrity.map((row) => row.integrity_check).filter((text) => text !== 'ok');
  const orphans = db.pragma('foreign_key_check') as unknown[];
  const settings = Object.entries(PRAGMAS).filter(
    ([name, value]) => Number(db.pragma(name, { simple: true })) !== value,
  );
  const tables = readTables(db).map((table) => {
    const counted = Number(
      db
        .prepare(`SELECT count(*) FROM ${rowsTable(table.id)}`)
        .pluck()
        .get(),
    );
    return { name: table.name, recorded: table.rows, counted };
  });
  const wrong = tables.filter((table) => table.recorded !== table.counted);
  const checks = [
    {
      name: 'File',
      ok: damage.length === 0,
      detail: damage.length === 0 ? 'Every page is sound.' : damage.slice(0, 5).join('; '),
    },
    {
      name: 'References',
      ok: orphans.length === 0,
      detail: orphans.length === 0 ? 'Nothing points nowhere.' : `${orphans.length} rows do.`,
    },
    {
      name: 'Rows',
      ok: wrong.length === 0,
      detail:
        wrong.length === 0
          ? `${tables.length} tables hold the rows they should.`
          : wrong.map((t) => `${t.name}: ${t.counted} rows, ${t.recorded} recorded`).join('; '),
    },
    verifyCohorts(db),
    {
      name: 'Settings',
      ok: settings.length === 0,
      detail:
        settings.length === 0
          ? 'The connection is set for safety.'
          : settings.map(([name]) => name).join(', '),
    },
  ];
  return { ok: checks.every((check) => check.ok), checks };
}
