import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ContractDrift } from '../../src/model/drift.ts';
import type { ImportDecisions } from '../../src/model/importing.ts';
import { UNWATCHED } from '../../src/model/project.ts';
import { projectIn, refusalOf } from './fixtures.ts';

const FIRST = [
  'id;seen;q7;site',
  ...Array.from(
    { length: 20 },
    (_, i) => `HB${i};${i + 1}/04/2023;${i % 7};${i % 2 ? 'North' : 'South'}`,
  ),
];

let project: ReturnType<typeof projectIn>;
let contract: ImportDecisions;

beforeEach(async () => {
  project = projectIn();
  const { decisions } = await project.workbench.importFile(
    { file: project.file(FIRST), table: 'march' },
    UNWATCHED,
  );
  contract = JSON.parse(JSON.stringify(decisions));
  return () => project.workbench.close();
});

function bring(lines: readonly string[], more = {}, encoding: BufferEncoding = 'utf8') {
  const file = project.file(lines, undefined, encoding);
  return project.workbench.importFile({ file, table: 'april', contract, ...more }, UNWATCHED);
}

/** The next extract: as the first one, with every line changed. */
const next = (change: (cells: string[], row: number) => readonly string[]) =>
  FIRST.map((line, row) =>
    change(row === 0 ? line.split(';') : line.replace('HB', 'HC').split(';'), row).join(';'),
  );

async function driftOf(work: Promise<unknown>): Promise<ContractDrift> {
  const refusal = await refusalOf(work);
  expect(refusal.code).toBe('contract-drift');
  const drift = refusal.details as ContractDrift;
  for (const { sentence } of drift.findings) expect(refusal.message).toContain(sentence);
  expect(project.workbench.project({}).tables.map(({ name }) => name)).toEqual(['march']);
  return drift;
}

describe('the next extract against its contract', () => {
  test('the same columns in another order are no drift', async () => {
    const { drift, table } = await bring(next(([a, b, c, d]) => [d, c, b, a].map(String)));
    expect(drift).toBeNull();
    expect(table.variables.map(({ name, kind }) => [name, kind])).toEqual([
      ['site', 'category'],
      ['q7', 'integer'],
      ['seen', 'date'],
      ['id', 'identifier'],
    ]);
  });

  test('new, missing and renamed columns', async () => {
    const lines = next(([id = '', seen = '', q7 = ''], row) =>
      row === 0 ? ['id', 'date_seen', 'weight', 'q7'] : [id, seen, `${row}.5`, q7],
    );
    lines[0] = 'ID ;seen_on;weight;q7';
    const { findings } = await driftOf(bring(lines));
    expect(findings.map(({ what }) => what)).toEqual([
      'renamed-column',
      'renamed-column',
      'missing-column',
      'new-column',
    ]);
  });

  test('accepted, new columns are loaded, renamed ones keep their names, missing ones are blank', async () => {
    const lines = next(([id = '', seen = '', q7 = ''], row) =>
      row === 0 ? ['id', 'Seen on', 'q7', 'weight'] : [id, seen, q7, `${row}.5`],
    );
    const { table, drift, receipt } = await bring(lines, { acceptDrift: true });
    expect(drift?.findings.map(({ what }) => what)).toEqual([
      'renamed-column',
      'missing-column',
      'new-column',
    ]);
    expect(table.variables.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'id identifier',
      'seen date',
      'q7 integer',
      'weight decimal',
      'site category',
    ]);
    const { rows } = project.workbench.rows({ table: 'april', offset: 0, limit: 1 });
    expect(rows[0]?.cells).toEqual(['HC0', '2023-04-01', 0, 1.5, null]);
    expect(receipt).toMatchObject({ read: 21, loaded: 20 });
    expect(project.workbench.journal({ limit: 1 })[0]?.sentence).toContain(
      '“site” is not in this extract',
    );
  });

  test('cells that no longer fit their kind', async () => {
    const { findings } = await driftOf(
      bring(
        next(([id = '', seen = '', q7 = '', site = ''], row) => [
          id,
          seen,
          row % 2 ? `${q7} pts` : q7,
          site,
        ]),
      ),
    );
    expect(findings).toMatchObject([
      { what: 'kind', name: 'q7', kind: 'integer', proposed: 'text', n: 10, of: 20 },
    ]);
    expect(findings[0]?.sentence).toContain('10 of 20 cells do not fit');
  });

  test('one odd cell is a problem of that cell, not a drift', async () => {
    const lines = next(([id = '', seen = '', q7 = '', site = ''], row) => [
      id,
      seen,
      row === 3 ? 'x' : q7,
      site,
    ]);
    const { drift, receipt } = await bring(lines);
    expect(drift).toBeNull();
    expect(receipt.problems).toMatchObject([{ column: 'q7', n: 1, firstRow: 4 }]);
  });

  test('new categories with their counts', async () => {
    const lines = next(([id = '', seen = '', q7 = '', site = ''], row) => [
      id,
      seen,
      q7,
      row > 14 ? 'West' : row === 1 ? 'Nroth' : site,
    ]);
    const { findings } = await driftOf(bring(lines));
    expect(findings.map(({ sentence }) => sentence)).toEqual([
      'site has 2 new values: Nroth (1), West (6).',
    ]);
    const { decisions } = await bring(lines, { acceptDrift: true });
    expect(decisions.columns[3]?.seen?.toSorted()).toEqual(['North', 'Nroth', 'South', 'West']);
  });

  test('dates that contradict the saved order', async () => {
    const lines = next(([id = '', seen = '', q7 = '', site = ''], row) => {
      const [day, month, year] = seen.split('/');
      return [id, row === 0 ? seen : `${month}/${day}/${year}`, q7, site];
    });
    const { findings } = await driftOf(bring(lines));
    expect(findings).toMatchObject([{ what: 'date-order', name: 'seen', saved: 'dmy' }]);
    const refusal = await refusalOf(bring(lines, { acceptDrift: true }));
    expect(refusal.code).toBe('unanswered-question');
    const changes = { columns: [{ position: 1, dateOrder: 'mdy' }] };
    const { drift } = await bring(lines, { changes });
    expect(drift).toBeNull();
    const { rows } = project.workbench.rows({ table: 'april', offset: 19, limit: 1 });
    expect(rows[0]?.cells[1]).toBe('2023-04-20');
  });

  test('another delimiter and another encoding', async () => {
    const lines = next((cells, row) => (row === 0 ? [...cells.slice(0, 3), 'sité'] : cells));
    const latin = lines.map((line) => line.replaceAll(';', ','));
    contract = {
      ...contract,
      columns: contract.columns.map((each) =>
        each.name === 'site' ? { ...each, header: 'sité' } : each,
      ),
    };
    const { findings } = await driftOf(bring(latin, {}, 'latin1'));
    expect(findings.map(({ what }) => what)).toEqual(['encoding', 'delimiter']);
    const { table } = await bring(latin, { acceptDrift: true }, 'latin1');
    expect(table.rows).toBe(20);
  });

  test('another way of quoting', async () => {
    const lines = next((cells, row) =>
      row === 3 ? [...cells.slice(0, 3), '"a \\"b\\"; c"'] : cells,
    );
    const { findings } = await driftOf(bring(lines));
    expect(findings.map(({ sentence }) => sentence)).toContain(
      'Cells stood in quotation marks (doubled inside a cell); in this file they stand in quotation marks (escaped with a backslash inside a cell).',
    );
  });

  test('a file of plain letters is in every encoding', async () => {
    contract = { ...contract, dialect: { kind: 'csv', encoding: 'windows-1252', delimiter: ';' } };
    expect((await bring(next((cells) => cells))).drift).toBeNull();
  });

  test('title rows above the header are found, and told', async () => {
    const { findings } = await driftOf(bring(['Harbour extract;;;', ...next((cells) => cells)]));
    expect(findings.map(({ what, sentence }) => [what, sentence])).toEqual([
      ['header', 'The header was row 1; here it is row 2.'],
    ]);
  });

  test('a total row that was not there before is told before it is left out', async () => {
    const { findings } = await driftOf(bring([...next((cells) => cells), 'Total;;60;']));
    expect(findings.map(({ what }) => what)).toEqual(['footer']);
  });

  test('another sheet, and a workbook in place of a text file', async () => {
    const book = async (sheet: string, from: number) => {
      const workbook = new ExcelJS.Workbook();
      const page = workbook.addWorksheet(sheet);
      page.addRow(['id', 'seen', 'q7', 'site']);
      for (let i = from; i < from + 20; i++) {
        page.addRow([`HD${i}`, new Date(Date.UTC(2023, 3, i)), i % 7, i % 2 ? 'North' : 'South']);
      }
      const file = join(project.folder, `${sheet}.xlsx`);
      await workbook.xlsx.writeFile(file);
      return file;
    };
    const first = await book('2023', 1);
    const bringBook = (file: string, more = {}) =>
      project.workbench.importFile({ file, table: 'april', contract, ...more }, UNWATCHED);
    const { findings } = await driftOf(bringBook(first));
    expect(findings.map(({ what }) => what)).toEqual(['kind-of-file']);
    const { decisions } = await bringBook(first, { acceptDrift: true });
    contract = decisions;
    project.workbench.removeTable({ table: 'april' });
    const second = await book('2024', 5);
    expect((await driftOf(bringBook(second))).findings.map(({ sentence }) => sentence)).toEqual([
      'There is no sheet “2023”; “2024” would be read instead.',
    ]);
    const { drift, table } = await bringBook(second, { changes: { sheet: '2024' } });
    expect([drift, table.rows]).toEqual([null, 20]);
  });

  test('several files stacked are checked as one', async () => {
    const half = (from: number) => [FIRST[0] ?? '', ...FIRST.slice(from, from + 10)];
    const stack = [{ file: project.file(half(11)) }];
    const { drift, table } = await bring(half(1), { stack });
    expect([drift, table.rows]).toEqual([null, 20]);
    expect(table.variables.map(({ name }) => name)).toContain('source_file');
  });

  test('a contract is kept with the table and survives a new session', async () => {
    project.reopen();
    const kept = project.workbench.contractOf({ table: 'march' });
    expect(kept).toEqual(contract);
    expect(kept.columns[3]?.seen).toEqual(['North', 'South']);
  });
});
