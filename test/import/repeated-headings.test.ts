import { afterEach, describe, expect, test } from 'vitest';
import { loadStack, stackReading } from '../../src/import/load-stack.ts';
import { previewFile } from '../../src/import/preview-file.ts';
import { RUN_LIMITS } from '../../src/import/run-limits.ts';
import type { FilePreview } from '../../src/model/importing.ts';
import { UNWATCHED } from '../../src/model/project.ts';
import { bookOf, fileOf, load, preview, sheetRow, valuesOf } from './fixtures.ts';

describe('headings that stand there again', () => {
  const page = (from: number) => Array.from({ length: 40 }, (_, i) => `HB${from + i},${i},North`);

  test('are set aside with their rows, as often as they come', async () => {
    const pages = [...page(100), 'id,n,site', ...page(200), ' id ,n,site', ...page(300)];
    const loaded = await load(fileOf(`id,n,site\n${pages.join('\n')}\n`));
    expect(loaded.receipt).toMatchObject({ read: 123, loaded: 120, quarantined: 2, skipped: 1 });
    expect(loaded.receipt.quarantine).toMatchObject([
      { row: 42, cells: ['id', 'n', 'site'], reason: 'the headings again' },
      { row: 83, reason: 'the headings again' },
    ]);
    expect(valuesOf(loaded, 'n').slice(38, 42)).toEqual([38, 39, 0, 1]);
    expect(new Set(valuesOf(loaded, 'site'))).toEqual(new Set(['North']));
    expect(loaded.receipt.cells).toMatchObject({ typed: 360, asText: 0 });
  });

  test('a row that says some of it is data, and so is the heading of the only column', async () => {
    const some = await load(fileOf('id,n,site\nHB1,3,North\nid,n,East\nHB2,4,site\n'));
    expect(some.receipt).toMatchObject({ loaded: 3, quarantined: 0 });
    expect((await load(fileOf('site\nNorth\nsite\nEast\n'))).receipt.loaded).toBe(3);
  });

  test('are no rows at all where nothing else stands below them', async () => {
    const { receipt } = await load(fileOf('id,n\nid,n\n'));
    expect(receipt).toMatchObject({ loaded: 0, quarantined: 1 });
  });
});

/** What the columns of a file are taken for and why, without the lines that it is told with. */
function judgedAs({ decisions, columns, questions }: FilePreview) {
  const judged = columns.map(({ problems, ...column }) => ({
    ...column,
    problems: problems.map(({ raw, reason }) => [raw, reason]),
  }));
  return { decisions, judged, questions };
}

describe('headings that stand there again are no values of their columns', () => {
  const HEADINGS = ['person', 'score', 'seen', 'status', ''];
  const ROWS: readonly (readonly (string | number)[])[] = [
    ['Ann', 12, '03/04/2024', 'open', 1],
    ['Bea', 7, '28/04/2024', 'open', 2],
    ['Cy', 9, '05/05/2024', 'closed', 3],
    ['Di', 15, '06/05/2024', 'open', 4],
    ['Eve', 11, '07/05/2024', 'closed', 5],
  ];
  const AGAIN = [...ROWS.slice(0, 3), HEADINGS, ...ROWS.slice(3)];
  const text = (rows: readonly (readonly (string | number)[])[]) =>
    [HEADINGS, ...rows].map((cells) => cells.join(',')).join('\n');
  const sheet = (rows: readonly (readonly (string | number)[])[]) =>
    [HEADINGS, ...rows].map((cells, i) => sheetRow(i + 1, cells)).join('');
  const SCORE = 'All 5 values are whole numbers, from 7 to 15.';

  test('a text file of six rows', async () => {
    const again = await preview(fileOf(text(AGAIN)));
    expect(again.decisions.columns.map(({ kind }) => kind)).toEqual([
      'text',
      'integer',
      'date',
      'category',
      'integer',
    ]);
    expect(again.columns.slice(1, 3)).toMatchObject([
      { filled: 5, empty: 0, distinct: 5, problems: [], evidence: SCORE },
      {
        evidence: 'All 5 values are dates; day first is proven by row 3 (28/04/2024).',
        examples: ROWS.map(([, , seen]) => seen),
      },
    ]);
    expect(judgedAs(again)).toEqual(judgedAs(await preview(fileOf(text(ROWS)))));
    const { receipt, frame } = await load(fileOf(text(AGAIN)));
    expect(receipt.quarantine).toMatchObject([{ row: 5, reason: 'the headings again' }]);
    expect(frame.variables[1]?.evidence).toBe(SCORE);
    expect(receipt.cells).toMatchObject({ typed: 25, asText: 0 });
  });

  test('a workbook', async () => {
    const again = await preview(bookOf({ rows: sheet(AGAIN) }));
    expect(again.decisions.columns[1]?.kind).toBe('integer');
    expect(judgedAs(again)).toEqual(judgedAs(await preview(bookOf({ rows: sheet(ROWS) }))));
  });

  test('files that are put under one another', async () => {
    const readings = [
      { file: fileOf(text(AGAIN), 'a.csv') },
      { file: fileOf(text(ROWS), 'b.csv') },
    ];
    const shown = await previewFile(stackReading(readings), UNWATCHED);
    expect(shown.columns[1]?.evidence).toBe(SCORE.replace('5', '10'));
    expect((await loadStack(readings)).receipt).toMatchObject({ loaded: 10, quarantined: 1 });
  });

  test('saved decisions of a file without them hold', async () => {
    const { decisions } = await load(fileOf(text(ROWS)));
    const reading = { file: fileOf(text(AGAIN)), contract: decisions };
    expect(judgedAs(await previewFile(reading, UNWATCHED)).decisions).toEqual(decisions);
  });

  describe('of many rows', () => {
    const ORDINARY = { ...RUN_LIMITS };
    const MANY = 20_000;
    afterEach(() => void Object.assign(RUN_LIMITS, ORDINARY));

    /** Keys that are codes and numbers, texts alike and not, and few values; page upon page. */
    function pages(rowsAPage: number): string {
      const headings = 'id,amount,status,a note in words,mixed,';
      const lines = [headings];
      for (let i = 0; i < MANY; i++) {
        const status = ['Attended', 'Did not attend', 'Cancelled'][i % 3];
        const mixed = i % 2 === 0 ? i * 7 : `letter ${i % 900}`;
        const id = `HB-${String((i * 7_919) % MANY).padStart(6, '0')}`;
        const note = `call ${i} was returned on the same day`;
        lines.push(`${id},${(i / 100).toFixed(2)},${status},${note},${mixed},${i}`);
        if (i % rowsAPage === rowsAPage - 1) lines.push(headings);
      }
      return lines.join('\n');
    }

    /** Where a run ends, and so which text stands for a group in it, depends on all rows. */
    function withoutExamples(shown: FilePreview) {
      const { judged, ...all } = judgedAs(shown);
      return { ...all, judged: judged.map((column) => ({ ...column, examples: [] })) };
    }

    test.each([
      ['in one run', {}],
      ['in several runs', { texts: 900, bytes: 20_000, rows: 2_500, fewKeys: 300, inMemory: 0 }],
    ])('%s', async (_, limits) => {
      Object.assign(RUN_LIMITS, limits);
      const [again, once] = [pages(77), pages(MANY + 1)];
      const shown = await preview(fileOf(again));
      expect(shown.receipt).toMatchObject({ loaded: MANY, quarantined: 259 });
      expect(withoutExamples(shown)).toEqual(withoutExamples(await preview(fileOf(once))));
      const changes = { columns: [{ position: 0, kind: 'category' }] };
      const [mine, its] = [await load(fileOf(again), changes), await load(fileOf(once), changes)];
      expect(mine.receipt.cells).toEqual(its.receipt.cells);
      for (const { name } of its.frame.variables) {
        expect(Buffer.from(JSON.stringify(valuesOf(mine, name)))).toEqual(
          Buffer.from(JSON.stringify(valuesOf(its, name))),
        );
      }
    });
  });
});
