import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Task, UNWATCHED } from '../../src/model/project.ts';
import type { ImportRequest } from '../../src/model/reimport.ts';
import { ROOT } from '../helpers/source-files.ts';
import { projectIn, refusalOf, stateOf } from './fixtures.ts';

const MARCH = [
  'id,score,site,seen',
  'a,1,North,2024-03-01',
  'b,2,South,2024-03-02',
  'c,NK,North,31/02/2024',
  'd,4,South,2024-03-04',
];
const APRIL = [
  'site,id,score,seen,weight',
  'North,b,20,2024-03-02,3.5',
  'South,c,,2024-04-01,2.5',
  'South,e,5,2024-04-05,4.5',
];

let project: ReturnType<typeof projectIn>;

beforeEach(async () => {
  project = projectIn();
  await project.workbench.importFile(
    { file: project.file(MARCH, 'march.csv'), table: 'people', label: 'People', unit: 'people' },
    UNWATCHED,
  );
  return () => project.workbench.close();
});

const bring = (
  request: Omit<ImportRequest, 'file' | 'table'>,
  lines = APRIL,
  task: Task = UNWATCHED,
) =>
  project.workbench.importFile(
    { file: project.file(lines, 'april.csv'), table: 'people', ...request },
    task,
  );

const cells = () =>
  project.workbench.rows({ table: 'people', offset: 0, limit: 100 }).rows.map((row) => row.cells);

const newest = () => project.workbench.journal({ limit: 1 })[0]?.sentence;

describe('append', () => {
  test('rows under the others, columns by name, each row with its file and row', async () => {
    const { table, comparison, receipt } = await bring({ mode: 'append' });
    expect(table).toMatchObject({ rows: 7, version: 2, label: 'People', unit: 'people' });
    expect(table.variables.map(({ name }) => name)).toEqual([
      'id',
      'score',
      'site',
      'seen',
      'weight',
    ]);
    expect(comparison?.columns).toEqual({ added: ['weight'], lacking: [] });
    expect(comparison?.drift?.findings.map(({ what }) => what)).toEqual(['new-column']);
    expect(cells()[0]).toEqual(['a', 1, 'North', '2024-03-01', null]);
    expect(cells()[4]).toEqual(['b', 20, 'North', '2024-03-02', 3.5]);
    const { rows } = project.workbench.rows({ table: 'people', offset: 2, limit: 3 });
    expect(rows.map(({ source }) => source)).toEqual([
      { file: 'march.csv', row: 4 },
      { file: 'march.csv', row: 5 },
      { file: 'april.csv', row: 2 },
    ]);
    expect(rows[0]?.notes.map(({ raw }) => raw)).toEqual(['NK', '31/02/2024']);
    expect(receipt).toMatchObject({ read: 4, loaded: 3 });
    expect(project.workbench.receipts({}).map(({ file, loaded }) => [file, loaded])).toEqual([
      ['march.csv', 4],
      ['april.csv', 3],
    ]);
    expect(newest()).toContain('3 rows under the 4 of people, which then has 7');
  });

  test('a missing column is refused, or blank when that is accepted', async () => {
    const lines = ['id,site,seen', 'x,North,2024-05-01'];
    expect((await refusalOf(bring({ mode: 'append' }, lines))).code).toBe('contract-drift');
    await bring({ mode: 'append', acceptDrift: true }, lines);
    expect(cells()[4]).toEqual(['x', null, 'North', '2024-05-01']);
  });

  test('a strict contract refuses what is new as well', async () => {
    const contract = project.workbench.contractOf({ table: 'people' });
    expect((await refusalOf(bring({ mode: 'append', contract }))).code).toBe('contract-drift');
  });
});

describe('replace', () => {
  test('the rows of before go, labels and labels of values stay', async () => {
    const values = [{ value: 'North', label: 'Northern site' }];
    project.workbench.changeVariable({
      table: 'people',
      variable: 'site',
      change: { label: 'Where', values },
    });
    const { table, comparison } = await bring({ mode: 'replace' });
    expect(cells()).toEqual([
      ['North', 'b', 20, '2024-03-02', 3.5],
      ['South', 'c', null, '2024-04-01', 2.5],
      ['South', 'e', 5, '2024-04-05', 4.5],
    ]);
    expect(table).toMatchObject({ rows: 3, version: 3, label: 'People' });
    expect(table.variables[0]).toMatchObject({ name: 'site', label: 'Where', values });
    expect(comparison?.rows).toMatchObject({ inTable: 4, inFile: 3, new: 3, gone: 4, after: 3 });
    expect(project.workbench.receipts({}).map(({ file }) => file)).toEqual(['april.csv']);
  });

  test('with a key the rows are compared, emptied cells too', async () => {
    const { comparison } = await bring({ mode: 'replace', key: ['id'] });
    expect(comparison?.rows).toMatchObject({ new: 1, changed: 2, unchanged: 0, gone: 2 });
    expect(
      comparison?.changes.find(({ variable, key }) => variable === 'score' && key[0] === 'c'),
    ).toMatchObject({
      from: 'NK (not known)',
      to: '',
    });
  });
});

describe('update', () => {
  test('new, changed, unchanged and gone; blanks overwrite nothing', async () => {
    const { comparison, table } = await bring({ mode: 'update', key: ['id'] });
    expect(comparison).toMatchObject({
      rows: { inTable: 4, inFile: 3, new: 1, changed: 2, unchanged: 0, gone: 2, after: 5 },
      cells: { changed: 6, blanksKept: 1 },
    });
    expect(cells()).toEqual([
      ['a', 1, 'North', '2024-03-01', null],
      ['b', 20, 'North', '2024-03-02', 3.5],
      ['c', null, 'South', '2024-04-01', 2.5],
      ['d', 4, 'South', '2024-03-04', null],
      ['e', 5, 'South', '2024-04-05', 4.5],
    ]);
    const { rows } = project.workbench.rows({ table: 'people', offset: 2, limit: 1 });
    expect(rows[0]?.notes).toEqual([
      { column: 1, kind: 'missing-code', raw: 'NK', reason: 'not known' },
    ]);
    expect(table.origin).toMatchObject({
      files: [
        { name: 'march.csv', rows: { first: 1, n: 4 } },
        { name: 'april.csv', mode: 'update', rows: { first: 5, n: 1 } },
      ],
    });
    expect(newest()).toContain(
      '3 rows against the 4 of people, matched by id: 1 new, 2 changed (6 cells), 0 unchanged, 2 gone (kept). 1 empty cell did not overwrite a value.',
    );
  });

  test('the comparison says the same beforehand and writes nothing', async () => {
    const before = readFileSync(project.path);
    const state = stateOf(project.workbench, 'people');
    const request = { mode: 'update', key: ['id'], table: 'people' } as const;
    const file = project.file(APRIL, 'april.csv');
    const compared = await project.workbench.compareImport({ file, ...request }, UNWATCHED);
    expect(stateOf(project.workbench, 'people')).toEqual(state);
    expect(readFileSync(project.path).equals(before)).toBe(true);
    expect(compared.changes.slice(0, 2)).toEqual([
      { key: ['b'], row: 2, fileRow: 2, variable: 'score', from: '2', to: '20' },
      { key: ['b'], row: 2, fileRow: 2, variable: 'site', from: 'South', to: 'North' },
    ]);
    const { comparison } = await bring(request);
    expect(comparison).toEqual(compared);
  });

  test('blanks overwrite when they are told to', async () => {
    await bring({ mode: 'update', key: ['id'], blanksOverwrite: true });
    const { rows } = project.workbench.rows({ table: 'people', offset: 2, limit: 1 });
    expect(rows[0]).toMatchObject({ cells: ['c', null, 'South', '2024-04-01', 2.5], notes: [] });
  });

  test('a repeated key is refused with the rows it repeats in', async () => {
    const refusal = await refusalOf(bring({ mode: 'update', key: ['site'] }));
    expect(refusal).toMatchObject({
      code: 'key-repeats',
      message: 'site is no key of the table: it repeats in North (rows 1, 3); South (rows 2, 4).',
    });
  });
});

describe('the same file', () => {
  test('is refused unless it is meant', async () => {
    const file = project.file(MARCH, 'copy of march.csv');
    const request = { file, table: 'people', mode: 'append' } as const;
    const refusal = await refusalOf(project.workbench.importFile(request, UNWATCHED));
    expect(refusal.code).toBe('already-imported');
    expect(refusal.message).toContain('march.csv, imported into people on ');
    const { receipt } = await project.workbench.previewFile({ file }, UNWATCHED);
    expect(receipt.notices?.map(({ code }) => code)).toContain('already-imported');
    await project.workbench.importFile({ ...request, again: true }, UNWATCHED);
    expect(cells()).toHaveLength(8);
  });

  test('is not the same once its import was undone', async () => {
    project.workbench.undoImport({ table: 'people' });
    expect(project.workbench.project({}).tables).toEqual([]);
    await bring({}, MARCH);
    expect(cells()).toHaveLength(4);
  });
});

describe('undo', () => {
  test.each([
    [{ mode: 'append' }],
    [{ mode: 'replace' }],
    [{ mode: 'update', key: ['id'], blanksOverwrite: true }],
  ] as const)('of %j gives back everything', async (request) => {
    const kept = project.kept('people');
    expect(kept.frames[0]?.rows).toBe(4);
    const before = stateOf(project.workbench, 'people');
    await bring(request);
    expect(stateOf(project.workbench, 'people')).not.toEqual(before);
    project.reopen();
    project.workbench.undoImport({ table: 'people' });
    expect(newest()).toBe(
      `Undid the import of april.csv into people (${request.mode}): it has its 4 people of before, instead of ${{ append: 7, replace: 3, update: 5 }[request.mode]}.`,
    );
    expect(stateOf(project.workbench, 'people')).toEqual(before);
    expect(project.kept('people')).toEqual(kept);
    expect(stateOf(project.workbench, 'people')).toEqual(before);
    expect(project.workbench.verify({}).ok).toBe(true);
  });

  test('of a new table removes it; of one undone already there is nothing', async () => {
    await bring({ mode: 'append' });
    await bring({ mode: 'append', again: true }, [
      'id,score,site,seen,weight',
      'z,1,North,2024-01-01,1.5',
    ]);
    project.workbench.undoImport({ table: 'people' });
    expect(cells()).toHaveLength(7);
    const refusal = await refusalOf(() => project.workbench.undoImport({ table: 'people' }));
    expect(refusal.code).toBe('nothing-to-undo');
  });

  test('keeps the place of the table in the list, and its name for any SQLite tool', async () => {
    await project.workbench.importFile(
      { file: project.file(['k,v', '1,2']), table: 'other' },
      UNWATCHED,
    );
    await bring({ mode: 'append' });
    const names = () => project.workbench.project({}).tables.map(({ name }) => name);
    expect(names()).toEqual(['people', 'other']);
    project.workbench.undoImport({ table: 'people' });
    expect(names()).toEqual(['people', 'other']);
    project.workbench.removeTable({ table: 'people' });
    expect(names()).toEqual(['other']);
    project.reopen();
    expect(names()).toEqual(['other']);
    expect(project.workbench.verify({}).ok).toBe(true);
  });
});

describe('an import that is stopped', () => {
  test.each(['append', 'replace', 'update'] as const)(
    '%s leaves everything as it was',
    async (mode) => {
      const before = stateOf(project.workbench, 'people');
      const history = project.workbench.journal({ limit: 100 });
      const fault = new Error('pulled the plug');
      let writing = '';
      const task: Task = {
        progress: (_, __, label) => {
          writing = label.startsWith('Writing') ? label : '';
        },
        checkpoint: async () => {
          if (writing === 'Writing rows') throw fault;
        },
      };
      await expect(bring({ mode, key: ['id'] }, APRIL, task)).rejects.toBe(fault);
      expect(stateOf(project.workbench, 'people')).toEqual(before);
      expect(project.workbench.journal({ limit: 100 })).toEqual(history);
      project.reopen();
      expect(stateOf(project.workbench, 'people')).toEqual(before);
      await bring({ mode, key: ['id'] });
      expect(project.workbench.verify({}).ok).toBe(true);
    },
  );
});

describe('tables that depend on it', () => {
  const stale = () =>
    project.workbench
      .project({})
      .tables.flatMap(({ name, outOfDate }) => (outOfDate ? [[name, outOfDate]] : []));

  test('are out of date after an import, and current again after its undo', async () => {
    const base = { label: 'X', unit: 'people', steps: [] };
    await project.workbench.makeTable(
      { definition: { ...base, name: 'one', from: 'people' } },
      UNWATCHED,
    );
    await project.workbench.makeTable(
      { definition: { ...base, name: 'two', from: 'one' } },
      UNWATCHED,
    );
    expect(stale()).toEqual([]);
    await bring({ mode: 'append' });
    expect(stale()).toEqual([
      ['one', [{ table: 'people', used: 1, now: 2 }]],
      ['two', [{ table: 'one', used: 1, now: 1 }]],
    ]);
    project.workbench.undoImport({ table: 'people' });
    expect(stale()).toEqual([]);
    await bring({ mode: 'replace' });
    expect(stale()[0]).toEqual(['one', [{ table: 'people', used: 1, now: 3 }]]);
    project.workbench.undoImport({ table: 'people' });
    project.workbench.undoImport({ table: 'people' });
    expect(stale()[0]).toEqual(['one', [{ table: 'people', used: 1, now: null }]]);
  });

  test('a made table takes no file', async () => {
    const definition = { name: 'one', label: 'X', unit: 'people', steps: [], from: 'people' };
    await project.workbench.makeTable({ definition }, UNWATCHED);
    const file = project.file(APRIL);
    const into = project.workbench.importFile({ file, table: 'one', mode: 'append' }, UNWATCHED);
    expect((await refusalOf(into)).code).toBe('not-imported');
    expect((await refusalOf(() => project.workbench.undoImport({ table: 'one' }))).code).toBe(
      'not-imported',
    );
  });
});

describe('a program that is killed while it writes', () => {
  test('leaves the project as it was', async () => {
    const state = stateOf(project.workbench, 'people');
    const file = project.file(APRIL, 'april.csv');
    project.workbench.close();
    const script = `
      const { createWorkbench } = await import(${JSON.stringify(join(ROOT, 'src/workbench.ts'))});
      const workbench = createWorkbench(${JSON.stringify(project.path)});
      let label = '';
      await workbench.importFile(
        { file: ${JSON.stringify(file)}, table: 'people', mode: 'update', key: ['id'] },
        {
          progress: (done, total, words) => { label = words; },
          checkpoint: async () => { if (label === 'Writing rows') process.kill(process.pid, 'SIGKILL'); },
        },
      );`;
    const { signal, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script]);
    expect(signal, String(stderr)).toBe('SIGKILL');
    project.reopen();
    expect(stateOf(project.workbench, 'people')).toEqual(state);
    expect(project.workbench.verify({}).ok).toBe(true);
  });
});
