import { afterEach, describe, expect, test } from 'vitest';
import { loadFile } from '../../src/import/load-file.ts';
import { RUN_LIMITS } from '../../src/import/run-limits.ts';
import { sourceOf, valueAt } from '../../src/model/column.ts';
import type { LoadedFile } from '../../src/model/importing.ts';
import { UNWATCHED } from '../../src/model/project.ts';
import { createProjectFile } from '../../src/store/project-file.ts';
import { readRows } from '../../src/store/read-rows.ts';
import { readSegments } from '../../src/store/read-segments.ts';
import { tableNamed } from '../../src/store/tables.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { writeTable } from '../../src/store/write-table.ts';
import { seeded } from '../bench/appointments-csv.ts';
import { fileOf } from './fixtures.ts';

const ORDINARY = { ...RUN_LIMITS };
/** So small that a column has many runs, and that nothing stays in memory. */
const TINY = { texts: 900, bytes: 20_000, rows: 2_500, fewKeys: 300, merged: 3_000, inMemory: 0 };
const ROWS = 70_000;

/** Columns of every sort: keys that are numbers, codes and dates; texts that repeat, and that do not. */
function content(): string {
  const random = seeded(11);
  const upTo = (n: number) => Math.floor(random() * n);
  const two = (n: number) => String(n).padStart(2, '0');
  const lines = ['id,number,amount,seen,status,note,visits,mixed'];
  for (let i = 0; i < ROWS; i++) {
    const cells = [
      `HB-${String(100_000 + ((i * 7_919) % ROWS)).padStart(6, '0')}`,
      random() < 0.001 ? 'n/a' : i * 3,
      random() < 0.02 ? '' : (upTo(4_000_000) / 100).toFixed(2),
      random() < 0.001 ? '31/02/2024' : `${two(1 + upTo(28))}/${two(1 + upTo(12))}/2${upTo(999)}`,
      random() < 0.1 ? '' : ['Attended', 'Did not attend', 'Cancelled'][upTo(3)],
      random() < 0.3 ? ` letter ${upTo(9_000)} about a visit ` : `call ${i} was returned – é`,
      random() < 0.01 ? '99' : upTo(12),
      random() < 0.5 ? upTo(1e9) : `"several, ${upTo(500)} ""times"""`,
    ];
    lines.push(cells.join(','));
    if (i % 9_000 === 8_999) lines.push('a row,that is,too short');
  }
  return lines.join('\n');
}

async function loaded(limits: typeof TINY, changes = {}): Promise<LoadedFile> {
  Object.assign(RUN_LIMITS, limits);
  return loadFile({ file: fileOf(content(), 'runs.csv'), changes }, UNWATCHED);
}

/** The first cell in which two loads differ. */
function difference(one: LoadedFile['frame'], other: LoadedFile['frame']): string | undefined {
  for (const [at, column] of one.columns.entries()) {
    const twin = other.columns[at];
    if (!twin) return `column ${at} is not there`;
    for (let row = 0; row < one.rows; row++) {
      const [mine, its] = [valueAt(column, row), valueAt(twin, row)];
      if (mine !== its) return `column ${at}, row ${row}: ${mine} and ${its}`;
      if (column.missing[row] !== twin.missing[row]) return `why row ${row} of ${at} is missing`;
    }
  }
  return undefined;
}

afterEach(() => {
  Object.assign(RUN_LIMITS, ORDINARY);
});

describe('a file of many runs', () => {
  const changes = [
    {},
    {
      columns: [
        { position: 0, kind: 'text' as const },
        { position: 1, kind: 'text' as const },
      ],
    },
    { columns: [{ position: 6, missing: [{ code: '99', reason: 'not known' }] }] },
    { columns: [{ position: 1, missing: [{ code: '33', reason: 'not known' }] }] },
    { required: ['amount', 'number'] },
  ];

  test.each(changes)('is loaded as one that fits into memory: %j', async (change) => {
    const whole = await loaded(ORDINARY, change);
    const inRuns = await loaded(TINY, change);
    expect(difference(whole.frame, inRuns.frame)).toBeUndefined();
    expect(inRuns.frame.origin).toEqual(whole.frame.origin);
    expect(inRuns.notes).toEqual(whole.notes);
    const { sha256: _, ...receipt } = whole.receipt;
    expect(inRuns.receipt).toMatchObject({ ...receipt, file: inRuns.receipt.file });
    expect(inRuns.decisions).toEqual(whole.decisions);
  });

  test('is written as it is, texts in several places among it, and read back whole', async () => {
    const { frame, notes } = await loaded(TINY);
    expect(frame.columns.some((column) => sourceOf(column).texts.repeats)).toBe(true);
    const project = createProjectFile(
      fileOf('', 'runs.attune').replace('.attune', '-1.attune'),
      '',
    );
    const { db } = project;
    await inTransaction(project, () =>
      writeTable(
        db,
        { name: 't', label: '', unit: '', frame, notes, origin: { made: 'import', files: [] } },
        UNWATCHED,
      ),
    );
    const table = tableNamed(db, 't');
    const segments = readSegments(db, table);
    if (!segments) throw new Error('the segments cannot be read');
    expect(difference(readRows(db, table), segments)).toBeUndefined();
    const whole = await loaded(ORDINARY);
    for (const [at, column] of whole.frame.columns.entries()) {
      const own = segments.columns[at];
      for (let row = 0; row < ROWS; row++) {
        if (own && valueAt(own, row) === valueAt(column, row)) continue;
        throw new Error(`column ${at}, row ${row}`);
      }
      if (own?.type !== 'codes' || column.type !== 'codes') continue;
      expect(new Set(own.dictionary).size).toBe(own.dictionary.length);
      expect([...own.dictionary].sort()).toEqual([...column.dictionary].sort());
    }
    db.close();
  });
});
