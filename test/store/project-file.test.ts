import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../src/model/refusal.ts';
import { APPLICATION_ID, PRAGMAS } from '../../src/store/connection.ts';
import { SCHEMA_VERSION } from '../../src/store/migrations.ts';
import {
  closeProjectFile,
  createProjectFile,
  openProjectFile,
} from '../../src/store/project-file.ts';
import { verifyProject } from '../../src/store/verify.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'attune-'));

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'not refused';
}

describe('project file', () => {
  test('is made, closed and opened again with the settings of every connection', () => {
    const path = join(folder(), 'a.attune');
    closeProjectFile(createProjectFile(path, 'A'));
    const project = openProjectFile(path);
    for (const [name, value] of Object.entries(PRAGMAS)) {
      expect(Number(project.db.pragma(name, { simple: true })), name).toBe(value);
    }
    expect(project.db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(verifyProject(project).ok).toBe(true);
    closeProjectFile(project);
  });

  test('closing leaves one file', () => {
    const home = folder();
    closeProjectFile(createProjectFile(join(home, 'a.attune'), 'A'));
    expect(readdirSync(home)).toEqual(['a.attune']);
  });

  test('never overwrites a file', () => {
    const path = join(folder(), 'a.attune');
    writeFileSync(path, 'my thesis');
    expect(codeOf(() => createProjectFile(path, 'A'))).toBe('project-exists');
    expect(readFileSync(path, 'utf8')).toBe('my thesis');
  });

  test.each([
    ['is a file', ['note.txt', 'a.attune']],
    ['is inside a file', ['note.txt', 'deeper', 'a.attune']],
    ['is not there', ['nowhere', 'a.attune']],
  ])('is refused where its folder %s', (_, steps) => {
    const home = folder();
    writeFileSync(join(home, 'note.txt'), 'a note');
    expect(codeOf(() => createProjectFile(join(home, ...steps), 'A'))).toBe('no-such-folder');
    expect(readdirSync(home)).toEqual(['note.txt']);
  });

  test.each([
    ['an empty file', ''],
    ['text', 'id,name\n1,Ann\n'],
    ['a header and nothing else', 'SQLite format 3\0'],
  ])('refuses %s', (_, content) => {
    const path = join(folder(), 'a.attune');
    writeFileSync(path, content);
    expect(codeOf(() => openProjectFile(path))).toBe('not-a-project');
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

  test('refuses another program’s database, and a folder that is not there', () => {
    const path = join(folder(), 'other.db');
    const db = new Database(path);
    db.exec('CREATE TABLE t (a)');
    db.close();
    expect(codeOf(() => openProjectFile(path))).toBe('not-a-project');
    expect(codeOf(() => openProjectFile(join(folder(), 'gone', 'a.attune')))).toBe(
      'no-such-project',
    );
  });

  test('refuses a damaged file without changing it', () => {
    const path = join(folder(), 'a.attune');
    closeProjectFile(createProjectFile(path, 'A'));
    const bytes = readFileSync(path);
    bytes.fill(0xff, 100, 4096);
    writeFileSync(path, bytes);
    expect(codeOf(() => openProjectFile(path))).toBe('project-damaged');
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test('refuses a project with somebody’s trigger in it', () => {
    const path = join(folder(), 'a.attune');
    closeProjectFile(createProjectFile(path, 'A'));
    const db = new Database(path);
    db.exec(
      'CREATE TRIGGER steal AFTER INSERT ON attune_journal BEGIN DELETE FROM attune_meta; END',
    );
    db.close();
    expect(codeOf(() => openProjectFile(path))).toBe('foreign-schema');
  });

  test('opens a newer project for reading only', () => {
    const path = join(folder(), 'a.attune');
    closeProjectFile(createProjectFile(path, 'A'));
    const db = new Database(path);
    db.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    db.close();
    const project = openProjectFile(path);
    expect(project.readOnly).toBe(true);
    closeProjectFile(project);
  });

  test('a second writer is told that the project is open elsewhere', () => {
    const path = join(folder(), 'a.attune');
    const first = createProjectFile(path, 'A');
    expect(codeOf(() => openProjectFile(path))).toBe('project-busy');
    closeProjectFile(first);
  });

  test('its header carries the application id', () => {
    const path = join(folder(), 'a.attune');
    closeProjectFile(createProjectFile(path, 'A'));
    expect(readFileSync(path).readUInt32BE(68)).toBe(APPLICATION_ID);
  });
});
