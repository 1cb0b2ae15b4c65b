import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { UNWATCHED } from '../../src/model/project.ts';
import { Refusal } from '../../src/model/refusal.ts';
import { createWorkbench, type OpenWorkbench } from '../../src/workbench.ts';
import { randomFrom } from '../columns/frames.ts';
import { fileHash, projectHash } from '../helpers/project-hash.ts';

let folder: string;
let path: string;
let workbench: OpenWorkbench;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-'));
  path = join(folder, 'p.attune');
  workbench = createWorkbench(path, { create: { title: 'P' } });
  return () => workbench.close();
});

const reopen = () => {
  workbench.close();
  workbench = createWorkbench(path);
};

function write(name: string, lines: readonly string[]): string {
  const file = join(folder, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

const PEOPLE = [
  'id,site,age,seen',
  '01,North,17,2023-01-02',
  '02,South,31,',
  '03,North,n/a,2023-02-01',
];

const importPeople = (table = 'people', lines = PEOPLE) =>
  workbench.importFile({ file: write(`${table}.csv`, lines), table, again: true }, UNWATCHED);

const NORTH = { op: 'is', variable: 'site', value: 'North' } as const;

const refusalCode = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('undo', () => {
  test('says by name what it takes back, and redo what it does again', async () => {
    await importPeople();
    workbench.saveCohort({ name: 'north', label: 'The North', table: 'people', condition: NORTH });
    const { undo, redo, entries } = workbench.history({ limit: 10 });
    expect(undo?.title).toBe('Kept the cohort “The North”');
    expect(redo).toBeNull();
    expect(entries.map(({ state }) => state)).toEqual(['done', 'done']);

    expect(workbench.undo({}).project.cohorts).toEqual([]);
    expect(workbench.history({ limit: 10 })).toMatchObject({
      undo: { title: 'Imported people.csv into people' },
      redo: { title: 'Kept the cohort “The North”' },
    });
    expect(workbench.journal({ limit: 1 })[0]?.sentence).toMatch(/^Undid: Kept the cohort/);
    expect(workbench.redo({}).project.cohorts).toMatchObject([{ name: 'north', version: 1 }]);
    expect(workbench.history({ limit: 10 }).redo).toBeNull();
  });

  test('goes back to one entry, and the way forward ends with something new', async () => {
    await importPeople();
    const [imported] = workbench.journal({ limit: 1 });
    workbench.saveCohort({ name: 'north', label: 'North', table: 'people', condition: NORTH });
    workbench.removeTable({ table: 'people' });
    const { project, sentences } = workbench.undo({ to: imported?.id ?? 0 });
    expect([project.tables, project.cohorts, sentences.length]).toEqual([[], [], 3]);
    expect(workbench.redo({}).project.tables).toHaveLength(1);
    await importPeople('others');
    expect(refusalCode(() => workbench.redo({}))).toBe('nothing-to-redo');
    expect(refusalCode(() => workbench.undo({ to: 9_999 }))).toBe('not-undoable');
  });

  test('survives closing; a table comes back with its view and its segments', async () => {
    await importPeople();
    const before = projectHash(workbench);
    workbench.changeVariable({ table: 'people', variable: 'age', change: { label: 'Age, years' } });
    workbench.removeTable({ table: 'people' });
    reopen();
    workbench.undo({});
    workbench.undo({});
    expect(projectHash(workbench)).toBe(before);
    workbench.close();
    const db = new Database(path, { readonly: true });
    expect(db.prepare('SELECT id, site FROM people').raw().all()).toEqual([
      ['01', 'North'],
      ['02', 'South'],
      ['03', 'North'],
    ]);
    const versions =
      'SELECT DISTINCT c.version = t.version FROM attune_column c JOIN attune_table t ON t.id = c.table_id';
    expect(db.prepare(versions).pluck().all()).toEqual([1]);
    db.close();
    workbench = createWorkbench(path);
  });

  test('forgetting deletes what was removed, for good', async () => {
    await importPeople();
    workbench.removeTable({ table: 'people' });
    expect(workbench.history({ limit: 1 }).kept).toEqual({ tables: 1, rows: 3 });
    const after = workbench.forgetHistory({});
    expect(after).toMatchObject({ undo: null, redo: null, kept: { tables: 0, rows: 0 } });
    expect(refusalCode(() => workbench.undo({}))).toBe('nothing-to-undo');
    workbench.close();
    const db = new Database(path, { readonly: true });
    const left = "SELECT name FROM sqlite_schema WHERE name GLOB 'rows_*' OR name = 'people'";
    expect(db.prepare(left).all()).toEqual([]);
    db.close();
    workbench = createWorkbench(path);
  });

  test('a snapshot is put back whole, and that can be undone', async () => {
    await importPeople();
    workbench.saveCohort({ name: 'north', label: 'North', table: 'people', condition: NORTH });
    const then = projectHash(workbench);
    workbench.saveSnapshot({ name: 'Before cleaning' });
    expect(refusalCode(() => workbench.saveSnapshot({ name: 'before cleaning' }))).toBe(
      'snapshot-exists',
    );
    workbench.removeTable({ table: 'people' });
    workbench.removeCohort({ name: 'north' });
    await importPeople('others');
    const later = projectHash(workbench);
    workbench.forgetHistory({});
    workbench.restoreSnapshot({ name: 'Before cleaning' });
    expect(projectHash(workbench)).toBe(then);
    workbench.undo({});
    expect(projectHash(workbench)).toBe(later);
    expect(workbench.removeSnapshot({ name: 'Before cleaning' }).snapshots).toEqual([]);
    expect(refusalCode(() => workbench.restoreSnapshot({ name: 'x' }))).toBe('unknown-snapshot');
  });

  test('the history is a text that people can read', async () => {
    await importPeople();
    workbench.removeTable({ table: 'people' });
    workbench.undo({});
    const text = new TextDecoder().decode((await workbench.exportHistory({ format: 'txt' })).bytes);
    expect(text).toContain('History of p.attune\n3 entries, times in UTC');
    expect(text).toMatch(/\d\d:\d\d {2}Imported people\.csv into people: 4 rows read/);
    expect(text).toMatch(/Removed the table people \(3 rows\)\. \[undone since\]/);
    const json = JSON.parse(
      new TextDecoder().decode((await workbench.exportHistory({ format: 'json' })).bytes),
    );
    expect(json.entries.map((each: { action: string }) => each.action)).toEqual([
      'importFile',
      'removeTable',
      'undo',
    ]);
  });
});

/** Something that a person could do now; undefined when it cannot be done in this state. */
const ACTIONS: readonly ((random: () => number) => unknown)[] = [
  async (random) => importPeople(`t${Math.floor(random() * 5)}`, somePeople(random)),
  async (random) => {
    const table = pick(random, imported());
    if (!table) return undefined;
    const mode = pick(random, ['replace', 'append', 'update'] as const) ?? 'replace';
    const file = write('more.csv', somePeople(random));
    return workbench.importFile({ file, table, mode, key: ['id'], again: true }, UNWATCHED);
  },
  (random) => {
    const table = pick(random, imported());
    return table && workbench.undoImport({ table });
  },
  (random) => {
    const table = pick(random, names());
    return table && workbench.removeTable({ table });
  },
  (random) => {
    const from = pick(random, names());
    if (!from) return undefined;
    const name = `made${Math.floor(random() * 4)}`;
    const steps = [{ op: 'keep-rows', condition: NORTH, reason: 'only the North' }];
    return workbench.makeTable(
      { definition: { name, label: name, unit: 'rows', from, steps } },
      UNWATCHED,
    );
  },
  (random) => {
    const table = pick(random, names());
    const change = { label: `Site ${Math.floor(random() * 100)}` };
    return table && workbench.changeVariable({ table, variable: 'site', change });
  },
  (random) => {
    const table = pick(random, names());
    const name = `c${Math.floor(random() * 3)}`;
    return table && workbench.saveCohort({ name, label: name, table, condition: NORTH });
  },
  (random) => {
    const cohort = pick(random, workbench.project({}).cohorts);
    return cohort && workbench.removeCohort({ name: cohort.name });
  },
  (random) => {
    const table = pick(random, names());
    return (
      table &&
      workbench.analyse({
        spec: { analysis: 'frequencies', table, options: { variables: ['site'] } },
      })
    );
  },
  (random) => {
    const result = pick(random, workbench.results({}));
    return result && workbench.removeResult({ id: result.id });
  },
  (random) => {
    const report = workbench.report({});
    return workbench.saveReport({
      report: { ...report, title: `Report ${Math.floor(random() * 100)}` },
    });
  },
];

const names = () => workbench.project({}).tables.map(({ name }) => name);
const imported = () =>
  workbench
    .project({})
    .tables.filter(({ origin }) => origin.made === 'import')
    .map(({ name }) => name);

function pick<T>(random: () => number, from: readonly T[]): T | undefined {
  return from[Math.floor(random() * from.length)];
}

function somePeople(random: () => number): string[] {
  const row = (_: unknown, i: number) =>
    `0${i + 1},${pick(random, ['North', 'South'])},${Math.floor(20 + random() * 30)},2023-01-0${i + 1}`;
  return ['id,site,age,seen', ...Array.from({ length: 4 + Math.floor(random() * 4) }, row)];
}

/** Does something at random, until something was done. */
async function act(random: () => number): Promise<void> {
  for (;;) {
    const before = workbench.journal({ limit: 1 })[0]?.id;
    try {
      await pick(random, ACTIONS)?.(random);
    } catch (error) {
      // A refusal leaves everything as it was: that is tested by going on.
      if (!(error instanceof Refusal)) throw error;
    }
    if (workbench.journal({ limit: 1 })[0]?.id !== before) return;
  }
}

describe('a random walk', () => {
  test('of 500 actions and their undos comes back to the identical project', {
    timeout: 300_000,
  }, async () => {
    const random = randomFrom(20_261_128);
    await importPeople();
    workbench.saveCohort({ name: 'north', label: 'North', table: 'people', condition: NORTH });
    const start = projectHash(workbench);
    workbench.close();
    const startOfFile = fileHash(path);
    workbench = createWorkbench(path);
    const floor = workbench.history({ limit: 1 }).undo?.id ?? 0;

    // The state before each action that is done, so that every undo and redo on the way is held too.
    const past: string[] = [];
    const future: string[] = [];
    let now = start;
    for (let done = 0; done < 500; ) {
      const turn = random();
      if (turn < 0.15 && past.length > 0) {
        workbench.undo({});
        future.push(now);
        now = past.pop() ?? '';
        expect(projectHash(workbench)).toBe(now);
      } else if (turn < 0.25 && future.length > 0) {
        workbench.redo({});
        past.push(now);
        now = future.pop() ?? '';
        expect(projectHash(workbench)).toBe(now);
      } else {
        await act(random);
        done++;
        past.push(now);
        future.length = 0;
        now = projectHash(workbench);
      }
      if (turn > 0.99) reopen();
    }
    expect(past.length).toBeGreaterThan(300);
    while (workbench.history({ limit: 1 }).undo?.id !== floor) {
      workbench.undo({});
      expect(projectHash(workbench)).toBe(past.pop());
    }
    expect(past).toEqual([]);
    expect(projectHash(workbench)).toBe(start);
    expect(workbench.verify({}).ok).toBe(true);
    workbench.close();
    expect(fileHash(path)).toBe(startOfFile);
    workbench = createWorkbench(path);
  });
});
