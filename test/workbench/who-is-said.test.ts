import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Condition } from '../../src/model/condition.ts';
import { type Artifact, UNWATCHED } from '../../src/model/project.ts';
import { createWorkbench, type OpenWorkbench } from '../../src/workbench.ts';
import { unzipText } from '../helpers/unzip.ts';

const SOUTH: Condition = { op: 'is', variable: 'site', value: 'South' };
const IN_WORDS = 'In the south: 6 of 9 people (site is South)';

let workbench: OpenWorkbench;
let id: string;

function lines(people: number): string {
  const rows = Array.from(
    { length: people },
    (_, i) => `P${i + 1},${i % 3 === 0 ? 'North' : 'South'},${i === 1 ? '' : i % 2 ? 'Yes' : 'No'}`,
  );
  return ['person_id,site,seen', ...rows].join('\n');
}

async function importPeople(people: number, mode: 'new' | 'replace'): Promise<void> {
  const file = join(mkdtempSync(join(tmpdir(), 'attune-')), 'people.csv');
  writeFileSync(file, lines(people));
  await workbench.importFile({ file, table: 'people', unit: 'people', mode }, UNWATCHED);
}

function keepSouth(condition: Condition): void {
  workbench.saveCohort({ name: 'south', label: 'In the south', table: 'people', condition });
}

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-'));
  workbench = createWorkbench(join(folder, 'p.attune'), { create: { title: 'P' } });
  await importPeople(9, 'new');
  keepSouth(SOUTH);
  const spec = {
    analysis: 'frequencies',
    table: 'people',
    cohort: 'south',
    options: { variables: ['seen'] },
  };
  id = workbench.analyse({ spec }).id;
  workbench.saveReport({
    report: {
      ...workbench.report({}),
      blocks: [
        { type: 'table', result: id },
        { type: 'figure', result: id },
      ],
    },
  });
  return () => workbench.close();
});

const text = (artifact: Artifact) => new TextDecoder().decode(artifact.bytes);

async function sheets(artifact: Artifact): Promise<Map<string, string>> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(artifact.bytes as unknown as ArrayBuffer);
  return new Map(
    book.worksheets.map((sheet) => [sheet.name, JSON.stringify(sheet.getSheetValues())]),
  );
}

describe('no silent filter: every export says who, n and missing', () => {
  test('rows as CSV stay plain rows; a file beside them says which they are', async () => {
    const csv = await workbench.exportTable({ table: 'people', cohort: 'south', format: 'csv' });
    expect(text(csv)).toMatch(/^person_id,site,seen\r\nP2,South,\r\n/);
    const about = csv.about ?? '';
    expect(about).toContain('Cohort: In the south (version 1)\r\n');
    expect(about).toContain('Rows: 6 of 9 people: site is South.\r\n');
    expect(about).toContain('n: 6 of 9 people\r\n');
    expect(about).toContain('Missing:\r\n  seen: 1 (empty 1)\r\n');
    expect(about).toMatch(/Source: people\.csv, SHA-256 [0-9a-f]{64}/);
    const all = await workbench.exportTable({ table: 'people', format: 'csv' });
    expect(all.about).toContain('Cohort: none\r\nRows: All 9 people.\r\n');
  });

  test('rows as Excel have it on a sheet', async () => {
    const book = await sheets(
      await workbench.exportTable({
        table: 'people',
        cohort: 'south',
        within: { op: 'is', variable: 'seen', value: 1 },
        format: 'xlsx',
      }),
    );
    // Of P2, P3, P5, P6, P8, P9 those who were seen: every second, but P2 of whom it is not known.
    expect(book.get('About')).toContain('2 of 9 people: site is South and seen is Yes.');
    expect(book.get('About')).toContain('In the south (version 1)');
    expect(book.get('Variables')).toContain('Missing in these rows');
  });

  test.each(['csv', 'svg', 'docx', 'xlsx', 'json'] as const)('a result as %s', async (format) => {
    const artifact = await workbench.exportResult({ id, format });
    const words = {
      csv: async () => text(artifact),
      svg: async () =>
        text(artifact)
          .replaceAll(/<\/?tspan[^>]*>/g, ' ')
          .replaceAll(/\s+/g, ' '),
      docx: async () =>
        (await unzipText(artifact.bytes, 'word/document.xml')).replaceAll(/<[^>]+>/g, ''),
      xlsx: async () => [...(await sheets(artifact)).values()].join(),
      json: async () => JSON.stringify(JSON.parse(text(artifact)).made.results),
    }[format];
    const said = (await words()).replaceAll(/\s/g, ' ');
    expect(said).toContain(IN_WORDS);
    expect(said).toMatch(format === 'json' ? /"n":"5","missing":"1/ : /n = 5; missing: 1 \(/);
  });

  test('the values of one chart', async () => {
    const csv = await workbench.exportResult({ id, format: 'csv', figure: 0 });
    expect(text(csv)).toContain(`${IN_WORDS}. n = 5; missing: 1 (`);
  });

  test.each(['docx', 'xlsx', 'json'] as const)('the report as %s', async (format) => {
    const artifact = await workbench.exportReport({ format }, UNWATCHED);
    const words = {
      docx: async () => unzipText(artifact.bytes, 'word/document.xml'),
      xlsx: async () => [...(await sheets(artifact)).values()].join(),
      json: async () => text(artifact),
    }[format];
    expect((await words()).replaceAll(/<[^>]+>/g, '')).toContain(IN_WORDS);
  });
});

describe('a result says when it is out of date, and why', () => {
  const changes = () => workbench.staleResults({}).map((stale) => stale.changes.map((c) => c.text));
  const rerun = () => {
    const [result] = workbench.results({});
    if (!result) throw new Error('no result');
    const { analysis, table, options, cohort } = result;
    const of = cohort.name === null ? {} : { cohort: cohort.name };
    workbench.analyse({ spec: { id, analysis, table, options, ...of } });
  };

  test('while nothing has changed it says nothing, also under another name', () => {
    workbench.changeCohort({ name: 'south', change: { label: 'Southerners' } });
    expect(workbench.staleResults({})).toEqual([]);
  });

  test('the cohort has changed: was, is, and how many more', () => {
    keepSouth({ op: 'present', variable: 'site' });
    expect(workbench.staleResults({})).toMatchObject([{ id, canRerun: true }]);
    expect(changes()).toEqual([
      [
        'The cohort “In the south” has changed: was people where site is South (version 1), ' +
          'is people where site is not missing (version 2); 3 more: 6 → 9 people.',
      ],
    ]);
    rerun();
    expect(changes()).toEqual([]);
  });

  test('the table was imported again: rows then and now', async () => {
    await importPeople(12, 'replace');
    expect(changes()).toEqual([
      [expect.stringMatching(/^people was imported again \(people\.csv, .+\): 9 → 12 people\.$/)],
    ]);
    workbench.undoImport({ table: 'people' });
    expect(changes()).toEqual([]);
    await importPeople(12, 'replace');
    rerun();
    expect(changes()).toEqual([]);
    workbench.undoImport({ table: 'people' });
    expect(changes()).toEqual([
      ['people is again what it was before an import was undone: 12 → 9 people.'],
    ]);
  });

  test('words of variables have changed', () => {
    const values = [{ value: 'South', label: 'The south' }];
    workbench.changeVariable({ table: 'people', variable: 'site', change: { values } });
    expect(changes()).toEqual([
      ['people has changed in what its variables are called or stand for: 9 people as before.'],
    ]);
  });

  test('the cohort was removed: it cannot be computed again until it is back', () => {
    workbench.removeCohort({ name: 'south' });
    expect(workbench.staleResults({})).toMatchObject([
      { canRerun: false, changes: [{ of: 'cohort-gone', name: 'south' }] },
    ]);
    expect(changes()).toEqual([['The cohort “In the south” was removed.']]);
    workbench.restoreCohort({ name: 'south' });
    expect(changes()).toEqual([]);
  });

  test('the table is gone', () => {
    workbench.removeTable({ table: 'people' });
    expect(changes()).toEqual([['The table people is gone.']]);
  });

  test('so is a table that was made of one that has changed', async () => {
    const definition = {
      name: 'south',
      label: 'South',
      unit: 'people',
      from: 'people',
      steps: [{ op: 'keep-rows', condition: SOUTH, reason: 'in the south' }],
    };
    await workbench.makeTable({ definition }, UNWATCHED);
    workbench.removeResult({ id });
    workbench.analyse({
      spec: { analysis: 'frequencies', table: 'south', options: { variables: ['seen'] } },
    });
    await importPeople(12, 'replace');
    expect(workbench.staleResults({})).toMatchObject([{ canRerun: false }]);
    expect(changes()).toEqual([
      ['South was made from people, which has changed since: make South again first.'],
    ]);
  });

  test('so is a table whose rule names a cohort that has changed', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'attune-')), 'forms.csv');
    writeFileSync(file, 'person_id,wave,score\nP2,T1,4\nP2,T2,6\nP3,T1,5\nP3,T2,9\nP5,T1,1\n');
    await workbench.importFile({ file, table: 'forms', unit: 'forms' }, UNWATCHED);
    const definition = {
      name: 'pairs',
      label: 'Pairs',
      unit: 'people',
      from: 'forms',
      pair: {
        person: 'person_id',
        time: 'wave',
        before: 'T1',
        after: 'T2',
        eligible: { table: 'people', person: 'person_id', cohort: 'south' },
      },
    };
    const { variables } = await workbench.makeTable({ definition }, UNWATCHED);
    workbench.removeResult({ id });
    const options = {
      variables: variables.filter(({ kind }) => kind === 'integer').map((v) => v.name),
    };
    workbench.analyse({ spec: { analysis: 'descriptives', table: 'pairs', options } });
    expect(changes()).toEqual([]);
    keepSouth({ op: 'present', variable: 'site' });
    expect(changes()).toEqual([
      [
        'Pairs was made with the cohort “In the south”, which has changed since: make Pairs again first.',
      ],
    ]);
    expect(workbench.project({}).tables.at(-1)?.outOfDate).toEqual([
      { table: 'people', cohort: 'In the south', used: 1, now: 2 },
    ]);
    expect(workbench.staleResults({})).toMatchObject([{ canRerun: false, needsTable: true }]);
    await workbench.remakeTables({}, UNWATCHED);
    expect(changes()).toEqual([
      [expect.stringMatching(/^Pairs was made again.*: 6 → 9 people\.$/)],
    ]);
    rerun();
    expect(changes()).toEqual([]);
    workbench.removeCohort({ name: 'south' });
    expect(changes()).toEqual([['Pairs was made with the cohort “south”, which is gone.']]);
  });

  test('a cohort that asks about another table says when that has changed', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'attune-')), 'visits.csv');
    writeFileSync(file, 'person_id,n\nP2,1\nP3,2\nP3,3\n');
    const visits = { file, table: 'visits', unit: 'visits' };
    await workbench.importFile(visits, UNWATCHED);
    keepSouth({ linked: { table: 'visits', key: 'person_id', foreignKey: 'person_id' }, least: 2 });
    expect(workbench.cohorts({})).toMatchObject([{ n: 1, refused: null }]);
    rerun();
    expect(changes()).toEqual([]);
    writeFileSync(file, 'person_id,n\nP2,1\nP2,2\nP3,2\nP3,3\n');
    await workbench.importFile({ ...visits, mode: 'replace' }, UNWATCHED);
    expect(changes()).toEqual([
      ['The cohort “In the south” asks about rows of visits, which has changed since.'],
    ]);
    rerun();
    expect(workbench.results({})[0]?.cohort.n).toBe(2);
    expect(changes()).toEqual([]);
  });

  test('and the report says so in its tables, its figures and on its last page', async () => {
    keepSouth({ op: 'present', variable: 'site' });
    const report = workbench.renderReport({});
    for (const block of report.blocks) {
      expect('basis' in block && block.basis).toMatch(/Out of date: The cohort “In the south” has/);
    }
    const word = await unzipText(
      (await workbench.exportReport({ format: 'docx' }, UNWATCHED)).bytes,
      'word/document.xml',
    );
    expect(word.match(/Out of date/g)?.length).toBe(3);
    expect(text(await workbench.exportResult({ id, format: 'svg' }))).toContain('Out of date');
  });
});
