import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { UNWATCHED } from '../../src/model/project.ts';
import { Refusal } from '../../src/model/refusal.ts';
import { createWorkbench, type OpenWorkbench } from '../../src/workbench.ts';

// Twelve people, before and after: the vector of Cumming-type effect sizes checked in R 4.2.2.
const BEFORE = [24, 31, 18, 27, 35, 22, 29, 16, 33, 26, 20, 30];
const AFTER = [28, 33, 17, 31, 34, 27, 29, 21, 35, 30, 26, 31];

let folder: string;
let workbench: OpenWorkbench;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-'));
  workbench = createWorkbench(join(folder, 'p.attune'), { create: { title: 'P' } });
  return () => workbench.close();
});

function write(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\r\n'));
  return path;
}

async function importScores() {
  const file = write('scores.csv', [
    'client_id,site,before,after,seen',
    ...BEFORE.map(
      (before, i) =>
        `${String(i + 1).padStart(4, '0')},${i % 3 === 0 ? 'North' : 'South'},${before},${AFTER[i]},2023-0${(i % 9) + 1}-15`,
    ),
    '0013,North,20,,31/02/2023',
  ]);
  return workbench.importFile({ file, table: 'scores', unit: 'people' }, UNWATCHED);
}

describe('workbench', () => {
  test('a file becomes a table, with a receipt that adds up and its raw text kept', async () => {
    const { receipt, table } = await importScores();
    expect(receipt).toMatchObject({ read: 14, loaded: 13, quarantined: 0, skipped: 1, blank: 0 });
    expect(table.variables.map((each) => each.kind)).toEqual([
      'identifier',
      'category',
      'integer',
      'integer',
      'date',
    ]);
    const page = workbench.rows({ table: 'scores', offset: 12, limit: 5 });
    expect(page.rows[0]?.cells).toEqual(['0013', 'North', 20, null, null]);
    expect(page.rows[0]?.notes).toMatchObject([{ column: 4, kind: 'problem', raw: '31/02/2023' }]);
    expect(workbench.receipts({})).toHaveLength(1);
    expect(workbench.journal({ limit: 1 })[0]?.sentence).toContain('scores.csv');
  });

  test('the published numbers of a paired t come out of the whole way', async () => {
    await importScores();
    const result = workbench.analyse({
      spec: {
        analysis: 'paired-t',
        table: 'scores',
        options: { before: ['before'], after: ['after'] },
      },
    });
    const value = (key: string) => result.estimates.find((each) => each.key === key)?.value;
    expect(result.n).toMatchObject({ total: 13, used: 12 });
    expect(value('t')).toBeCloseTo(3.68374, 5);
    expect(value('p')).toBeCloseTo(0.00360224, 7);
    expect(value('d')).toBeCloseTo(0.456053, 5);
    expect(result.sentences.apa).toContain('*t*(11) = 3.68, *p* = .004');
    expect(result.cohort).toMatchObject({ n: 13, of: 13, sentence: 'all people' });
  });

  test('what is tried is what would be kept, and leaves no trace', async () => {
    await importScores();
    const spec = {
      analysis: 'paired-t',
      table: 'scores',
      options: { before: ['before'], after: ['after'] },
    };
    const journal = workbench.journal({ limit: 100 }).length;
    const tried = workbench.tryAnalysis({ spec });
    expect(workbench.results({})).toEqual([]);
    expect(workbench.journal({ limit: 100 })).toHaveLength(journal);
    const kept = workbench.analyse({ spec });
    expect(tried).toEqual({ ...kept, id: tried.id, madeAt: tried.madeAt });
  });

  test('one chart is handed over as a drawing, as its values, or as the picture the window drew', async () => {
    await importScores();
    const { id, figures } = workbench.analyse({
      spec: { analysis: 'frequencies', table: 'scores', options: { variables: ['site'] } },
    });
    const text = async (input: { format: 'svg' | 'csv'; figure: number }) =>
      new TextDecoder().decode((await workbench.exportResult({ id, ...input })).bytes);
    expect(await text({ format: 'svg', figure: 0 })).toContain(figures[0]?.title);
    expect(await text({ format: 'csv', figure: 0 })).toMatch(/South,61\.5/);
    const png = await workbench.exportResult({
      id,
      format: 'png',
      figure: 0,
      picture: 'iVBORw0KGgo=',
    });
    expect([png.mime, ...png.bytes.slice(0, 4)]).toEqual(['image/png', 0x89, 0x50, 0x4e, 0x47]);
    await expect(workbench.exportResult({ id, format: 'svg', figure: 7 })).rejects.toThrow(
      /has no chart 8/,
    );
    await expect(workbench.exportResult({ id, format: 'docx', figure: 0 })).rejects.toThrow(
      /not written as docx/,
    );
  });

  test('a cohort is shown, counted and used as one and the same', async () => {
    await importScores();
    const condition = { op: 'is', variable: 'site', value: 'South' } as const;
    const counted = workbench.countCohort({ table: 'scores', condition });
    workbench.saveCohort({ name: 'south', label: 'South', table: 'scores', condition });
    const page = workbench.rows({ table: 'scores', cohort: 'south', offset: 0, limit: 100 });
    const result = workbench.analyse({
      spec: {
        analysis: 'frequencies',
        table: 'scores',
        cohort: 'south',
        options: { variables: ['site'] },
      },
    });
    expect(counted.n).toBe(8);
    expect(page.n).toBe(8);
    expect(page.rows.every((row) => row.cells[1] === 'South')).toBe(true);
    expect(result.cohort).toMatchObject({ name: 'south', n: 8, of: 13, version: 1 });
  });

  test('a result with the same id replaces the older one, where it stands', async () => {
    await importScores();
    const spec = {
      id: 'sites',
      analysis: 'frequencies',
      table: 'scores',
      options: { variables: ['site'] },
    };
    workbench.analyse({ spec });
    workbench.analyse({ spec: { ...spec, id: 'other' } });
    workbench.analyse({ spec: { ...spec, title: 'Again' } });
    expect(workbench.results({}).map((each) => [each.id, each.title])).toMatchObject([
      ['sites', 'Again'],
      ['other', expect.any(String)],
    ]);
  });

  test('a made table keeps its recipe and can be walked back to its source', async () => {
    await importScores();
    const table = await workbench.makeTable(
      {
        definition: {
          name: 'north',
          label: 'North',
          unit: 'people',
          from: 'scores',
          steps: [
            {
              op: 'keep-rows',
              condition: { op: 'is', variable: 'site', value: 'North' },
              reason: 'other site',
            },
          ],
        },
      },
      UNWATCHED,
    );
    expect(table.rows).toBe(5);
    expect(table.origin).toMatchObject({ made: 'recipe', from: 'scores' });
  });

  test('a summary counts what is there and what is missing', async () => {
    await importScores();
    const summary = workbench.summary({ table: 'scores', variable: 'after' });
    expect(summary).toMatchObject({ n: 12, missing: [{ reason: 'empty', n: 1 }], problems: 0 });
    expect(summary.bins.reduce((sum, bin) => sum + bin.n, 0)).toBe(12);
    expect(workbench.summary({ table: 'scores', variable: 'seen' }).problems).toBe(1);
  });

  test('everything survives closing', async () => {
    await importScores();
    workbench.saveReport({
      report: {
        title: 'T',
        subtitle: '',
        authors: '',
        date: '',
        blocks: [{ type: 'heading', level: 1, text: 'H' }],
      },
    });
    const rows = workbench.rows({ table: 'scores', offset: 0, limit: 100 });
    workbench.close();
    workbench = createWorkbench(join(folder, 'p.attune'));
    expect(workbench.rows({ table: 'scores', offset: 0, limit: 100 })).toEqual(rows);
    expect(workbench.report({}).title).toBe('T');
    expect(workbench.verify({}).ok).toBe(true);
    expect(workbench.contractOf({ table: 'scores' }).columns).toHaveLength(5);
  });

  test.each([
    ['empty.csv', ''],
    ['old.xls', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old workbook'],
    ['photo.csv', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
    ['cut.xlsx', 'PK\x03\x04\x14\0\x08\0\x08\0'],
  ])('%s is refused and leaves nothing behind', async (name, content) => {
    const file = join(folder, name);
    writeFileSync(file, Buffer.from(content, 'latin1'));
    const before = readdirSync(folder);
    const error = await workbench
      .importFile({ file, table: 'x' }, UNWATCHED)
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Refusal);
    expect((error as Refusal).where.file).toBe(name);
    expect((error as Refusal).message.length).toBeGreaterThan(15);
    expect(workbench.project({}).tables).toEqual([]);
    expect(workbench.receipts({})).toEqual([]);
    expect(readdirSync(folder)).toEqual(before);
  });

  test('a project opened for reading refuses to be changed, and says so', async () => {
    await importScores();
    workbench.close();
    workbench = createWorkbench(join(folder, 'p.attune'), { readOnly: true });
    expect(() => workbench.removeTable({ table: 'scores' })).toThrow(/reading only/);
    expect(workbench.project({}).tables).toHaveLength(1);
  });

  test('names that do not exist are refused with what there is', async () => {
    await importScores();
    expect(() => workbench.rows({ table: 'nope', offset: 0, limit: 1 })).toThrow(/no table/);
    expect(() => workbench.summary({ table: 'scores', variable: 'nope' })).toThrow(/no variable/);
    expect(() =>
      workbench.analyse({
        spec: {
          analysis: 'frequencies',
          table: 'scores',
          cohort: 'nope',
          options: { variables: ['site'] },
        },
      }),
    ).toThrow(/no cohort/);
  });
});
