import { beforeEach, describe, expect, test } from 'vitest';
import { UNWATCHED } from '../../src/model/project.ts';
import { projectIn, refusalOf, stateOf } from './fixtures.ts';

const FILE = [
  'id,score,seen',
  'a,1,13/03/2024',
  'b,2',
  ',3,15/03/2024',
  'd,4,16/03/2024,extra',
  'e,5,17/03/2024',
];

let project: ReturnType<typeof projectIn>;

beforeEach(async () => {
  project = projectIn();
  const request = { file: project.file(FILE, 'march.csv'), table: 'people', unit: 'people' };
  await project.workbench.importFile({ ...request, changes: { required: ['id'] } }, UNWATCHED);
  return () => project.workbench.close();
});

const requeue = (rows: readonly { row: number; cells: readonly string[]; file?: string }[]) =>
  project.workbench.requeue({ table: 'people', rows }, UNWATCHED);

describe('quarantine', () => {
  test('lists the rows that were not loaded, with their cells and reasons', () => {
    const listed = project.workbench.quarantine({ table: 'people' });
    expect(listed.map(({ file, row, cells }) => [file, row, cells])).toEqual([
      ['march.csv', 3, ['b', '2']],
      ['march.csv', 4, ['', '3', '15/03/2024']],
      ['march.csv', 5, ['d', '4', '16/03/2024', 'extra']],
    ]);
    expect(listed.map(({ reason }) => reason)).toContain('id is required and has no value');
  });

  test('corrected rows go back through, read as the file is, and the receipt adds up', async () => {
    const before = stateOf(project.workbench, 'people');
    const table = await requeue([
      { row: 5, cells: ['d', '4', '16/03/2024'] },
      { row: 3, cells: ['b', 'two', '05/04/2024'] },
    ]);
    expect(table).toMatchObject({ rows: 4, version: 2 });
    const { rows } = project.workbench.rows({ table: 'people', offset: 2, limit: 5 });
    expect(rows.map(({ cells, source }) => [cells, source])).toEqual([
      [['d', 4, '2024-03-16'], { file: 'march.csv', row: 5 }],
      [['b', null, '2024-04-05'], { file: 'march.csv', row: 3 }],
    ]);
    expect(rows[1]?.notes).toMatchObject([{ column: 1, kind: 'problem', raw: 'two' }]);
    const [receipt] = project.workbench.receipts({});
    expect(receipt).toMatchObject({ read: 6, loaded: 4, quarantined: 1, skipped: 1, blank: 0 });
    expect(receipt?.cells).toMatchObject({ total: 12, asText: 1 });
    expect(receipt?.requeued?.map(({ row, cells, corrected }) => [row, cells, corrected])).toEqual([
      [3, ['b', '2'], ['b', 'two', '05/04/2024']],
      [5, ['d', '4', '16/03/2024', 'extra'], ['d', '4', '16/03/2024']],
    ]);
    expect(project.workbench.quarantine({ table: 'people' }).map(({ row }) => row)).toEqual([4]);
    expect(project.workbench.journal({ limit: 1 })[0]?.sentence).toBe(
      'Sent 2 rows back from quarantine into people, corrected: rows 5, 3 of the file.',
    );
    project.workbench.undoImport({ table: 'people' });
    expect(stateOf(project.workbench, 'people')).toEqual(before);
  });

  test.each([
    ['a row that is not there', [{ row: 2, cells: ['x', '1', '01/01/2024'] }], 'not-in-quarantine'],
    ['too few cells', [{ row: 3, cells: ['b', '2'] }], 'row-width'],
    ['a required cell that is still blank', [{ row: 4, cells: ['', '3', ''] }], 'required-cell'],
    [
      'a row twice',
      [
        { row: 3, cells: ['b', '2', ''] },
        { row: 3, cells: ['b', '2', ''] },
      ],
      'row-twice',
    ],
  ])('%s is refused', async (_, rows, code) => {
    const before = stateOf(project.workbench, 'people');
    expect((await refusalOf(requeue(rows))).code).toBe(code);
    expect(stateOf(project.workbench, 'people')).toEqual(before);
  });

  test('of two files of one table, the file is named', async () => {
    const file = project.file(
      ['id,score,seen', 'x,1,18/03/2024', 'y,2', 'z,3,19/03/2024'],
      'april.csv',
    );
    await project.workbench.importFile({ file, table: 'people', mode: 'append' }, UNWATCHED);
    expect(project.workbench.quarantine({ table: 'people' })).toHaveLength(4);
    const cells = ['y', '2', '20/03/2024'];
    expect((await refusalOf(requeue([{ row: 3, cells }]))).message).toContain(
      'march.csv, april.csv',
    );
    await requeue([{ row: 3, cells, file: 'april.csv' }]);
    expect(project.workbench.quarantine({ table: 'people' }).map(({ file: of }) => of)).toEqual([
      'march.csv',
      'march.csv',
      'march.csv',
    ]);
    const receipts = project.workbench.receipts({});
    expect(
      receipts.map(({ read, loaded, quarantined, skipped }) => [
        read,
        loaded,
        quarantined,
        skipped,
      ]),
    ).toEqual([
      [6, 2, 3, 1],
      [4, 3, 0, 1],
    ]);
  });
});
