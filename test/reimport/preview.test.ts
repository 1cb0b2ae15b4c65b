import { describe, expect, test } from 'vitest';
import { UNWATCHED } from '../../src/model/project.ts';
import { projectIn, refusalOf } from './fixtures.ts';

const MARCH = ['Ref,Site,Score,Seen on', 'A1,North,4,25/03/2024', 'A2,South,99,26/03/2024'];

async function withMarch() {
  const project = projectIn();
  const march = project.file(MARCH, 'march.csv');
  await project.workbench.importFile(
    {
      file: march,
      table: 'visits',
      changes: {
        columns: [
          { position: 1, kind: 'category' },
          { position: 2, missing: [{ code: '99', reason: 'not asked' }] },
        ],
      },
    },
    UNWATCHED,
  );
  return { project, march };
}

describe('a preview for a table that is there', () => {
  test('names the tables that a file could go into, and the one that has its bytes', async () => {
    const { project, march } = await withMarch();
    const { workbench } = project;
    expect(await workbench.previewFile({ file: march }, UNWATCHED)).toMatchObject({
      known: { table: 'visits' },
      matches: [{ table: 'visits', same: 4, of: 4, lacking: [], added: [] }],
      drift: null,
    });
    const april = project.file(['Ref,Score,Worker', 'A3,5,Bo']);
    expect(await workbench.previewFile({ file: april }, UNWATCHED)).toMatchObject({
      known: null,
      matches: [{ table: 'visits', same: 2, of: 4, lacking: ['Site', 'Seen on'] }],
    });
    const other = project.file(['Ref,Town', 'A1,Leeds']);
    const { matches } = await workbench.previewFile({ file: other }, UNWATCHED);
    expect(matches).toEqual([]);
  });

  test('reads it as the table was read, and tells what has drifted instead of refusing', async () => {
    const { project } = await withMarch();
    const april = project.file([
      'Ref,Site,Score,Seen on,Worker',
      'A3,East,99,01/04/2024,Bo',
      'A4,North,5,02/04/2024,Cy',
    ]);
    const { workbench } = project;
    const alone = await workbench.previewFile({ file: april }, UNWATCHED);
    expect(alone.questions).toHaveLength(1);
    const shown = await workbench.previewFile({ file: april, table: 'visits' }, UNWATCHED);
    expect(shown.questions).toEqual([]);
    expect(shown.decisions.columns[2]?.missing).toEqual([{ code: '99', reason: 'not asked' }]);
    expect(shown.drift?.findings.map(({ what }) => what)).toEqual(['new-column', 'categories']);
    expect(shown.receipt.loaded).toBe(2);
  });

  test('decisions leave as a file and come back from it', async () => {
    const { project } = await withMarch();
    const { workbench } = project;
    const artifact = await workbench.exportContract({ table: 'visits' });
    expect(artifact.name).toBe('visits contract.json');
    const saved = project.file([new TextDecoder().decode(artifact.bytes)], 'c.json');
    const contract = workbench.readContract({ file: saved });
    expect(contract).toEqual(workbench.contractOf({ table: 'visits' }));
    const changed = project.file(['Ref,Site,Seen on', 'A1,North,25/03/2024']);
    const { drift } = await workbench.previewFile({ file: changed, contract }, UNWATCHED);
    expect(drift?.findings.map(({ what }) => what)).toEqual(['missing-column']);
    const wrong = project.file(['{"format":"other"}'], 'wrong.json');
    expect((await refusalOf(() => workbench.readContract({ file: wrong }))).code).toBe(
      'not-a-contract',
    );
  });
});

test('a codebook is a set of changes, with what it and the file do not share', async () => {
  const project = projectIn();
  const file = project.file(['id,sex,mood,note', '1,1,2,a', '2,2,9,b', '3,1,7,c']);
  const codebook = project.file([
    'variable,variable label,value,label,missing',
    'sex,Sex of the child,1,Girl,',
    'sex,,2,Boy,',
    'mood,Mood today,1,Low,',
    'mood,,2,High,',
    'mood,,9,Not asked,yes',
    'weight,Weight,,,',
  ]);
  const found = await project.workbench.matchCodebook({ file, codebook }, UNWATCHED);
  expect(found).toMatchObject({
    format: 'table',
    codebookOnly: ['weight'],
    fileOnly: ['id', 'note'],
    values: [{ variable: 'mood', unlabelled: [{ value: '7', n: 1 }], unused: [{ value: '1' }] }],
  });
  expect(found.columns.map(({ position, label }) => [position, label])).toEqual([
    [1, 'Sex of the child'],
    [2, 'Mood today'],
  ]);
  const { decisions } = await project.workbench.previewFile(
    { file, changes: { columns: found.columns } },
    UNWATCHED,
  );
  expect(decisions.columns[1]).toMatchObject({
    kind: 'category',
    values: [
      { value: '1', label: 'Girl' },
      { value: '2', label: 'Boy' },
    ],
  });
  expect(decisions.columns[2]?.missing).toEqual([{ code: '9', reason: 'Not asked' }]);
});

test('cells that did not fit are listed with the place in their file', async () => {
  const project = projectIn();
  const lines = ['id,n', ...Array.from({ length: 20 }, (_, i) => `r${i},${i}`)];
  const file = project.file([...lines, 'r20,about five'], 'one.csv');
  const columns = [{ position: 1, kind: 'integer' as const }];
  await project.workbench.importFile({ file, table: 't', changes: { columns } }, UNWATCHED);
  const more = project.file(['id,n', 'r30,3?'], 'two.csv');
  await project.workbench.importFile(
    { file: more, table: 't', mode: 'append', acceptDrift: true },
    UNWATCHED,
  );
  expect(project.workbench.problemCells({ table: 't' })).toMatchObject({
    of: 2,
    cells: [
      { file: 'one.csv', fileRow: 22, row: 21, variable: 'n', raw: 'about five' },
      { file: 'two.csv', fileRow: 2, row: 22, variable: 'n', raw: '3?' },
    ],
  });
});

test('letters beyond ASCII are shown where they stand', async () => {
  const project = projectIn();
  const file = project.file(['id,note', '1,plain', '2,caf\u00e9'], 'late.csv', 'latin1');
  const { letters } = await project.workbench.previewFile({ file }, UNWATCHED);
  expect(letters).toEqual([{ row: 3, column: 'note', text: 'café' }]);
});
