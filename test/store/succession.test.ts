import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codeColumn } from '../../src/columns/build.ts';
import { UNWATCHED } from '../../src/model/project.ts';
import { purgeHidden } from '../../src/store/hidden-tables.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import {
  closeProjectFile,
  createProjectFile,
  openProjectFile,
} from '../../src/store/project-file.ts';
import { undoSuccession, writeSuccessor } from '../../src/store/succession.ts';
import { readTables, tableNamed } from '../../src/store/tables.ts';
import { writeTable } from '../../src/store/write-table.ts';
import { oldProject } from '../helpers/old-project.ts';

const fileIn = () => join(mkdtempSync(join(tmpdir(), 'attune-')), 'a.attune');

const tableOf = (...values: string[]) => ({
  name: 't',
  label: 'T',
  unit: 'rows',
  frame: {
    rows: values.length,
    variables: [
      {
        name: 'id',
        label: 'id',
        kind: 'text',
        level: 'nominal',
        values: [],
        missing: [],
        evidence: '',
      } as const,
    ],
    columns: [codeColumn(values)],
    origin: Uint32Array.from(values, (_, row) => row + 2),
  },
  notes: [],
  origin: { made: 'import', files: [] } as const,
});

test('only the last import is kept for undo, and no version is given twice', async () => {
  const { db, ...project } = createProjectFile(fileIn(), 'A');
  const version = () => tableNamed(db, 't').version;
  const ids = () => {
    purgeHidden(db);
    return db.prepare('SELECT id FROM attune_table ORDER BY id').pluck().all();
  };
  await writeTable(db, tableOf('a'), UNWATCHED);
  for (const values of [['b'], ['c', 'd'], ['e']]) {
    await writeSuccessor(db, tableNamed(db, 't'), tableOf(...values), 'an import', UNWATCHED);
  }
  expect([version(), ids()]).toEqual([4, [3, 4]]);
  expect(undoSuccession(db, 't').before).toMatchObject({ id: 3, rows: 2, version: 3 });
  expect(db.prepare('SELECT * FROM t').pluck().all()).toEqual(['c', 'd']);
  await writeSuccessor(db, tableNamed(db, 't'), tableOf('f'), 'an import', UNWATCHED);
  expect([version(), ids(), readTables(db).length]).toEqual([5, [3, 5], 1]);
  expect(
    db.prepare("SELECT count(*) FROM sqlite_schema WHERE name GLOB 'rows_*'").pluck().get(),
  ).toBe(2);
  closeProjectFile({ db, ...project });
});

test('a project from before there was undo is opened, also for reading only', () => {
  const path = fileIn();
  oldProject(path, 1).close();
  const project = openProjectFile(path, { readOnly: true });
  expect([project.readOnly, readTables(project.db)]).toEqual([true, []]);
  expect(project.db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
  closeProjectFile(project);
});
